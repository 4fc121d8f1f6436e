import { daysBetween, type IsoDate } from '../shared/index.ts';
import type { TrainingNeed } from './need-types.ts';
import { compare } from './requirements.ts';
import { SMALLEST_GROUP } from './suppression.ts';

export const RANK_TERMS = ['shortage', 'people', 'law', 'deadline'] as const;
/** What makes a need urgent: missing levels, how many people, a duty by law, how near the deadline is. */
export type RankTerm = (typeof RANK_TERMS)[number];

/** How much each term counts, 0–10; only their proportion matters. */
export type RankWeights = Readonly<Record<RankTerm, number>>;
export const HEAVIEST = 10;

export interface NeedRank {
	/** Each term from 0 to 1; null where it is not measured, which adds nothing. */
	readonly terms: Readonly<Record<RankTerm, number | null>>;
	/** `100 × Σ weight × term ÷ Σ weight`, 0–100. */
	readonly points: number;
	/** Somebody was not assessed: the need has at least these points. */
	readonly isAtLeast: boolean;
	/** Place from 1. */
	readonly place: number;
	/** In the first ten, and the same needs stay before it when any one weight is halved or grows by half. */
	readonly isStable: boolean;
}

type Ranked = Pick<
	TrainingNeed,
	'key' | 'cause' | 'competencyKey' | 'people' | 'openPlaces' | 'priority' | 'deadline'
>;

/** So many needs are looked at for stability. */
const TOP = 10;
/** A deadline so many days ahead or further adds nothing. */
const YEAR_DAYS = 365;

/**
 * Puts needs in order by a weighted sum that everybody can repeat (products N26). The terms: `shortage` = priority of the
 * need (missing levels × weight of the competency, oracle T20) ÷ the largest; `people` = people and open places ÷ the
 * largest; `law` = 1 for mandatory training, changed rules and certificates; `deadline` = 1 − days left ÷ 365, 1 once
 * it is over, 0 without one. The largest are those of needs about at least three people, so that no scale gives a small
 * group away. Not measured adds nothing, and the points are then „at least“. Ties: nearer deadline, then the key.
 *
 * The points are linear in each weight, so two needs that keep their order at half and at one and a half of a weight
 * keep it in between; looking at both ends is exact.
 * Example: weights 4, 1, 3, 2; shortage 36 of 48, 6 people of 12, no law, 73 days left:
 * 100 × (4 × 0.75 + 1 × 0.5 + 3 × 0 + 2 × 0.8) ÷ 10 = 51.
 */
export function rankNeeds(
	needs: readonly Ranked[],
	at: { readonly weights: RankWeights; readonly asOf: IsoDate },
): ReadonlyMap<string, NeedRank> {
	const measured = measureNeeds(needs, at.asOf);
	const order = inOrder(measured, at.weights);
	const before = placesBefore(order);
	const variations = RANK_TERMS.flatMap((term) =>
		[0.5, 1.5].map((factor) => {
			const weights = { ...at.weights, [term]: at.weights[term] * factor };
			return placesBefore(inOrder(measured, weights));
		}),
	);
	return new Map(
		order.map(({ need, terms }, place) => [
			need.key,
			{
				terms,
				points: pointsOf(terms, at.weights),
				isAtLeast: need.competencyKey !== null && need.people.some((person) => person.gap === null),
				place: place + 1,
				isStable:
					place < TOP && variations.every((other) => sameSet(other.get(need.key), before.get(need.key))),
			},
		]),
	);
}

/** True when the law asks for the training, whatever people know. */
export function isByLaw(need: Pick<TrainingNeed, 'cause' | 'competencyKey'>): boolean {
	return need.competencyKey === null || need.cause.kind === 'certificate';
}

interface Measured {
	readonly need: Ranked;
	readonly terms: NeedRank['terms'];
}

function measureNeeds(needs: readonly Ranked[], asOf: IsoDate): readonly Measured[] {
	const shown = needs.filter((need) => need.people.length >= SMALLEST_GROUP);
	const scale = shown.length > 0 ? shown : needs;
	const mostShort = Math.max(1, ...scale.map((need) => need.priority.value ?? 0));
	const mostPeople = Math.max(1, ...scale.map((need) => need.people.length + need.openPlaces));
	return needs.map((need) => ({
		need,
		terms: {
			shortage: need.competencyKey === null ? 0 : share(need.priority.value, mostShort),
			people: share(need.people.length + need.openPlaces, mostPeople),
			law: isByLaw(need) ? 1 : 0,
			deadline: nearness(need.deadline, asOf),
		},
	}));
}

function share(value: number, most: number): number;
function share(value: number | null, most: number): number | null;
function share(value: number | null, most: number): number | null {
	return value === null ? null : Math.min(1, value / most);
}

function nearness(deadline: IsoDate | null, asOf: IsoDate): number {
	if (deadline === null) return 0;
	return Math.min(1, Math.max(0, 1 - daysBetween(asOf, deadline) / YEAR_DAYS));
}

function pointsOf(terms: NeedRank['terms'], weights: RankWeights): number {
	const total = RANK_TERMS.reduce((sum, term) => sum + weights[term], 0);
	if (total === 0) return 0;
	const sum = RANK_TERMS.reduce((points, term) => points + weights[term] * (terms[term] ?? 0), 0);
	return (100 * sum) / total;
}

function inOrder(measured: readonly Measured[], weights: RankWeights): readonly Measured[] {
	const points = new Map(measured.map(({ need, terms }) => [need.key, rounded(pointsOf(terms, weights))]));
	const of = (key: string) => points.get(key) ?? 0;
	return [...measured].sort(
		({ need: a }, { need: b }) =>
			of(b.key) - of(a.key) || compare(a.deadline ?? '9999', b.deadline ?? '9999') || compare(a.key, b.key),
	);
}

/** Equal sums stay equal whatever the order of their additions. */
function rounded(points: number): number {
	return Math.round(points * 1e9) / 1e9;
}

/** For the first needs, those that stand before each. */
function placesBefore(order: readonly Measured[]): ReadonlyMap<string, ReadonlySet<string>> {
	const keys = order.map(({ need }) => need.key);
	return new Map(keys.slice(0, TOP).map((key, place) => [key, new Set(keys.slice(0, place))]));
}

function sameSet(a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined): boolean {
	return a !== undefined && b !== undefined && a.size === b.size && [...a].every((key) => b.has(key));
}
