import { describe, expect, it } from 'vitest';
import { checkRules, checkStructure as check, type Structure } from '#lib/domain/org/index.ts';
import { asId, headcount, share, type ActivityKey } from '#lib/domain/shared/index.ts';
import {
	AS_OF,
	aFunction,
	aParameter,
	aPart,
	aPost,
	aStructure,
	aUnit,
	anActivity,
	postKey,
	unitKey,
} from '../workload/builders.ts';

const basis = [{ actKey: 'zmsma', reference: { article: '44' } }];

const sound: Structure = aStructure({
	units: [aUnit('gao')],
	posts: [
		aPost('head', 'gao', { category: 'managerial', isHead: true }),
		aPost('experts', 'gao', { approved: headcount(2), occupied: headcount(2) }),
	],
	functions: [aFunction('f1', { bases: basis })],
	participations: [aPart('f1', 'gao')],
});

const rules = checkRules([aParameter('org.post-step', 0.25)], AS_OF, null);
const checkStructure = (structure: Structure) => check(structure, rules);

function codes(over: Partial<Structure>): readonly string[] {
	return checkStructure({ ...sound, ...over }).map((finding) => `${finding.code} ${finding.subject.key}`);
}

describe('checks of a structure', () => {
	it('find nothing in a sound one', () => {
		expect(checkStructure(sound)).toEqual([]);
	});

	it('find a directorate without a head, but not a group or an office', () => {
		const posts = [aPost('experts', 'gao', { approved: headcount(2), occupied: headcount(2) })];
		expect(codes({ posts })).toEqual(['org/unit-without-head gao']);
		const units = [aUnit('gao', { kind: 'group' })];
		expect(codes({ units, posts })).toEqual([]);
	});

	it('find a manager with exactly one report', () => {
		const posts = [aPost('head', 'gao', { isHead: true }), aPost('expert', 'gao')];
		expect(checkStructure({ ...sound, posts })).toEqual([
			{
				code: 'org/manager-with-one-report',
				subject: { kind: 'unit', key: 'gao' },
				terms: { reports: 1, level: 1 },
			},
		]);
	});

	it('find a unit with one sub-unit and forbidden nesting (R05)', () => {
		const units = [
			aUnit('gao'),
			aUnit('d1', { kind: 'department', parentKey: unitKey('gao') }),
			aUnit('d2', { kind: 'department', parentKey: unitKey('d1') }),
			aUnit('d3', { kind: 'department', parentKey: unitKey('d1') }),
		];
		const posts = ['d1', 'd2', 'd3'].flatMap((key) => [
			aPost(`${key}-head`, key, { isHead: true }),
			aPost(`${key}-experts`, key, { approved: headcount(2), occupied: headcount(1) }),
		]);
		const participations = [
			...sound.participations,
			...['d1', 'd2', 'd3'].map((key) => aPart('f1', key, { role: 'participates' })),
		];
		expect(codes({ units, posts: [...sound.posts, ...posts], participations })).toEqual([
			'org/unit-with-one-sub-unit gao',
			'org/nesting d2',
			'org/nesting d3',
		]);
	});

	it('find a unit without a function, and its idle posts', () => {
		const units = [...sound.units, aUnit('idle', { kind: 'sector' })];
		const posts = [
			...sound.posts,
			aPost('idle-head', 'idle', { isHead: true }),
			aPost('idle-post', 'idle', { approved: headcount(2) }),
		];
		expect(codes({ units, posts })).toEqual([
			'org/unit-without-function idle',
			'org/post-without-function idle-post',
		]);
	});

	it('find a post that is named in no function of its unit although others are', () => {
		const participations = [aPart('f1', 'gao', { postKey: postKey('experts') })];
		const posts = [...sound.posts, aPost('spare', 'gao')];
		expect(codes({ participations, posts })).toEqual(['org/post-without-function spare']);
		const activity = anActivity('a1', { fn: 'f1', unit: 'gao', volume: 1, minutes: 1, post: 'spare' });
		expect(
			codes({ participations, posts, activities: [{ ...activity, key: asId<ActivityKey>('a') }] }),
		).toEqual([]);
	});

	it('find post counts out of step (R03) and more people than posts', () => {
		const posts = [
			aPost('head', 'gao', { isHead: true }),
			aPost('odd', 'gao', { approved: headcount(1.3), occupied: headcount(1.5) }),
			aPost('quarter', 'gao', { approved: headcount(0.25), occupied: headcount(0) }),
		];
		expect(checkStructure({ ...sound, posts })).toEqual([
			{ code: 'org/post-step', subject: { kind: 'post', key: 'odd' }, terms: { approved: 1.3, step: 0.25 } },
			{
				code: 'org/occupied-above-approved',
				subject: { kind: 'post', key: 'odd' },
				terms: { approved: 1.3, occupied: 1.5 },
			},
		]);
	});

	it('leave post counts alone where no step is set', () => {
		const posts = [aPost('odd', 'gao', { isHead: true, approved: headcount(1.3) })];
		const unset = checkRules([], AS_OF, null);
		expect(check({ ...sound, posts }, unset).map((finding) => finding.code)).toEqual([]);
	});

	it('find functions that nobody or several units answer for, and those without a basis', () => {
		const units = [...sound.units, aUnit('other', { kind: 'office' })];
		const functions = [...sound.functions, aFunction('f2'), aFunction('f3', { bases: basis })];
		const participations = [...sound.participations, aPart('f3', 'gao'), aPart('f3', 'other')];
		expect(codes({ units, functions, participations })).toEqual([
			'org/function-without-accountable f2',
			'org/function-with-several-accountable f3',
			'org/function-without-basis f2',
		]);
	});

	it('find shares of one function above 100 % and forgive a rounding', () => {
		const units = [...sound.units, aUnit('other', { kind: 'office' })];
		const split = (a: number, b: number) => [
			aPart('f1', 'gao', { share: share(a) }),
			aPart('f1', 'other', { role: 'participates', share: share(b) }),
		];
		expect(codes({ units, participations: split(0.7, 0.4) })).toEqual(['org/shares-above-one f1']);
		expect(codes({ units, participations: split(0.7, 0.3) })).toEqual([]);
	});
});
