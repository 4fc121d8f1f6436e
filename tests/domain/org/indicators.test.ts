import { describe, expect, it } from 'vitest';
import {
	averageSpan,
	computeIndicators,
	computeSpans,
	headcountOf,
	proportion,
	spanBand,
	spanBounds,
	type Power,
} from '#lib/domain/org/index.ts';
import { asId, headcount, isoDate, type PowerKey } from '#lib/domain/shared/index.ts';
import {
	AS_OF,
	aFunction,
	aParameter,
	aPart,
	aPost,
	aStructure,
	aUnit,
	unitKey,
} from '../workload/builders.ts';

// mayor 1 → directorate GAO (head, 2 experts) with a department (head, 3 experts, 1 of them vacant) → library outside
const town = aStructure({
	units: [
		aUnit('mayor', { kind: 'mayor', part: 'direct' }),
		aUnit('gao', { parentKey: unitKey('mayor') }),
		aUnit('budget', { parentKey: unitKey('gao'), kind: 'department' }),
		aUnit('works', { parentKey: unitKey('mayor'), part: 'specialised' }),
		aUnit('library', { parentKey: unitKey('mayor'), part: 'outside', kind: 'cultural-institute' }),
	],
	posts: [
		aPost('mayor-post', 'mayor', { category: 'elected', relation: 'elected', isHead: true }),
		aPost('gao-head', 'gao', { category: 'managerial', isHead: true }),
		aPost('gao-experts', 'gao', { approved: headcount(2), occupied: headcount(2) }),
		aPost('budget-head', 'budget', { category: 'managerial', isHead: true }),
		aPost('budget-experts', 'budget', { approved: headcount(3), occupied: headcount(2), funding: 'local' }),
		aPost('works-expert', 'works', { approved: headcount(0.5), occupied: headcount(0.5) }),
		aPost('librarian', 'library', { funding: 'local' }),
	],
	functions: [
		aFunction('f1', {
			bases: [{ actKey: 'zmsma', reference: { article: '44' } }],
			powers: [asId<PowerKey>('p1')],
		}),
		aFunction('f2'),
	],
	participations: [aPart('f1', 'gao'), aPart('f2', 'budget'), aPart('f2', 'works', { role: 'participates' })],
});

function aPower(key: string, from = '2012-01-01', to: string | null = null): Power {
	return {
		key: asId<PowerKey>(key),
		text: { bg: key, en: null },
		policyArea: 'administration',
		actKey: 'zmsma',
		reference: { article: '44' },
		validFrom: isoDate(from),
		validTo: to === null ? null : isoDate(to),
	};
}

const powers = [aPower('p1'), aPower('p2'), aPower('p3', '2012-01-01', '2020-01-01')];
const indicators = computeIndicators(town, powers, AS_OF);

describe('head counts', () => {
	it('have two totals: the municipal administration, and everything', () => {
		// 1 + 3 + 4 + 0,5 = 8,5 with 1 vacant; with the librarian 9,5
		expect(indicators.administration).toEqual({ approved: 8.5, occupied: 7.5, vacant: 1 });
		expect(indicators.allPosts).toEqual({ approved: 9.5, occupied: 8.5, vacant: 1 });
	});

	it('by part add up to all posts, by funding to the administration', () => {
		const sum = (totals: readonly { approved: number }[]) =>
			totals.reduce((all, item) => all + item.approved, 0);
		expect(sum(Object.values(indicators.byPart))).toBe(9.5);
		expect(sum(Object.values(indicators.byFunding))).toBe(8.5);
		expect(indicators.byFunding.local.approved).toBe(3);
		expect(indicators.byPart.general).toEqual({ approved: 7, occupied: 6, vacant: 1 });
	});

	it('never have vacancies below 0', () => {
		expect(headcountOf([aPost('x', 'u', { occupied: headcount(2) })]).vacant).toBe(0);
	});
});

