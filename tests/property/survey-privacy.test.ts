import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	cutCells,
	hiddenSurvey,
	mayRelease,
	shareSurvey,
	surveyTerms,
	type Allocation,
	type AnsweredTime,
	type SurveyCampaignId,
	type SurveyRelease,
} from '#lib/domain/workload/index.ts';
import { aPost, anAllocation } from '#tests/domain/workload/builders.ts';

const SMALLEST = 3;
const UNITS = ['u', 'v', 'w'];
const place = fc.constantFrom(...UNITS);
/** A post with its people, each with the functions it spends time on, and where it stands in three versions. */
const post = fc.record({
	people: fc.array(fc.subarray(['f', 'g', 'h', 'k'], { minLength: 1 }), { minLength: 1, maxLength: 5 }),
	versions: fc.tuple(place, place, place),
	isGone: fc.constantFrom(false, false, false, true),
});
type Post = typeof post extends fc.Arbitrary<infer Value> ? Value : never;

function timesOf(posts: readonly Post[]): readonly (AnsweredTime & { readonly unit: string })[] {
	return posts.flatMap(({ people, versions: [unit] }, at) =>
		['f', 'g', 'h', 'k'].flatMap((fn) => {
			const behind = people.flatMap((own, seat) => (own.includes(fn) ? [`p${at} ${seat}`] : []));
			const { postKey, functionKey } = anAllocation(`p${at}`, fn, 0.5);
			return behind.length > 0 ? [{ postKey, functionKey, unit, people: new Set(behind) }] : [];
		}),
	);
}

/** What the survey of the first version says, in its cells. */
function allocationsOf(posts: readonly Post[]): readonly Allocation[] {
	const byUnit = Map.groupBy(timesOf(posts), ({ unit }) => unit);
	return [...byUnit].flatMap(([unit, own]) => {
		const cells = cutCells(own, { name: unit, smallest: SMALLEST });
		return own.map((time) =>
			anAllocation(time.postKey, time.functionKey, 0.5, { cell: cells?.get(time) ?? null }),
		);
	});
}

type Figure = ReadonlySet<string>;
const named = ({ postKey, functionKey }: Pick<Allocation, 'postKey' | 'functionKey'>) =>
	`${postKey} ${functionKey}`;

/** Every figure that a version shows: units, functions and posts, and functions over all units; each as the shares summed in it. */
function figuresOf(posts: readonly Post[], version: 0 | 1 | 2): readonly Figure[] {
	const stay = posts.flatMap((one, at) =>
		version === 2 && one.isGone ? [] : [aPost(`p${at}`, one.versions[version])],
	);
	const kept = new Set<string>(stay.map(({ key }) => key));
	const measured = allocationsOf(posts).filter(({ postKey }) => kept.has(postKey));
	const { allocations, hiddenFunctions } = shareSurvey({ posts: stay }, measured, () => false);
	const byPost = Map.groupBy(allocations, ({ postKey }) => postKey);
	const units = UNITS.flatMap((unit) => {
		const terms = surveyTerms(
			stay.filter(({ unitKey }) => unitKey === unit),
			byPost,
		);
		const { functions, hides } = hiddenSurvey(terms);
		const rows = terms.map(({ allocation }) => allocation);
		const byFunction = [...Map.groupBy(rows, ({ functionKey }) => functionKey)];
		return [
			rows,
			...byFunction.flatMap(([key, own]) => (functions.has(key) ? [] : [own])),
			...rows.flatMap((one) => (hides(one) ? [] : [[one]])),
		];
	});
	const everywhere = [...Map.groupBy(allocations, ({ functionKey }) => functionKey)].flatMap(([key, own]) =>
		hiddenFunctions.has(key) ? [] : [own],
	);
	return [...units, ...everywhere].filter((own) => own.length > 0).map((own) => new Set(own.map(named)));
}

describe('what is shown of a survey', () => {
	it('speaks of nobody or of three people, whichever two figures of whichever versions are subtracted', () => {
		let shown = 0;
		fc.assert(
			fc.property(fc.array(post, { minLength: 2, maxLength: 9 }), (posts) => {
				const behind = new Map(timesOf(posts).map((time) => [named(time), [...time.people]]));
				const peopleOf = (cells: Figure) =>
					new Set([...cells].flatMap((cell) => behind.get(cell) ?? [])).size;
				const figures = [0, 1, 2].flatMap((version) => figuresOf(posts, version as 0 | 1 | 2));
				shown += figures.length;
				for (const a of figures) {
					expect(peopleOf(a)).toBeGreaterThanOrEqual(SMALLEST);
					for (const b of figures) {
						const rest = a.difference(b);
						if (rest.size > 0) expect(peopleOf(rest)).toBeGreaterThanOrEqual(SMALLEST);
					}
				}
			}),
			{ numRuns: 300 },
		);
		expect(shown).toBeGreaterThan(1000);
	});

	it('speaks of nobody or of three people, however the surveys about the same days are added and subtracted', () => {
		const set = fc.subarray([...'ABCDEFGHIJKL']);
		const factor = fc.integer({ min: -2, max: 2 });
		fc.assert(
			fc.property(fc.array(fc.tuple(set, factor), { maxLength: 8 }), (asked) => {
				const releases: (readonly [SurveyRelease, number])[] = [];
				for (const [people, times] of asked) {
					const next = {
						campaignId: 'c' as SurveyCampaignId,
						people: new Map(people.map((one) => [one, 1] as const)),
					};
					const earlier = releases.map(([one]) => one);
					if (mayRelease(earlier, next, SMALLEST)) releases.push([next, times]);
				}
				const sums = new Map<string, number>();
				for (const [{ people }, times] of releases)
					for (const person of people.keys()) sums.set(person, (sums.get(person) ?? 0) + times);
				const left = [...sums.values()].filter((value) => value !== 0).length;
				expect(left === 0 || left >= SMALLEST).toBe(true);
			}),
			{ numRuns: 500 },
		);
	});
});
