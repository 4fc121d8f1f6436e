import type { LocalText } from '#lib/domain/org/index.ts';
import type { UnitKey } from '#lib/domain/shared/index.ts';
import { hiddenParts, SMALLEST_GROUP } from '#lib/domain/training/index.ts';
import {
	countResponses,
	hiddenRows,
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
	/** Full posts by function; null where fewer than three people stand behind the numbers of the unit. */
	readonly functions: readonly AppliedFunction[] | null;
	/** Work that no function says; null where there is none, or like the functions. */
	readonly unwritten: { readonly posts: number | null } | null;
}

export interface AppliedFunction {
	readonly key: string;
	readonly text: LocalText;
	/** Null where fewer than three people stand behind it, or it would give such a number away. */
	readonly posts: AppliedPosts | null;
}

export interface AppliedPosts {
	readonly usual: number;
	readonly low: number;
	readonly high: number;
}

/** What each unit gets, without the sums that would speak of fewer than three people. */
export function unitsOf(
	open: OpenSurvey,
	content: SurveyContent,
	outcome: Pick<SurveyOutcome, 'allocations' | 'unwritten'>,
): readonly AppliedUnit[] {
	const groups = [...Map.groupBy(inUnitOrder(open, content.respondents), ({ unitKey }) => unitKey)];
	const validatedOf = (own: SurveyContent['respondents']) => own.filter(({ state }) => state === 'validated');
	const hidden = hiddenParts(groups.map(([key, own]) => ({ key, people: validatedOf(own).length })));
	return groups.map(([key, own]) => {
		const validated = validatedOf(own);
		const weights = new Map<string, number>();
		for (const { postKey, occupancy } of validated)
			weights.set(postKey, (weights.get(postKey) ?? 0) + occupancy);
		const isAllSeen = readsAnswers(open, key);
		const people = peopleByRow(content, validated);
		const rows = [...people].map(([row, behind]) => ({ key: row, people: behind }));
		const hiddenHere = isAllSeen ? new Set<string>() : hiddenRows(rows, SMALLEST_GROUP);
		const at: UnitSums = { weights, hidden: hiddenHere };
		const isShown = isAllSeen || !hidden.has(key);
		return {
			key,
			name: open.lookup.unitByKey.get(key)?.name ?? { bg: key, en: null },
			counts: countResponses(own),
			validatedPosts: sum(validated.map(({ occupancy }) => occupancy)),
			askedPosts: sum(own.map(({ occupancy }) => occupancy)),
			functions: isShown ? functionsOf(open, outcome.allocations, at) : null,
			unwritten: isShown && people.has(UNWRITTEN) ? unwrittenOf(outcome.unwritten, at) : null,
		};
	});
}

/** The row of work that no function says; no function has such a key. */
const UNWRITTEN = ' unwritten';

/** Whose time is in each row of a unit. */
function peopleByRow(
	{ items, validated: answers }: SurveyContent,
	validated: SurveyContent['respondents'],
): ReadonlyMap<string, ReadonlySet<string>> {
	const byId = new Map(items.map((item) => [item.id, item]));
	const people = new Map<string, Set<string>>();
	for (const { id } of validated)
		for (const { itemId, share } of answers.get(id) ?? []) {
			const item = byId.get(itemId);
			if (!item || share === 0) continue;
			const real = (item.mappedTo === null ? undefined : byId.get(item.mappedTo)) ?? item;
			const row = real.functionKey ?? UNWRITTEN;
			people.set(row, (people.get(row) ?? new Set()).add(id));
		}
	return people;
}

interface UnitSums {
	/** Occupied posts that answered, by post. */
	readonly weights: ReadonlyMap<string, number>;
	/** Rows whose numbers are not shown. */
	readonly hidden: ReadonlySet<string>;
}

function unwrittenOf(
	unwritten: SurveyOutcome['unwritten'],
	{ weights, hidden }: UnitSums,
): AppliedUnit['unwritten'] {
	const posts = sum(unwritten.map(({ postKey, share }) => share * (weights.get(postKey) ?? 0)));
	return { posts: hidden.has(UNWRITTEN) ? null : posts };
}

/** By what they take, the hidden ones last and by key, so that their order says nothing. */
function functionsOf(
	{ lookup }: OpenSurvey,
	allocations: readonly SurveyedAllocation[],
	{ weights, hidden }: UnitSums,
): readonly AppliedFunction[] {
	const own = allocations.filter(({ postKey }) => weights.has(postKey));
	return [...Map.groupBy(own, ({ functionKey }) => functionKey)]
		.map(([key, parts]): AppliedFunction => {
			const total = (value: (part: SurveyedAllocation) => number) =>
				sum(parts.map((part) => value(part) * (weights.get(part.postKey) ?? 0)));
			return {
				key,
				text: lookup.functionByKey.get(key)?.text ?? { bg: key, en: null },
				posts: hidden.has(key)
					? null
					: {
							usual: total(({ share }) => share),
							low: total(({ low }) => low),
							high: total(({ high }) => high),
						},
			};
		})
		.sort((a, b) => (b.posts?.usual ?? -1) - (a.posts?.usual ?? -1) || (a.key < b.key ? -1 : 1));
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
