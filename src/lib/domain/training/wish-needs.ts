import type { StructureLookup } from '../org/index.ts';
import type { CompetencyKey, EmployeeId, IsoDate } from '../shared/index.ts';
import { exemptSubjects, subjectOfPerson } from './certificate.ts';
import {
	assessmentKey,
	competencyGap,
	latestAssessments,
	servingEmployees,
	type StaffCompetence,
} from './gaps.ts';
import type { CompetencyCell, NeedPerson, TrainingNeed } from './need-types.ts';
import { computePriority } from './priority.ts';
import { compare } from './requirements.ts';
import type { Competency, CompetencyLevel } from './types.ts';

/** A training that somebody asked for, and where it was asked. */
export interface TrainingWish {
	readonly id: string;
	readonly employeeId: EmployeeId;
	readonly competencyKey: CompetencyKey;
	/** The level that the person wants to reach. */
	readonly level: CompetencyLevel;
	readonly wishedOn: IsoDate;
	readonly source: string;
}

/**
 * One need for every unit and competency that people asked for. A wish says nothing new where the person has the level
 * already, is exempt, or is below what the post asks at least as high: that is a low assessment. No deadline.
 */
export function wishNeeds(
	wishes: readonly TrainingWish[],
	context: StaffCompetence & {
		readonly competencies: readonly Competency[];
		readonly before: StructureLookup;
		readonly cells: readonly CompetencyCell[];
	},
): readonly TrainingNeed[] {
	const { asOf, before } = context;
	const serving = new Map(servingEmployees(context.employees, asOf).map((person) => [person.id, person]));
	const latest = latestAssessments(context.assessments, asOf);
	const exempt = exemptSubjects(context.exemptions ?? [], asOf);
	const short = new Map(
		context.cells
			.filter((cell) => (cell.gap ?? 0) > 0)
			.map((cell) => [assessmentKey(cell.employeeId, cell.competencyKey), cell.required]),
	);
	const wanted = wishes.flatMap(({ employeeId, competencyKey, level }): readonly Wanted[] => {
		const person = serving.get(employeeId);
		const unitKey = person && before.postByKey.get(person.postKey)?.unitKey;
		if (person === undefined || unitKey === undefined) return [];
		const key = assessmentKey(employeeId, competencyKey);
		const assessed = latest.get(key)?.level ?? null;
		const gap = assessed === null ? null : competencyGap({ required: level, assessed });
		if (gap === 0 || (short.get(key) ?? 0) >= level) return [];
		if (exempt.has(subjectOfPerson(employeeId, { kind: 'competency', competencyKey }))) return [];
		const { postKey } = person;
		return [{ unitKey, competencyKey, person: { employeeId, postKey, required: level, assessed, gap } }];
	});
	const groups = Map.groupBy(wanted, (item) => `wish.${item.unitKey}.${item.competencyKey}`);
	return [...groups].flatMap(([key, group]) => needOf(key, group, context.competencies));
}

interface Wanted {
	readonly unitKey: TrainingNeed['unitKey'];
	readonly competencyKey: CompetencyKey;
	readonly person: NeedPerson & { readonly required: CompetencyLevel };
}

function needOf(
	key: string,
	group: readonly Wanted[],
	competencies: readonly Competency[],
): readonly TrainingNeed[] {
	const [first] = group;
	if (first === undefined) return [];
	const people = group.map(({ person }) => person).sort((a, b) => compare(a.employeeId, b.employeeId));
	const weight = competencies.find((item) => item.key === first.competencyKey)?.weight ?? 1;
	return [
		{
			key,
			cause: { kind: 'wish' },
			unitKey: first.unitKey,
			competencyKey: first.competencyKey,
			requiredLevel: group.map(({ person }) => person.required).reduce((a, b) => (a > b ? a : b)),
			people,
			openPlaces: 0,
			priority: computePriority({ gaps: people.map((person) => person.gap), weight }),
			deadline: null,
		},
	];
}
