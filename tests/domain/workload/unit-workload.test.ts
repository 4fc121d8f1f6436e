import { describe, expect, it } from 'vitest';
import type { Structure } from '#lib/domain/org/index.ts';
import { headcount, hoursPerYear, isoDate, share } from '#lib/domain/shared/index.ts';
import { computeUnitWorkloads, type UnitWorkload, type WorkloadReport } from '#lib/domain/workload/index.ts';
import {
	AS_OF,
	CALENDAR,
	PARAMETERS,
	aCategoryAllowance,
	aFunction,
	aPart,
	aPost,
	aStructure,
	aUnit,
	anActivity,
	postKey,
	unitKey,
} from './builders.ts';

function report(structure: Structure, parameters = PARAMETERS): WorkloadReport {
	const result = computeUnitWorkloads(structure, parameters, AS_OF, CALENDAR);
	if (!result.ok) throw new Error(result.error.code);
	return result.value;
}

function unitOf(structure: Structure, key: string): UnitWorkload {
	const found = report(structure).units.get(unitKey(key));
	if (!found) throw new Error(`no unit ${key}`);
	return found;
}

// One civil servant has 1 680 h in 2026. 3 360 cases of 30 min are 1 680 h, that is one post.
const desk = aStructure({
	units: [aUnit('gao'), aUnit('office', { parentKey: unitKey('gao'), kind: 'department' })],
	posts: [aPost('head', 'gao', { isHead: true }), aPost('expert', 'office')],
	functions: [aFunction('f1'), aFunction('f2')],
	participations: [aPart('f1', 'office'), aPart('f2', 'gao')],
	activities: [anActivity('a1', { fn: 'f1', unit: 'office', volume: 3360, minutes: 30, post: 'expert' })],
});

describe('the need of a unit', () => {
	it('is volume × minutes over the available time of its own people', () => {
		const office = unitOf(desk, 'office');
		expect(office.own.need).toEqual({
			kind: 'measured',
			value: { low: 1, expected: 1, high: 1 },
			coverage: 1,
		});
		expect(office.own).toMatchObject({ utilisation: 1, ratio: 1, difference: 0, class: 'normal' });
		expect(office.terms?.time).toEqual({
			hours: 1680,
			parts: [{ relation: 'civil-service', posts: 1, hours: 1680 }],
			basis: 'own-posts',
		});
	});

	it('is never 0 where nobody measured', () => {
		const directorate = unitOf(desk, 'gao');
		expect(directorate.own.need).toEqual({ kind: 'not-measured' });
		expect(directorate.own).toMatchObject({ class: 'not-measured', utilisation: null, difference: null });
		expect(directorate.own.coverage.unmeasured).toEqual(['f2']);
	});

	it('of a subtree compares only the units that were measured and says how much was covered', () => {
		// 2 posts, 1 of them in a measured unit; weights 1 measured of 2
		const directorate = unitOf(desk, 'gao');
		expect(directorate.subtree).toMatchObject({
			approved: 2,
			compared: { approved: 1, occupied: 1 },
			utilisation: 1,
			class: 'insufficient-data',
		});
		expect(directorate.subtree.coverage.share).toBe(0.5);
	});

	it('carries the range of the estimates through the allowances', () => {
		// low 20, usual 30, high 52 → PERT 32; 3 150 cases: 1 050, 1 680, 2 730 h → 0,625; 1; 1,625 posts
		// 20 % common work → × 1,25; 168 h for one person → + 0,1
		const structure: Structure = {
			...desk,
			activities: [anActivity('a1', { fn: 'f1', unit: 'office', volume: 3150, minutes: [20, 30, 52] })],
			allowances: [
				aCategoryAllowance('office', 20),
				{
					kind: 'individual',
					unitKey: unitKey('office'),
					name: { bg: 'Ръководство', en: null },
					staff: headcount(1),
					hours: hoursPerYear(168),
					source: 'test',
				},
			],
		};
		const { own, terms } = unitOf(structure, 'office');
		expect(own.need).toMatchObject({
			value: {
				low: expect.closeTo(0.88125, 9),
				expected: expect.closeTo(1.35, 9),
				high: expect.closeTo(2.13125, 9),
			},
		});
		expect(own.classRange).toEqual({ low: 'below-norm', high: 'overloaded' });
		expect(terms).toMatchObject({
			categoryAllowanceStandard: 20,
			categoryAllowanceFactor: 1.25,
			individualAllowanceFte: 0.1,
		});
		// analytic: 1 × 1,10 + 0,1
		expect(terms?.analyticFte?.expected).toBeCloseTo(1.2, 9);
	});

	it('mixes the hours of the relations by approved posts', () => {
		// 1 civil servant 1 680 h and 2 contracts 1 704 h → (1 680 + 3 408) ÷ 3 = 1 696 h
		const structure: Structure = {
			...desk,
			posts: [
				aPost('p1', 'office'),
				aPost('p2', 'office', { relation: 'labour', approved: headcount(2), occupied: headcount(1) }),
			],
		};
		expect(unitOf(structure, 'office').terms?.time.hours).toBe(1696);
	});

	it('uses the mean of all posts where the unit has none', () => {
		const structure: Structure = { ...desk, posts: [aPost('head', 'gao', { relation: 'labour' })] };
		const office = unitOf(structure, 'office');
		expect(office.terms?.time).toMatchObject({ hours: 1704, basis: 'all-posts' });
		expect(office.own).toMatchObject({ class: 'no-staff', utilisation: null });
	});

	it('skips activities without a volume or a time norm, and counts them as not covered', () => {
		const structure: Structure = {
			...desk,
			activities: [
				...desk.activities,
				anActivity('a2', { fn: 'f1', unit: 'office', volume: null, minutes: 10 }),
				anActivity('a3', { fn: 'f1', unit: 'office', volume: 10, minutes: null }),
				anActivity('a4', { fn: 'f1', unit: 'office', volume: 10, minutes: [9, 5, 7] }),
			],
		};
		const office = unitOf(structure, 'office');
		expect(office.terms?.unmeasured.map((item) => item.key)).toEqual(['a2', 'a3', 'a4']);
		expect(office.own.need).toMatchObject({ value: { expected: 1 } });
		expect(office.own.coverage.share).toBe(0.25);
	});

	it('is refused for a unit whose common work takes the whole time; the others stand', () => {
		const structure: Structure = { ...desk, allowances: [aCategoryAllowance('office', 100)] };
		const office = unitOf(structure, 'office');
		expect(office.problem).toEqual({ code: 'workload/category-allowance-too-high', percent: 100 });
		expect(office.terms).toBeNull();
		expect(office.own.class).toBe('not-measured');
		expect(unitOf(structure, 'gao').problem).toBeNull();
	});

	it('warns where training is an allowance and an absence at once', () => {
		const structure: Structure = { ...desk, allowances: [aCategoryAllowance('office', 2, 'Обучения')] };
		const warning = { code: 'workload/training-counted-twice', allowance: 'Обучения' };
		expect(unitOf(structure, 'office').warnings).toEqual([warning]);
		const withoutTraining = PARAMETERS.map((item) =>
			item.key === 'time.absence.training' ? { ...item, value: 0 } : item,
		);
		expect(report(structure, withoutTraining).units.get(unitKey('office'))?.warnings).toEqual([]);
	});
});

