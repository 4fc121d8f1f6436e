import type { StructureLookup } from '../org/index.ts';
import { addDays } from '../shared/index.ts';
import { changeNeeds } from './change-needs.ts';
import { computeCompetencyCells, servingEmployees, type StaffCompetence } from './gaps.ts';
import { addMonths } from './months.ts';
import type { CompetencyCell, NeedPerson, StructuralChange, TrainingNeed } from './need-types.ts';
import { compareNeeds, computePriority } from './priority.ts';
import { compare } from './requirements.ts';
import type { Competency, Employee } from './types.ts';

export interface NeedInput extends StaffCompetence {
	readonly competencies: readonly Competency[];
	/** The structure in force. */
	readonly before: StructureLookup;
	/** The structure that the changes lead to; `before` when there are none. */
	readonly after: StructureLookup;
	readonly changes: readonly StructuralChange[];
	/** Months within which mandatory training is due (`training.mandatory.months`); undefined: not decided. */
	readonly mandatoryMonths: number | undefined;
}

/**
 * All needs with their causes, most urgent first: present gaps, what each structural change brings, and the
 * mandatory training of people who joined the civil service within the term. Every need of a change carries its
 * operation, so taking the operation away takes the need away and no other (products N24).
 */
export function deriveNeeds(input: NeedInput): readonly TrainingNeed[] {
	const cells = computeCompetencyCells(input.before, input);
	return [
		...gapNeeds(cells, input.competencies),
		...input.changes.flatMap((change) => changeNeeds(change, { ...input, cells })),
		...newEmployeeNeeds(input),
	].sort(compareNeeds);
}

/** One need for every unit and competency in which at least one person is below the required level. */
export function gapNeeds(
	cells: readonly CompetencyCell[],
	competencies: readonly Competency[],
): readonly TrainingNeed[] {
	const weights = new Map(competencies.map((competency) => [competency.key, competency.weight]));
	const short = cells.filter((cell) => cell.gap !== null && cell.gap > 0);
	return [...Map.groupBy(short, (cell) => `gap.${cell.unitKey}.${cell.competencyKey}`)].flatMap(
		([key, group]) => {
			const [first] = group;
			return first === undefined ? [] : [gapNeed(key, first, group, weights.get(first.competencyKey) ?? 1)];
		},
	);
}

function gapNeed(
	key: string,
	first: CompetencyCell,
	group: readonly CompetencyCell[],
	weight: number,
): TrainingNeed {
	return {
		key,
		cause: { kind: 'gap' },
		unitKey: first.unitKey,
		competencyKey: first.competencyKey,
		requiredLevel: group.reduce(
			(level, cell) => (cell.required > level ? cell.required : level),
			first.required,
		),
		people: group.map(({ employeeId, postKey, required, assessed, gap }) => ({
			employeeId,
			postKey,
			required,
			assessed,
			gap,
		})),
		openPlaces: 0,
		priority: computePriority({ gaps: group.map((cell) => cell.gap), weight }),
		deadline: null,
	};
}

function newEmployeeNeeds(input: NeedInput): readonly TrainingNeed[] {
	const months = input.mandatoryMonths;
	if (months === undefined) return [];
	const recent = servingEmployees(input.employees, input.asOf).filter(
		(person) =>
			input.before.postByKey.get(person.postKey)?.relation === 'civil-service' &&
			addMonths(person.startedOn, months) > input.asOf,
	);
	const byUnit = Map.groupBy(recent, (person) => input.before.postByKey.get(person.postKey)?.unitKey);
	return [...byUnit].flatMap(([unitKey, people]) => {
		if (unitKey === undefined) return [];
		const due = people.map((person) => addDays(addMonths(person.startedOn, months), -1)).sort(compare);
		return [
			{
				key: `new-employee.${unitKey}`,
				cause: { kind: 'new-employee' as const },
				unitKey,
				competencyKey: null,
				requiredLevel: null,
				people: people.map(mandatoryPerson),
				openPlaces: 0,
				priority: computePriority({ gaps: [], weight: 1 }),
				deadline: due[0] ?? null,
			},
		];
	});
}

function mandatoryPerson(employee: Employee): NeedPerson {
	return { employeeId: employee.id, postKey: employee.postKey, required: null, assessed: null, gap: null };
}
