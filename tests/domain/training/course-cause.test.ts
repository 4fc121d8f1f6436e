import { describe, expect, test } from 'vitest';
import { isoDate } from '#lib/domain/shared/index.ts';
import {
	causeToServe,
	suggestPlanItems,
	type NeedCause,
	type TrainingNeed,
} from '#lib/domain/training/index.ts';
import { aCourse, person, post, skill, unit } from './builders.ts';

function aNeed(key: string, cause: NeedCause, people: readonly string[]): TrainingNeed {
	return {
		...{ key, cause, unitKey: unit('a'), competencyKey: null, requiredLevel: null, openPlaces: 0 },
		people: people.map((id) => ({
			...{ employeeId: person(id), postKey: post('p'), required: null, assessed: null, gap: null },
		})),
		priority: { gapSum: 0, people: people.length, weight: 1, value: null },
		deadline: isoDate('2027-06-30'),
	};
}

const heads = { kind: 'appointed-head' } as const;
const newcomers = { kind: 'new-employee' } as const;
const rule = (ref: string) => ({ kind: 'rule-changed', rule: 'provision', ref }) as const;

describe('a course for a cause', () => {
	const courses = [
		aCourse('managing', 'zop', { levelTo: 4 }),
		aCourse('heads', 'zop', { levelTo: 1, causes: ['new-head'] }),
		aCourse('rules', 'zop', { levelTo: 1, causes: ['rule-changed'] }),
	];

	test('is found where no competency is asked for, and only by the cause that it serves', () => {
		const needs = [aNeed('n1', heads, ['e1', 'e2']), aNeed('n2', newcomers, ['e3'])];
		const { items, uncovered } = suggestPlanItems({ needs, courses, year: 2027 });
		expect(items).toMatchObject([
			{ courseKey: 'heads', needKeys: ['n1'], employeeIds: ['e1', 'e2'], quarter: 2 },
		]);
		expect(uncovered.map(({ needKey, code }) => [needKey, code])).toEqual([
			['n2', 'training/mandatory-without-course'],
		]);
	});

	test('seats a person once for two needs of heads, and once for several changed rules', () => {
		const needs = [
			aNeed('n1', heads, ['e1']),
			{ ...aNeed('n2', heads, ['e1']), unitKey: unit('b') },
			aNeed('n3', rule('p1'), ['e1']),
			aNeed('n4', rule('p2'), ['e1']),
		];
		const { items } = suggestPlanItems({ needs, courses, year: 2027 });
		expect(items.map(({ courseKey, needKeys, employeeIds }) => [courseKey, needKeys, employeeIds])).toEqual([
			['heads', ['n1', 'n2'], ['e1']],
			['rules', ['n3', 'n4'], ['e1']],
		]);
	});

	test('that also teaches what a person lacks seats the person once', () => {
		const lacking: TrainingNeed = {
			...aNeed('n2', { kind: 'gap' }, []),
			competencyKey: skill('zop'),
			requiredLevel: 1,
			people: [{ employeeId: person('e1'), postKey: post('p'), required: 1, assessed: null, gap: null }],
		};
		const one = aCourse('both', 'zop', { levelTo: 1, causes: ['new-head'] });
		const { items } = suggestPlanItems({
			needs: [aNeed('n1', heads, ['e1']), lacking],
			courses: [one],
			year: 2027,
		});
		expect(items).toMatchObject([{ needKeys: ['n1', 'n2'], employeeIds: ['e1'], openSeats: 0 }]);
	});

	test('is not asked of a need that names a competency', () => {
		expect(causeToServe({ cause: heads, competencyKey: skill('zop') })).toBeNull();
		expect(causeToServe({ cause: { kind: 'certificate', subject: 'entry' }, competencyKey: null })).toBe(
			'new-employee',
		);
		expect(causeToServe({ cause: { kind: 'certificate', subject: 'head' }, competencyKey: null })).toBe(
			'new-head',
		);
		expect(causeToServe({ cause: { kind: 'wish' }, competencyKey: null })).toBeNull();
	});
});
