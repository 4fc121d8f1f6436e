import { expect, it } from 'vitest';
import { shapeAreas } from '#lib/domain/overlap/index.ts';
import { hoursPerYear } from '#lib/domain/shared/index.ts';
import { demoStructure } from '#tests/support/fixtures.ts';

const HOURS = hoursPerYear(1680);
const elena = demoStructure('elena');

/** The finance area with two functions of two posts: 630 h at 20 000 €, 210 h at 16 000 €. */
function twoPosts(costOfSecond: number | null) {
	const [first, second] = elena.posts.filter(({ approved }) => approved === 1);
	const parts = elena.functions.slice(0, 2).map((fn) => ({ ...fn, policyArea: 'finance' }));
	const posts = [
		{ ...first!, annualCost: 2_000_000 },
		{ ...second!, annualCost: costOfSecond },
	];
	const activity = elena.activities.find(({ minutes }) => minutes !== null)!;
	const minutes = { low: 60, usual: 60, high: 60 } as typeof activity.minutes;
	const work = (at: number, annualVolume: number) => ({
		...{ ...activity, key: `a${at}` as typeof activity.key, minutes },
		...({ functionKey: parts[at]!.key, postKey: posts[at]!.key, annualVolume } as Pick<
			typeof activity,
			'functionKey' | 'postKey' | 'annualVolume'
		>),
	});
	return {
		...elena,
		functions: parts,
		posts: posts as typeof elena.posts,
		activities: [work(0, 630), work(1, 210)],
		participations: parts.map((fn, at) => ({
			...elena.participations[0]!,
			...{ functionKey: fn.key, postKey: posts[at]!.key, role: 'accountable' as const },
		})),
	};
}

it('is half a post of work on two posts at 9 500 € a year', () => {
	// (630 + 210) ÷ 1680 = 0,5; 0,5 ÷ 2 = 0,25; 0,375 × 20 000 + 0,125 × 16 000 = 7 500 + 2 000.
	expect(shapeAreas(twoPosts(1_600_000), HOURS)).toEqual([
		{ policyArea: 'finance', posts: 2, fte: 0.5, perPost: 0.25, cost: 950_000, coverage: 1 },
	]);
});

it('has no cost where the cost of one post is unknown', () => {
	expect(shapeAreas(twoPosts(null), HOURS)[0]).toMatchObject({ fte: 0.5, cost: null });
});

it('measures nothing where the hours of a post are unknown', () => {
	expect(shapeAreas(twoPosts(1_600_000), null)[0]).toMatchObject({
		posts: 2,
		fte: null,
		perPost: null,
		cost: null,
	});
});

it('counts a post once, however many functions of the area it has, and puts unmeasured areas last', () => {
	const shapes = shapeAreas(elena, HOURS);
	const approved = elena.posts.reduce((sum, post) => sum + post.approved, 0);
	for (const { posts } of shapes) expect(posts).toBeLessThanOrEqual(approved);
	const perPost = shapes.map((shape) => shape.perPost ?? Infinity);
	expect(perPost).toEqual(perPost.toSorted((a, b) => a - b));
});
