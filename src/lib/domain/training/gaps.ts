import type { StructureLookup } from '../org/index.ts';
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
	const latest = latestAssessments(staff.assessments, staff.asOf);
	const exempt = exemptSubjects(staff.exemptions ?? [], staff.asOf);
	return servingEmployees(staff.employees, staff.asOf).flatMap((employee) =>
		(requiredByPost.get(employee.postKey) ?? [])
			.filter(
				({ competencyKey }) =>
					!exempt.has(subjectOfPerson(employee.id, { kind: 'competency', competencyKey })),
			)
			.flatMap((required) => cellOf({ lookup, employee, required, latest })),
	);
}

/** Missing levels; never below zero. */
export function competencyGap(levels: { readonly required: number; readonly assessed: number }): number {
	return Math.max(0, levels.required - levels.assessed);
}

/** Employees in service on the day, by id. */
export function servingEmployees(employees: readonly Employee[], asOf: IsoDate): readonly Employee[] {
	return employees
		.filter((person) => person.startedOn <= asOf && (person.leftOn === null || asOf < person.leftOn))
		.sort((a, b) => compare(a.id, b.id));
}

/** The latest assessment of each person and competency on or before the day; of one day the higher level. */
export function latestAssessments(
	assessments: readonly Assessment[],
	asOf: IsoDate,
): ReadonlyMap<string, Assessment> {
	const latest = new Map<string, Assessment>();
	for (const assessment of assessments) {
		if (assessment.assessedOn > asOf) continue;
		const key = assessmentKey(assessment.employeeId, assessment.competencyKey);
		const known = latest.get(key);
		if (known === undefined || isNewer(assessment, known)) latest.set(key, assessment);
	}
	return latest;
}

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

function cellOf(context: {
	readonly lookup: StructureLookup;
	readonly employee: Employee;
	readonly required: RequiredCompetency;
	readonly latest: ReadonlyMap<string, Assessment>;
}): readonly CompetencyCell[] {
	const { lookup, employee, required, latest } = context;
	const post = lookup.postByKey.get(employee.postKey);
	if (post === undefined) return [];
	const assessment = latest.get(assessmentKey(employee.id, required.competencyKey));
	const assessed = assessment?.level ?? null;
	return [
		{
			employeeId: employee.id,
			postKey: post.key,
			unitKey: post.unitKey,
			competencyKey: required.competencyKey,
			required: required.level,
			assessed,
			assessedOn: assessment?.assessedOn ?? null,
			gap: assessed === null ? null : competencyGap({ required: required.level, assessed }),
			sources: required.sources,
		},
	];
}

function isNewer(candidate: Assessment, known: Assessment): boolean {
	if (candidate.assessedOn !== known.assessedOn) return candidate.assessedOn > known.assessedOn;
	return candidate.level > known.level;
}
