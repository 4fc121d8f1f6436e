import { localText } from '#lib/i18n/names.ts';
import { nameOfGroup } from '#lib/i18n/training-names.ts';
import type { EurCents, IsoDate } from '#lib/domain/shared/index.ts';
import {
	computePlanTotals,
	computeTrainingIndicators,
	costOf,
	isSmallGroup,
	seatsOf,
	type CompetencyLevel,
	type NeedState,
	type PlanItem,
	type PlanTotals,
	type TrainingNeed,
} from '#lib/domain/training/index.ts';
import type { TrainingPlanInput } from './input.ts';
import { causeOf, namesOf, type Names } from './names.ts';
import {
	indicatorRows,
	isHeld,
	personRows,
	unique,
	unitOf,
	unitRows,
	type IndicatorRow,
	type ParticipantRow,
} from './people.ts';

export interface PlanRow {
	readonly number: number;
	readonly item: PlanItem;
	readonly title: string;
	/** Why the training is held, the causes of its needs, each once. */
	readonly source: string;
	/** Units of the participants; null when they are too few to be told apart for this reader. */
	readonly target: string | null;
	/** Null when the training was cancelled. */
	readonly seats: number | null;
	readonly cost: EurCents | null;
}

export interface NeedRow {
	readonly need: TrainingNeed;
	readonly state: NeedState;
	readonly competency: string | null;
	readonly cause: string;
	readonly unit: string;
	readonly level: CompetencyLevel | null;
	readonly deadline: IsoDate | null;
	readonly plannedAs: readonly string[];
	/** True when the numbers speak of too few people for this reader. */
	readonly isSuppressed: boolean;
}

export interface TrainingPlanModel {
	readonly input: TrainingPlanInput;
	readonly rows: readonly PlanRow[];
	readonly participants: readonly ParticipantRow[];
	readonly totals: PlanTotals;
	readonly indicators: readonly IndicatorRow[];
	readonly needs: readonly NeedRow[];
}

/** The training plan as plain rows: what the screens count is what the workbook prints. */
export function buildTrainingPlanModel(input: TrainingPlanInput): TrainingPlanModel {
	const names = namesOf({ ...input, locale: input.colophon.locale });
	const causes = new Map(input.needs.map((need) => [need.key, causeOf(need, names)]));
	const participants = input.showNames ? personRows(input, names) : unitRows(input, names);
	return {
		input,
		rows: input.plan.items.map((item, at) =>
			planRow(item, at, { names, causes, showNames: input.showNames }),
		),
		participants,
		totals: computePlanTotals(input.plan.items),
		indicators: indicatorRows(
			computeTrainingIndicators({
				items: input.plan.items,
				employees: input.employees,
				lookup: names.lookup,
			}),
			names,
			input.showNames ? null : participants,
		),
		needs: input.needs.map((need) => needRow(need, { input, names, cause: causes.get(need.key) ?? '' })),
	};
}

function planRow(
	item: PlanItem,
	at: number,
	{
		names,
		causes,
		showNames,
	}: {
		readonly names: Names;
		readonly causes: ReadonlyMap<string, string>;
		readonly showNames: boolean;
	},
): PlanRow {
	const isCancelled = item.state === 'cancelled';
	return {
		number: at + 1,
		item,
		title: localText(item.title, { locale: names.locale }),
		source: unique(item.needKeys.flatMap((key) => causes.get(key) ?? [])).join('\n'),
		target:
			!showNames && isSmallGroup(item.participants.length)
				? null
				: unique(item.participants.map((id) => unitOf(names, id))).join('; '),
		seats: isCancelled ? null : seatsOf(item),
		cost: isCancelled ? null : costOf(item),
	};
}

function needRow(
	need: TrainingPlanInput['needs'][number],
	{
		input,
		names,
		cause,
	}: { readonly input: TrainingPlanInput; readonly names: Names; readonly cause: string },
): NeedRow {
	const options = { locale: input.colophon.locale };
	const items = input.plan.items.filter((item) => isHeld(item) && item.needKeys.includes(need.key));
	return {
		need,
		state: need.state,
		competency: need.competencyKey === null ? null : names.competency(need.competencyKey),
		cause,
		unit: names.unit(need.unitKey),
		level: need.requiredLevel,
		deadline: need.deadline,
		plannedAs: items.map((item) => `${localText(item.title, options)} (${nameOfGroup(item, options)})`),
		isSuppressed: !input.showNames && isSmallGroup(need.people.length),
	};
}
