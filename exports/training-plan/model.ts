import { localText } from '#lib/i18n/names.ts';
import { nameOfGroup } from '#lib/i18n/training-names.ts';
import type { PostCategory, Structure } from '#lib/domain/org/index.ts';
import type { EmployeeId, EurCents, FunctionKey, IsoDate } from '#lib/domain/shared/index.ts';
import {
	computePlanTotals,
	computeTrainingIndicators,
	costOf,
	seatsOf,
	type Competency,
	type CompetencyLevel,
	type Employee,
	type NeedState,
	type PeopleAndSeats,
	type PlanItem,
	type PlanTotals,
	type TrainingIndicators,
	type TrainingNeed,
	type TrainingPlan,
} from '#lib/domain/training/index.ts';
import type { Colophon } from '../shared/cover.ts';
import { causeOf, namesOf, type Names } from './names.ts';

/** A cell about fewer people shows no number to those who may not see persons. */
export const SMALLEST_GROUP = 3;

export interface TrainingPlanInput {
	readonly colophon: Colophon;
	readonly structure: Structure;
	readonly plan: TrainingPlan;
	readonly needs: readonly (TrainingNeed & { readonly state: NeedState })[];
	readonly competencies: readonly Competency[];
	readonly employees: readonly Employee[];
	/** Functions that a scenario words anew; the structure's own texts otherwise. */
	readonly functionTexts: ReadonlyMap<FunctionKey, string>;
	/** Names of persons are for human resources only. */
	readonly showNames: boolean;
}

export interface PlanRow {
	readonly number: number;
	readonly item: PlanItem;
	readonly title: string;
	/** Why the training is held, the causes of its needs, each once. */
	readonly source: string;
	/** Units of the participants. */
	readonly target: string;
	/** Null when the training was cancelled. */
	readonly seats: number | null;
	readonly cost: EurCents | null;
}

/** A person (or a unit) with what it holds in every training of the plan, in the order of the plan. */
export interface ParticipantRow {
	readonly name: string;
	readonly post: string;
	readonly unit: string;
	/** By person: true where the person takes part. By unit: how many; null where nobody does. */
	readonly places: readonly (number | null)[];
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

export interface IndicatorRow extends PeopleAndSeats {
	readonly group: 'sex' | 'category' | 'unit';
	readonly code: string;
	readonly label: string | null;
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
	return {
		input,
		rows: input.plan.items.map((item, at) => planRow(item, at, { names, causes })),
		participants: input.showNames ? personRows(input, names) : unitRows(input, names),
		totals: computePlanTotals(input.plan.items),
		indicators: indicatorRows(
			computeTrainingIndicators({
				items: input.plan.items,
				employees: input.employees,
				lookup: names.lookup,
			}),
			names,
		),
		needs: input.needs.map((need) => needRow(need, { input, names, cause: causes.get(need.key) ?? '' })),
	};
}

function planRow(
	item: PlanItem,
	at: number,
	{ names, causes }: { readonly names: Names; readonly causes: ReadonlyMap<string, string> },
): PlanRow {
	const isCancelled = item.state === 'cancelled';
	return {
		number: at + 1,
		item,
		title: localText(item.title, { locale: names.locale }),
		source: unique(item.needKeys.flatMap((key) => causes.get(key) ?? [])).join('\n'),
		target: unique(item.participants.map((id) => unitOf(names, id))).join('; '),
		seats: isCancelled ? null : seatsOf(item),
		cost: isCancelled ? null : costOf(item),
	};
}

function personRows(input: TrainingPlanInput, names: Names): readonly ParticipantRow[] {
	const counted = input.plan.items;
	const people = input.employees.filter((person) => counted.some((item) => takesPart(item, person.id)));
	return people
		.map((person) => ({
			name: person.name,
			post: names.post(person.postKey),
			unit: unitOf(names, person.id),
			places: counted.map((item) => (takesPart(item, person.id) ? 1 : null)),
		}))
		.sort((a, b) => order(a.unit, b.unit) || order(a.name, b.name));
}

function unitRows(input: TrainingPlanInput, names: Names): readonly ParticipantRow[] {
	const units = unique(
		input.plan.items.filter(isHeld).flatMap((item) => item.participants.map((id) => unitOf(names, id))),
	).sort(order);
	return units.map((unit) => ({
		name: '',
		post: '',
		unit,
		places: input.plan.items.map((item) => {
			const count = isHeld(item) ? item.participants.filter((id) => unitOf(names, id) === unit).length : 0;
			return count === 0 ? null : count;
		}),
	}));
}

function indicatorRows(indicators: TrainingIndicators, names: Names): readonly IndicatorRow[] {
	const rows = (group: IndicatorRow['group'], map: ReadonlyMap<string, PeopleAndSeats>) =>
		[...map].map(([code, counts]) => ({
			group,
			code,
			label: group === 'unit' ? names.unit(code) : null,
			...counts,
		}));
	return [
		...rows('sex', indicators.bySex),
		...rows('category', indicators.byCategory satisfies ReadonlyMap<PostCategory, PeopleAndSeats>),
		...rows('unit', indicators.byUnit),
	];
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
		isSuppressed: !input.showNames && need.people.length > 0 && need.people.length < SMALLEST_GROUP,
	};
}

function takesPart(item: PlanItem, id: EmployeeId): boolean {
	return isHeld(item) && item.participants.includes(id);
}

function isHeld(item: PlanItem): boolean {
	return item.state !== 'cancelled';
}

function unitOf(names: Names, id: EmployeeId): string {
	const person = names.employee.get(id);
	return names.unit(person && names.lookup.postByKey.get(person.postKey)?.unitKey);
}

function unique(values: readonly string[]): string[] {
	return [...new Set(values)].filter((value) => value !== '');
}

const collator = new Intl.Collator('bg', { numeric: true });

function order(a: string, b: string): number {
	return collator.compare(a, b);
}
