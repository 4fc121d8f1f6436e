import { describe, expect, it } from 'vitest';
import { headcount, share } from '#lib/domain/shared/index.ts';
import {
	certain,
	compareWithPeers,
	computeThreeMethods,
	computeUnitWorkloads,
	onePersonFunctions,
	sumNeeds,
	surveyNeed,
	type Allocation,
	type BaseAmounts,
	type PeerFunction,
	type ThreeMethodsInput,
} from '#lib/domain/workload/index.ts';
import {
	AS_OF,
	CALENDAR,
	PARAMETERS,
	aFunction,
	aPart,
	aPost,
	aStructure,
	aUnit,
	anActivity,
	anAllocation,
	functionKey,
	postKey,
	unitKey,
} from './builders.ts';

function spends(post: string, fn: string, part: number, range?: readonly [number, number]): Allocation {
	const [low, high] = range ? [share(range[0]), share(range[1])] : [null, null];
	return anAllocation(post, fn, part, { low, high, respondents: 1 });
}

const amounts = (inhabitants: number | null): BaseAmounts => ({
	inhabitants,
	settlements: null,
	services: null,
});

function peer(slug: string, posts: number | null, inhabitants: number | null): PeerFunction {
	return {
		slug,
		municipality: { bg: slug, en: null },
		functionKey: 'x',
		text: { bg: 'x', en: null },
		fte: posts === null ? null : certain(posts),
		basis: 'volume',
		years: [2025],
		amounts: amounts(inhabitants),
	};
}

const twoClerks = aPost('p1', 'u', { approved: headcount(2), occupied: headcount(2) });
const head = aPost('p2', 'u');

describe('the survey', () => {
	const byPost = Map.groupBy(
		[spends('p1', 'f', 0.3, [0.2, 0.4]), spends('p2', 'f', 0.5)],
		(item) => item.postKey,
	);

	it('is the share of each post times its people, with the range of the answers', () => {
		// 2 × 0,30 + 1 × 0,50 = 1,1; 2 × 0,20 + 0,50 = 0,9; 2 × 0,40 + 0,50 = 1,3
		const found = surveyNeed([twoClerks, head], byPost);
		expect(found?.total.expected).toBeCloseTo(1.1, 9);
		expect(found?.total.low).toBeCloseTo(0.9, 9);
		expect(found?.total.high).toBeCloseTo(1.3, 9);
		expect(found?.coverage).toBe(1);
	});

	it('covers only the people who answered', () => {
		const silent = aPost('p3', 'u');
		expect(surveyNeed([twoClerks, head, silent], byPost)?.coverage).toBe(0.75);
	});

	it('is not measured where nobody answered', () => {
		expect(surveyNeed([aPost('p9', 'u')], byPost)).toBeNull();
	});
});

describe('the comparison', () => {
	const input = { own: amounts(10_500), base: 'inhabitants', minimum: 1 } as const;

	it('scales the posts of a peer by inhabitants', () => {
		// 1,2 posts for 12 000 people = 0,1 for a thousand; 10,5 thousand here → 1,05
		const found = compareWithPeers({ ...input, peers: [peer('a', 1.2, 12_000)] });
		if (found.kind !== 'compared') throw new Error('one peer is enough');
		expect(found.terms[0]?.ratio.expected).toBeCloseTo(0.1, 9);
		expect(found.fte.expected).toBeCloseTo(1.05, 9);
	});

	it('of several peers is their mean with the least and the greatest as range', () => {
		// 1,05 and 2,1 (2,4 posts of 12 000) → 1,575
		const peers = [peer('a', 1.2, 12_000), peer('b', 2.4, 12_000)];
		const found = compareWithPeers({ ...input, peers });
		if (found.kind !== 'compared') throw new Error('two peers');
		expect(found.fte.low).toBeCloseTo(1.05, 9);
		expect(found.fte.expected).toBeCloseTo(1.575, 9);
		expect(found.fte.high).toBeCloseTo(2.1, 9);
	});

	it('of fewer measured peers than are asked for is not measured, and says how many there are', () => {
		const peers = [peer('a', 1.2, 12_000), peer('b', null, 12_000), peer('c', 1, null)];
		expect(compareWithPeers({ ...input, peers, minimum: 2 })).toMatchObject({
			kind: 'not-compared',
			reason: { code: 'workload/too-few-peers', found: 1, minimum: 2 },
		});
	});

	it('needs a peer and the own amount of the base', () => {
		expect(compareWithPeers({ ...input, peers: [] })).toMatchObject({ reason: { code: 'workload/no-peer' } });
		const peers = [peer('a', 1, 1)];
		expect(compareWithPeers({ ...input, own: amounts(null), peers })).toMatchObject({
			reason: { code: 'workload/base-unknown', base: 'inhabitants' },
		});
	});
});

