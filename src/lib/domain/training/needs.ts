import type { StructureLookup } from '../org/index.ts';
import { certificateNeeds } from './certificate-needs.ts';
import { changeNeeds } from './change-needs.ts';
import { computeCompetencyCells, type StaffCompetence } from './gaps.ts';
import { mandatoryNeeds } from './mandatory-needs.ts';
import type { CompetencyCell, StructuralChange, TrainingNeed } from './need-types.ts';
import { compareNeeds, computePriority } from './priority.ts';
import { ruleNeeds, type RuleChange } from './rule-needs.ts';
import type { Competency } from './types.ts';
import { wishNeeds, type TrainingWish } from './wish-needs.ts';

export interface NeedInput extends StaffCompetence {
	readonly competencies: readonly Competency[];
	/** The structure in force. */
	readonly before: StructureLookup;
	/** The structure that the changes lead to; `before` when there are none. */
	readonly after: StructureLookup;
	readonly changes: readonly StructuralChange[];
	/** Months within which mandatory training is due (`training.mandatory.months`); undefined: not decided. */
	readonly mandatoryMonths: number | undefined;
	/** Months before the end of a certificate in which it is to be renewed; undefined: only expired ones count. */
	readonly noticeMonths?: number | undefined;
	readonly ruleChanges?: readonly RuleChange[];
	readonly wishes?: readonly TrainingWish[];
}

/**
 * All needs with their causes, most urgent first: low assessments, what each structural change brings, the mandatory
 * training of people who joined the civil service within the term, certificates that end, changed rules, and wishes. Every need of a change carries its
 * operation, so taking the operation away takes the need away and no other (products N24).
 */
export function deriveNeeds(input: NeedInput): readonly TrainingNeed[] {
	const cells = computeCompetencyCells(input.before, input);
	return [
		...gapNeeds(cells, input.competencies),
		...input.changes.flatMap((change) => changeNeeds(change, { ...input, cells })),
		...mandatoryNeeds(input),
		...certificateNeeds({ ...input, cells, noticeMonths: input.noticeMonths }),
		...ruleNeeds(input.ruleChanges ?? [], input),
		...wishNeeds(input.wishes ?? [], { ...input, cells }),
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
