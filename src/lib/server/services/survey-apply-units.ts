import type { LocalText } from '#lib/domain/org/index.ts';
import type { UnitKey } from '#lib/domain/shared/index.ts';
import {
	countResponses,
	type ResponseCounts,
	type SurveyedAllocation,
	type SurveyOutcome,
} from '#lib/domain/workload/index.ts';
import type { SurveyContent } from './survey-content.ts';
import { inUnitOrder, readsAnswers, type OpenSurvey } from './survey-open.ts';

/** What the answers of one unit become, in full posts; functions by their share of the unit. */
export interface AppliedUnit {
	readonly key: UnitKey;
	readonly name: LocalText;
	readonly counts: ResponseCounts;
	/** Occupied posts of the seats that were validated, and of all that were asked. */
	readonly validatedPosts: number;
	readonly askedPosts: number;
	/** Whether the sums of the unit are shown to everybody once they are applied. */
	readonly isShared: boolean;
	/** Full posts by function; null for whoever may not read the answers: they change with every validation. */
	readonly functions: readonly AppliedFunction[] | null;
	/** Full posts of work that no function says; null where there is none, or like the functions. */
	readonly unwritten: number | null;
}

export interface AppliedFunction {
	readonly key: string;
	readonly text: LocalText;
	readonly usual: number;
	readonly low: number;
	readonly high: number;
}

/** What each unit gets; the sums only for whoever reads the answers of its people. */
export function unitsOf(
	open: OpenSurvey,
	content: SurveyContent,
	outcome: Pick<SurveyOutcome, 'allocations' | 'unwritten'> & { readonly shared: ReadonlySet<UnitKey> },
): readonly AppliedUnit[] {
	const groups = [...Map.groupBy(inUnitOrder(open, content.respondents), ({ unitKey }) => unitKey)];
	return groups.map(([key, own]) => {
		const validated = own.filter(({ state }) => state === 'validated');
		const weights: Weights = new Map(
			[...Map.groupBy(validated, ({ postKey }) => postKey)].map(([post, seats]) => [
				post,
				sum(seats.map(({ occupancy }) => occupancy)),
			]),
		);
		const isRead = readsAnswers(open, key);
		const unwritten = outcome.unwritten.filter(({ postKey }) => weights.has(postKey));
		return {
			key,
			name: open.lookup.unitByKey.get(key)?.name ?? { bg: key, en: null },
			counts: countResponses(own),
			validatedPosts: sum(validated.map(({ occupancy }) => occupancy)),
			askedPosts: sum(own.map(({ occupancy }) => occupancy)),
			isShared: outcome.shared.has(key),
			functions: isRead ? functionsOf(open, outcome.allocations, weights) : null,
			unwritten:
				isRead && unwritten.length > 0
					? sum(unwritten.map(({ postKey, share }) => share * (weights.get(postKey) ?? 0)))
					: null,
		};
	});
}

/** Occupied posts that answered, by post. */
type Weights = ReadonlyMap<string, number>;

/** By what they take. */
function functionsOf(
	{ lookup }: OpenSurvey,
	allocations: readonly SurveyedAllocation[],
	weights: Weights,
): readonly AppliedFunction[] {
	const own = allocations.filter(({ postKey }) => weights.has(postKey));
	return [...Map.groupBy(own, ({ functionKey }) => functionKey)]
		.map(([key, parts]): AppliedFunction => {
			const total = (value: (part: SurveyedAllocation) => number) =>
				sum(parts.map((part) => value(part) * (weights.get(part.postKey) ?? 0)));
			return {
				...{ key, text: lookup.functionByKey.get(key)?.text ?? { bg: key, en: null } },
				...{
					usual: total(({ share }) => share),
					low: total(({ low }) => low),
					high: total(({ high }) => high),
				},
			};
		})
		.sort((a, b) => b.usual - a.usual || (a.key < b.key ? -1 : 1));
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