// 1 680 h for a civil servant: 5 040 cases of 30 minutes are 2 520 h = 1,5 posts.
const plain = aStructure({
	units: [aUnit('u'), aUnit('v', { sort: 1 })],
	posts: [twoClerks, head, aPost('q', 'v')],
	functions: [aFunction('f'), aFunction('g'), aFunction('h')],
	participations: [
		aPart('f', 'u'),
		aPart('g', 'u', { role: 'participates' }),
		aPart('g', 'v'),
		aPart('h', 'v'),
	],
	activities: [anActivity('a', { fn: 'f', unit: 'u', volume: 5040, minutes: 30 })],
});
const structure = { ...plain, municipality: { ...plain.municipality, population: 10_500 } };

function threeMethods(over: Partial<ThreeMethodsInput> = {}) {
	const report = computeUnitWorkloads(structure, PARAMETERS, AS_OF, CALENDAR);
	if (!report.ok) throw new Error(report.error.code);
	return computeThreeMethods({
		structure,
		report: report.value,
		allocations: [],
		peers: new Map(),
		base: 'inhabitants',
		rule: { tolerance: 0.25, shortage: 0.9, surplus: 1.1, coverageMinimum: 0.6, peersMinimum: 1 },
		...over,
	});
}

describe('a unit by three methods', () => {
	it('shows each method that measured something and proves what two of them agree on', () => {
		// survey: 2 × 0,5 + 1 × 0,5 = 1,5 posts on f; volume 1,5 posts with coverage 1 ÷ 1,5 = 67 %
		const allocations = [spends('p1', 'f', 0.5), spends('p2', 'f', 0.5)];
		const unit = threeMethods({ allocations }).get(unitKey('u'));
		expect(unit?.measures.map(({ method }) => method)).toEqual(['survey', 'volume']);
		expect(unit?.verdict).toMatchObject({ kind: 'proven', balance: 'surplus', ratio: 2 });
		expect(unit?.functions[0]).toMatchObject({ functionKey: 'f', isDoubtful: false });
	});

	it('marks a function on which survey and volume are further apart than the tolerance', () => {
		const unit = threeMethods({ allocations: [spends('p2', 'f', 0.5)] }).get(unitKey('u'));
		expect(unit?.functions.find((fn) => fn.functionKey === functionKey('f'))?.isDoubtful).toBe(true);
	});

	it('divides a compared function by what each unit does for it', () => {
		// g: u takes part (½), v answers (1) → a third and two thirds of 1,05
		const peers = new Map([[functionKey('g'), [peer('a', 1.2, 12_000)]]]);
		const found = threeMethods({ peers });
		expect(found.get(unitKey('u'))?.functions[1]?.comparison?.expected).toBeCloseTo(0.35, 9);
		expect(found.get(unitKey('v'))?.functions[0]?.comparison?.expected).toBeCloseTo(0.7, 9);
	});

	it('lists time spent on a function that is written nowhere for the unit', () => {
		const unit = threeMethods({ allocations: [spends('q', 'f', 0.2)] }).get(unitKey('v'));
		expect(unit?.functions[0]).toMatchObject({ functionKey: 'f', weight: 0, comparison: null });
	});

	it('without any measurement proves nothing and is never 0', () => {
		const unit = threeMethods().get(unitKey('v'));
		expect(unit?.measures).toEqual([]);
		expect(unit?.verdict.kind).toBe('unproven');
	});
});

it('several units together balance only those that are proven', () => {
	const allocations = [spends('p1', 'f', 0.5), spends('p2', 'f', 0.5)];
	const totals = sumNeeds([...threeMethods({ allocations }).values()]);
	expect(totals).toMatchObject({ units: 2, proven: 1, compared: 3, occupied: 4 });
	expect(totals.need?.expected).toBeCloseTo(1.5, 9);
	expect(totals.balances).toEqual({ shortage: 0, balance: 0, surplus: 1 });
});

describe('a function of one person', () => {
	it('is known from the survey before anything else', () => {
		const found = onePersonFunctions(structure, [spends('p2', 'f', 0.4), spends('p1', 'g', 0.1)]);
		expect(found.map(({ functionKey: key, post, basis }) => [key, post.key, basis])).toEqual([
			['f', 'p2', 'survey'],
		]);
	});

	it('is known from the written posts, but not where the whole unit is named', () => {
		const named = {
			...structure,
			participations: [aPart('f', 'u', { postKey: postKey('p2') }), aPart('g', 'v')],
			activities: [],
		};
		expect(onePersonFunctions(named, []).map(({ functionKey: key, basis }) => [key, basis])).toEqual([
			['f', 'participation'],
		]);
	});
});
