import type { Post, StructureLookup } from '../org/index.ts';
import type { CompetencyKey, EmployeeId, IsoDate, PostKey } from '../shared/index.ts';
import { exemptSubjects, subjectOfPerson, type Certificate, type Exemption } from './certificate.ts';
import type { CompetencyCell } from './need-types.ts';
import { compare, requiredCompetencies, type RequiredCompetency } from './requirements.ts';
import type { Assessment, Employee, Requirement } from './types.ts';

export interface StaffCompetence {
	readonly requirements: readonly Requirement[];
	readonly employees: readonly Employee[];
	readonly assessments: readonly Assessment[];
	/** Papers that people have; none when left out. */
	readonly certificates?: readonly Certificate[];
	/** Who need not be trained in what; none when left out. */
	readonly exemptions?: readonly Exemption[];
	/** The day on which people and assessments are looked at. */
	readonly asOf: IsoDate;
}

/**
 * One cell for every serving employee and every competency that the employee's post asks for.
 * `gap = max(0, required − assessed)` in levels; a person nobody assessed has gap null („не е оценено“).
 * Example: required 4, assessed 2 → gap 2; required 3, assessed 5 → gap 0.
 * Of whoever is exempt on the day the competency is not asked (products F68).
 * Order: employee id, then competency key. Source: methodology §4.3.
 */
export function computeCompetencyCells(
	lookup: StructureLookup,
	staff: StaffCompetence,
): readonly CompetencyCell[] {
	const requiredByPost = Map.groupBy(
		requiredCompetencies(lookup, staff.requirements),
		(item) => item.postKey,
	);
	const latest = latestByPerson(staff.assessments, staff.asOf);
	const exempt = exemptSubjects(staff.exemptions ?? [], staff.asOf);
	const isExempt = (employeeId: EmployeeId, competencyKey: CompetencyKey) =>
		exempt.size > 0 && exempt.has(subjectOfPerson(employeeId, { kind: 'competency', competencyKey }));
	return servingEmployees(staff.employees, staff.asOf).flatMap((employee) => {
		const post = lookup.postByKey.get(employee.postKey);
		if (post === undefined) return [];
		const own = latest.get(employee.id);
		return (requiredByPost.get(employee.postKey) ?? [])
			.filter(({ competencyKey }) => !isExempt(employee.id, competencyKey))
			.map((required) => cellOf(employee, post, required, own?.get(required.competencyKey)));
	});
}

/** Missing levels; never below zero. */
export function competencyGap(levels: { readonly required: number; readonly assessed: number }): number {
	return Math.max(0, levels.required - levels.assessed);
}

/** Employees in service on the day, by id. */
export function servingEmployees<Person extends Pick<Employee, 'id' | 'startedOn' | 'leftOn'>>(
	employees: readonly Person[],
	asOf: IsoDate,
): readonly Person[] {
	return employees
		.filter((person) => person.startedOn <= asOf && (person.leftOn === null || asOf < person.leftOn))
		.sort((a, b) => compare(a.id, b.id));
}

/** The latest assessment of each person and competency on or before the day; of one day the higher level. */
export function latestAssessments(
	assessments: readonly Assessment[],
	asOf: IsoDate,
): ReadonlyMap<string, Assessment> {
	const all = [...latestByPerson(assessments, asOf).values()].flatMap((own) => [...own.values()]);
	return new Map(all.map((one) => [assessmentKey(one.employeeId, one.competencyKey), one]));
}

/** The key of what is known of one person in one competency, as `latestAssessments` keeps it. */
export function assessmentKey(employeeId: EmployeeId, competencyKey: CompetencyKey): string {
	return `${employeeId} ${competencyKey}`;
}

/** Serving employees by post. */
export function holdersByPost(
	employees: readonly Employee[],
	asOf: IsoDate,
): ReadonlyMap<PostKey, readonly Employee[]> {
	return Map.groupBy(servingEmployees(employees, asOf), (person) => person.postKey);
}

/** Kept in two steps, person then competency: a joined key for each place of a large matrix would cost more than the rest. */
function latestByPerson(
	assessments: readonly Assessment[],
	asOf: IsoDate,
): ReadonlyMap<EmployeeId, ReadonlyMap<CompetencyKey, Assessment>> {
	const latest = new Map<EmployeeId, Map<CompetencyKey, Assessment>>();
	for (const assessment of assessments) {
		if (assessment.assessedOn > asOf) continue;
		const own = latest.get(assessment.employeeId) ?? new Map<CompetencyKey, Assessment>();
		if (own.size === 0) latest.set(assessment.employeeId, own);
		const known = own.get(assessment.competencyKey);
		if (known === undefined || isNewer(assessment, known)) own.set(assessment.competencyKey, assessment);
	}
	return latest;
}

function cellOf(
	employee: Employee,
	post: Post,
	required: RequiredCompetency,
	assessment: Assessment | undefined,
): CompetencyCell {
	const assessed = assessment?.level ?? null;
	return {
		employeeId: employee.id,
		postKey: post.key,
		unitKey: post.unitKey,
		competencyKey: required.competencyKey,
		required: required.level,
		assessed,
		assessedOn: assessment?.assessedOn ?? null,
		gap: assessed === null ? null : competencyGap({ required: required.level, assessed }),
		sources: required.sources,
	};
}

function isNewer(candidate: Assessment, known: Assessment): boolean {
	if (candidate.assessedOn !== known.assessedOn) return candidate.assessedOn > known.assessedOn;
	return candidate.level > known.level;
}
