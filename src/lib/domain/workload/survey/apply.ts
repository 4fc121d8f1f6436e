import { share, type FunctionKey, type PostKey, type Share } from '../../shared/index.ts';
import { fromParts, toParts } from './parts.ts';
import type { SurveyAnswer, SurveyItemId, SurveyRespondent, SurveyRespondentId } from './types.ts';

/** What a validated campaign says of one post and one function. Shares are of one full working time of the post. */
export interface SurveyedAllocation {
	readonly postKey: PostKey;
	readonly functionKey: FunctionKey;
	/** Mean over the seats that answered, weighted by their hours a week. */
	readonly share: Share;
	/** Least and greatest over the seats, with the own least and greatest of each. */
	readonly low: Share;
	readonly high: Share;
	readonly respondents: number;
	/** Those of them who spend time on the function. */
	readonly people: ReadonlySet<SurveyRespondentId>;
	/**
	 * Hours a week of the seats that answered ÷ the hours of their posts: 1,1 where 44 hours are worked on 40; null
	 * while the hours of a post are not known.
	 */
	readonly load: number | null;
}

/** Time of a post that no written function explains. */
export interface UnwrittenWork {
	readonly postKey: PostKey;
	readonly itemId: SurveyItemId;
	/** Mean over the seats of the post that answered, weighted by their hours a week. */
	readonly share: number;
}

export interface ApplyInput {
	readonly respondents: readonly Pick<
		SurveyRespondent,
		'id' | 'postKey' | 'occupancy' | 'weeklyHours' | 'state'
	>[];
	/** Hours a week of one whole post; null while the working day is not set. */
	readonly fullWeek: number | null;
	/** The validated layer. */
	readonly answers: ReadonlyMap<
		SurveyRespondentId,
		readonly Pick<SurveyAnswer, 'itemId' | 'share' | 'low' | 'high'>[]
	>;
	readonly items: readonly {
		readonly id: SurveyItemId;
		readonly functionKey: FunctionKey | null;
		readonly mappedTo: SurveyItemId | null;
	}[];
}

export interface SurveyOutcome {
	readonly allocations: readonly SurveyedAllocation[];
	readonly unwritten: readonly UnwrittenWork[];
	/** Respondents whose answers are in it, and all that were asked. */
	readonly validated: number;
	readonly asked: number;
}

/**
 * What the validated answers of a campaign become. For a post and a function:
 * share = Σ (hours a week × share of the seat) ÷ Σ hours over the validated seats of the post; a seat that did not
 * choose the function counts with 0; load = Σ hours ÷ (hours of a whole post × Σ occupancy), so that share × load × posts
 * is the time that is really worked; low and high are the least and greatest of the seats. An own addition counts as
 * the item that it was recognised as; one that was not is unwritten work.
 * Example: two seats of 40 hours with 30 % and 50 % and a half one of 20 with 10 % → (12 + 20 + 2) ÷ 100 = 34 %, from
 * 10 % to 50 %; load 100 ÷ (40 × 2,5) = 1, and 1,1 where the two work 45 hours each. Sorted by post and function. Source: methodology §3.7.
 */
export function applySurvey(input: ApplyInput): SurveyOutcome {
	const targets = targetsOf(input.items);
	const validated = input.respondents.filter(({ state }) => state === 'validated');
	const seats = Map.groupBy(validated, ({ postKey }) => postKey);
	const parts = [...seats].sort(byKey).map(([postKey, own]) => {
		const sums = own.map((seat) => ({
			id: seat.id,
			occupancy: seat.occupancy,
			hours: seat.weeklyHours,
			byTarget: sumByTarget(input.answers.get(seat.id) ?? [], targets),
		}));
		return outcomeOfPost(postKey, sums, input.fullWeek);
	});
	return {
		allocations: parts.flatMap(({ allocations }) => allocations),
		unwritten: parts.flatMap(({ unwritten }) => unwritten),
		validated: validated.length,
		asked: input.respondents.length,
	};
}