describe('shares', () => {
	it('keep what was divided', () => {
		expect(indicators.generalShare).toEqual({ part: 7, whole: 8.5, share: 7 / 8.5 });
		expect(indicators.specialisedShare.part).toBe(0.5);
		// mayor and two heads
		expect(indicators.managersShare.part).toBe(3);
	});

	it('of nothing do not exist', () => {
		expect(proportion(0, 0).share).toBeNull();
		const empty = computeIndicators(aStructure({}), [], AS_OF);
		expect(empty.powers).toEqual({ covered: 0, total: 0, share: null, uncovered: [] });
		expect([empty.generalShare.share, empty.unitLevels, empty.spans.actual.average]).toEqual([null, 0, null]);
	});

	it('of functions speak of the units that answer for one', () => {
		expect(indicators.functionsPerUnit).toEqual({ part: 2, whole: 2, share: 1 });
		expect(indicators.functionsPerPost.part).toBe(2);
		expect(indicators.functionsWithBasis).toEqual({ part: 1, whole: 2, share: 0.5 });
	});

	it('of powers count only those in force on the day', () => {
		expect(indicators.powers).toEqual({ covered: 1, total: 2, share: 0.5, uncovered: ['p2'] });
	});

	it('per 1 000 residents need a population', () => {
		expect(indicators.postsPerThousand).toBeNull();
		const peopled = { ...town, municipality: { ...town.municipality, population: 8500 } };
		expect(computeIndicators(peopled, powers, AS_OF).postsPerThousand).toBe(1);
	});
});

describe('spans of control', () => {
	it('average (N − 1) ÷ M (oracle T12)', () => {
		expect(averageSpan({ positions: 60, managers: 9 })).toBeCloseTo(6.556, 3);
		expect(averageSpan({ positions: 3, managers: 0 })).toBeNull();
	});

	it('count own people and the heads below; a unit without a head reports upwards', () => {
		// mayor: GAO head + 0,5 of works = 1,5; GAO: 2 experts + budget head = 3; budget: 3
		const { approved } = computeSpans(town);
		expect(approved.spans).toEqual([
			{ unitKey: 'mayor', heads: 1, reports: 1.5, span: 1.5, level: 1 },
			{ unitKey: 'gao', heads: 1, reports: 3, span: 3, level: 2 },
			{ unitKey: 'budget', heads: 1, reports: 3, span: 3, level: 3 },
		]);
		// (8,5 − 1) ÷ 3
		expect(approved).toMatchObject({ positions: 8.5, managers: 3, average: 2.5, median: 3, layers: 3 });
	});

	it('leave vacant posts out of the actual picture', () => {
		const { actual } = computeSpans(town);
		expect(actual).toMatchObject({ positions: 7.5, managers: 3 });
		expect(actual.average).toBeCloseTo(6.5 / 3, 9);
		expect(actual.median).toBe(2);
	});

	it('have an even median and survive a loop of parents', () => {
		const two = { ...town, units: town.units.filter((unit) => unit.key !== 'budget') };
		expect(computeSpans(two).approved.median).toBe((1.5 + 2) / 2);
		const loop = [aUnit('a', { parentKey: unitKey('b') }), aUnit('b', { parentKey: unitKey('a') })];
		const broken = computeIndicators(aStructure({ units: loop }), [], AS_OF);
		expect(broken.unitLevels).toBe(2);
	});

	it('fall into bands with dated bounds', () => {
		const parameters = [
			aParameter('org.span.narrow-below', 3),
			aParameter('org.span.normal-from', 5),
			aParameter('org.span.normal-to', 10),
			aParameter('org.span.wide-above', 12),
		];
		const bounds = spanBounds(parameters, AS_OF, null);
		expect(bounds && [0, 1, 2.5, 3, 4.5, 5, 10, 11, 12, 13].map((span) => spanBand(span, bounds))).toEqual([
			'none',
			'single',
			'narrow',
			'below',
			'below',
			'normal',
			'normal',
			'extended',
			'extended',
			'wide',
		]);
		expect(spanBounds(parameters.slice(1), AS_OF, null)).toBeNull();
		expect(spanBounds(parameters.slice(0, 3), AS_OF, null)).toBeNull();
	});
});
