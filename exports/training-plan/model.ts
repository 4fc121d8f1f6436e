import { localText } from '#lib/i18n/names.ts';
import { nameOfGroup } from '#lib/i18n/training-names.ts';
import type { EurCents, IsoDate } from '#lib/domain/shared/index.ts';
import {
	computePlanTotals,
	computeTrainingIndicators,
	costOf,
	isSmallGroup,
	rankNeeds,
	seatsOf,
	type CompetencyLevel,
	type NeedRank,
	type NeedState,
	type PeopleAndSeats,
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
	/** Why it was not held; null for every other line. */
	readonly notHeld: string | null;
}

export interface NeedRow {
	readonly need: TrainingNeed;
	readonly state: NeedState;
	readonly competency: string | null;
	readonly cause: string;
	/** Null when it may not be told to this reader. */
	readonly unit: string | null;
	readonly level: CompetencyLevel | null;
	readonly deadline: IsoDate | null;
	/** Trainings of any year; null together with the unit. */
	readonly plannedAs: readonly string[] | null;
	/** As on the screen; null for a need that is met or dismissed, and where the numbers may not be told. */
	readonly rank: NeedRank | null;
	/** True when the numbers speak of too few people for this reader. */
	readonly isSuppressed: boolean;
}

export interface TrainingPlanModel {
	readonly input: TrainingPlanInput;
	readonly rows: readonly PlanRow[];
	readonly participants: readonly ParticipantRow[];
	readonly totals: PlanTotals;
	/** Who took part so far, people and attendances; null when they are too few to be told. */
	readonly attended: PeopleAndSeats | null;
	readonly indicators: readonly IndicatorRow[];
	readonly needs: readonly NeedRow[];
}

/** The training plan as plain rows: what the screens count is what the workbook prints. */
export function buildTrainingPlanModel(input: TrainingPlanInput): TrainingPlanModel {
	const names = namesOf({ ...input, locale: input.colophon.locale });
	const causes = new Map(input.needs.map((need) => [need.key, causeOf(need, names)]));
	const counted = { employees: input.employees, lookup: names.lookup };
	const participants = input.showNames ? personRows(input, names) : unitRows(input, names);
	return {
		input,
		rows: input.plan.items.map((item, at) => planRow(item, at, { names, causes, input })),
		participants,
		totals: computePlanTotals(input.plan.items),
		attended: attendedOf(input),
		indicators: indicatorRows(
			{
				planned: computeTrainingIndicators({ items: input.plan.items, ...counted }),
				attended: computeTrainingIndicators({ items: input.attended, ...counted }),
			},
			names,
			input.showNames ? null : participants,
		),
		needs: needRows(input, names, causes),
	};
}

/** Attendances, and the people behind them. */
function attendedOf({ attended, showNames }: TrainingPlanInput): PeopleAndSeats | null {
	const present = attended.flatMap(({ participants }) => participants);
	const people = new Set(present).size;
	return !showNames && isSmallGroup(people) ? null : { people, seats: present.length };
}

/** The needs in the order of the screen: by their priority, then those that are met or dismissed. */
function needRows(
	input: TrainingPlanInput,
	names: Names,
	causes: ReadonlyMap<string, string>,
): readonly NeedRow[] {
	const living = input.needs.filter(({ state }) => state === 'open' || state === 'planned');
	const ranks = rankNeeds(living, { weights: input.weights, asOf: input.colophon.asOf });
	const placeOf = ({ rank }: NeedRow) => rank?.place ?? Number.MAX_SAFE_INTEGER;
	return input.needs
		.map((need) =>
			needRow(need, {
				...{ input, names, cause: causes.get(need.key) ?? '' },
				rank: ranks.get(need.key) ?? null,
			}),
		)
		.sort((a, b) => placeOf(a) - placeOf(b));
}

function planRow(
	item: PlanItem,
	at: number,
	{
		names,
		causes,
		input,
	}: {
		readonly names: Names;
		readonly causes: ReadonlyMap<string, string>;
		readonly input: TrainingPlanInput;
	},
): PlanRow {
	const { showNames, notHeld } = input;
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
		notHeld: item.state === 'planned' ? (notHeld.get(item.id) ?? null) : null,
	};
}

function needRow(
	need: TrainingPlanInput['needs'][number],
	{
		input,
		names,
		cause,
		rank,
	}: {
		readonly input: TrainingPlanInput;
		readonly names: Names;
		readonly cause: string;
		readonly rank: NeedRank | null;
	},
): NeedRow {
	const { isUnitHidden = false } = need;
	const isSuppressed = isUnitHidden || (!input.showNames && isSmallGroup(need.people.length));
	return {
		need,
		state: need.state,
		competency: need.competencyKey === null ? null : names.competency(need.competencyKey),
		cause,
		unit: isUnitHidden ? null : names.unit(need.unitKey),
		level: isUnitHidden ? null : need.requiredLevel,
		deadline: need.deadline,
		plannedAs: isUnitHidden ? null : plannedAs(need, input),
		rank: isSuppressed ? null : rank,
		isSuppressed,
	};
}

/** The trainings that meet a need; those of other years say theirs. */
function plannedAs(need: TrainingNeed, { plan, otherLines, colophon }: TrainingPlanInput): readonly string[] {
	const options = { locale: colophon.locale };
	const meets = (item: PlanItem) => isHeld(item) && item.needKeys.includes(need.key);
	const nameOf = (item: PlanItem) => `${localText(item.title, options)} (${nameOfGroup(item, options)}`;
	return [
		...plan.items.filter(meets).map((item) => `${nameOf(item)})`),
		...otherLines.filter(meets).map((item) => `${nameOf(item)}, ${item.year})`),
	];
}