/** What an answer counts for: a function, or an addition that stands for itself. */
type Target = `f ${string}` | `i ${string}`;

interface Spread {
	readonly usual: number;
	readonly low: number;
	readonly high: number;
}

interface SeatSum {
	readonly id: SurveyRespondentId;
	readonly occupancy: number;
	readonly hours: number;
	readonly byTarget: ReadonlyMap<Target, Spread>;
}

function targetsOf(items: ApplyInput['items']): ReadonlyMap<SurveyItemId, Target> {
	const byId = new Map(items.map((item) => [item.id, item]));
	return new Map(
		items.map((item) => {
			const real = (item.mappedTo === null ? undefined : byId.get(item.mappedTo)) ?? item;
			return [item.id, real.functionKey === null ? `i ${real.id}` : `f ${real.functionKey}`] as const;
		}),
	);
}

function sumByTarget(
	answers: readonly Pick<SurveyAnswer, 'itemId' | 'share' | 'low' | 'high'>[],
	targets: ReadonlyMap<SurveyItemId, Target>,
): ReadonlyMap<Target, Spread> {
	const sums = new Map<Target, Spread>();
	for (const { itemId, share: usual, low, high } of answers) {
		const target = targets.get(itemId);
		if (target === undefined || usual === 0) continue;
		const before = sums.get(target) ?? { usual: 0, low: 0, high: 0 };
		sums.set(target, {
			usual: before.usual + toParts(usual),
			low: before.low + toParts(low ?? usual),
			high: before.high + toParts(high ?? usual),
		});
	}
	return sums;
}

function outcomeOfPost(
	postKey: PostKey,
	seats: readonly SeatSum[],
	fullWeek: number | null,
): Pick<SurveyOutcome, 'allocations' | 'unwritten'> {
	const targets = [...new Set(seats.flatMap((seat) => [...seat.byTarget.keys()]))].sort();
	const load = fullWeek === null ? null : sumOf(seats, 'hours') / (fullWeek * sumOf(seats, 'occupancy'));
	const spreads = targets.map((target) => ({ target, ...spreadOver(seats, target) }));
	return {
		allocations: spreads
			.filter(({ target }) => target.startsWith('f '))
			.map(({ target, usual, low, high }) => ({
				postKey,
				people: new Set(seats.flatMap(({ id, byTarget }) => (byTarget.has(target) ? [id] : []))),
				functionKey: target.slice(2) as FunctionKey,
				share: part(usual),
				low: part(Math.min(low, usual)),
				high: part(Math.max(high, usual)),
				respondents: seats.length,
				load,
			})),
		unwritten: spreads
			.filter(({ target }) => target.startsWith('i '))
			.map(({ target, usual }) => ({ postKey, itemId: target.slice(2) as SurveyItemId, share: part(usual) })),
	};
}

function spreadOver(seats: readonly SeatSum[], target: Target): Spread {
	const none: Spread = { usual: 0, low: 0, high: 0 };
	const own = seats.map((seat) => seat.byTarget.get(target) ?? none);
	const total = seats.reduce((sum, seat, at) => sum + seat.hours * (own[at]?.usual ?? 0), 0);
	return {
		usual: Math.round(total / sumOf(seats, 'hours')),
		low: Math.min(...own.map(({ low }) => low)),
		high: Math.max(...own.map(({ high }) => high)),
	};
}

function sumOf(seats: readonly SeatSum[], name: 'hours' | 'occupancy'): number {
	return seats.reduce((sum, seat) => sum + seat[name], 0);
}

/** A tolerance may leave a validated sum a little over the whole; no share of a post is. */
function part(parts: number): Share {
	return share(Math.min(1, fromParts(parts)));
}

function byKey(a: readonly [string, unknown], b: readonly [string, unknown]): number {
	return a[0] < b[0] ? -1 : 1;
}