describe('the need of a post', () => {
	it('counts the activities recorded for it and nothing else', () => {
		const posts = unitOf(desk, 'office').posts;
		expect(posts.map((item) => [item.post.key, item.figure.class])).toEqual([['expert', 'normal']]);
		const gao = unitOf(desk, 'gao').posts;
		expect(gao.map((item) => [item.post.key, item.figure.need.kind])).toEqual([['head', 'not-measured']]);
		expect(postKey('expert')).toBe(posts[0]?.post.key);
	});
});

describe('coverage', () => {
	it('weighs answering 1, taking part ½ and a recorded share as it is', () => {
		// f1 answers and is measured: 1; f2 takes part: 0,5; f3 has a share of 0,25; f4 is only consulted: 0
		const structure: Structure = {
			...desk,
			functions: [aFunction('f1'), aFunction('f2'), aFunction('f3'), aFunction('f4')],
			participations: [
				aPart('f1', 'office'),
				aPart('f2', 'office', { role: 'participates' }),
				aPart('f3', 'office', { role: 'participates', share: share(0.25) }),
				aPart('f4', 'office', { role: 'consulted' }),
			],
		};
		const { coverage } = unitOf(structure, 'office').own;
		expect(coverage).toEqual({ measured: 1, total: 1.75, share: 1 / 1.75, unmeasured: ['f2', 'f3'] });
	});
});

describe('the municipal administration as a whole', () => {
	it('leaves out what stands outside it', () => {
		const structure: Structure = {
			...desk,
			units: [...desk.units, aUnit('library', { part: 'outside', kind: 'cultural-institute' })],
			posts: [...desk.posts, aPost('librarian', 'library')],
		};
		expect(report(structure).administration.approved).toBe(2);
	});

	it('cannot be computed without the parameters or the calendar of the year', () => {
		const without = PARAMETERS.filter((item) => item.key !== 'workload.coverage.minimum');
		expect(computeUnitWorkloads(desk, without, AS_OF, CALENDAR)).toEqual({
			ok: false,
			error: { code: 'workload/missing-parameter', keys: ['workload.coverage.minimum'] },
		});
		expect(computeUnitWorkloads(desk, PARAMETERS, isoDate('2031-01-01'), CALENDAR)).toMatchObject({
			ok: false,
			error: { code: 'legal/calendar-year-unknown' },
		});
	});

	it('can be taken by the analytic method, when its distribution times are set', () => {
		// 1 post of cases × 1,10
		const found = computeUnitWorkloads(desk, PARAMETERS, AS_OF, CALENDAR, 'analytic');
		const office = found.ok ? found.value.units.get(unitKey('office')) : undefined;
		expect(office?.own.need).toMatchObject({ value: { expected: expect.closeTo(1.1, 9) } });
		expect(office?.posts[0]?.figure.utilisation).toBeCloseTo(1.1, 9);
		const without = PARAMETERS.filter((item) => !item.key.startsWith('workload.distribution'));
		expect(computeUnitWorkloads(desk, without, AS_OF, CALENDAR, 'analytic')).toEqual({
			ok: false,
			error: {
				code: 'workload/missing-parameter',
				keys: ['workload.distribution.personal', 'workload.distribution.material'],
			},
		});
	});

	it('shows no analytic figure where the distribution times are not set', () => {
		const without = PARAMETERS.filter((item) => item.key !== 'workload.distribution.material');
		expect(report(desk, without).units.get(unitKey('office'))?.terms?.analyticFte).toBeNull();
	});
});
