import { describe, expect, it } from 'vitest';
import {
	compareRules,
	lastEndDay,
	passingBreaches,
	type Operation,
	type RuleId,
} from '#lib/domain/scenario/index.ts';
import type { Structure } from '#lib/domain/org/index.ts';
import { headcount, isoDate } from '#lib/domain/shared/index.ts';
import { LIMITS, operation, runOf } from '#tests/support/operations.ts';
import { PARAMETERS, parameter } from '#tests/support/rules.ts';
import { aPost, postKey, smallStructure, unitKey } from '#tests/support/small-structure.ts';

const [january, july] = [isoDate('2027-01-01'), isoDate('2027-07-01')];
const frame = { parameters: PARAMETERS, powers: [], asOf: january };
const architect = { bg: 'Главен архитект', en: null };

/** The secretary and the chief architect stand: R10 is met. */
const base: Structure = {
	...smallStructure(),
	posts: [
		...smallStructure().posts,
		aPost('s', 'mayor', 1, { title: { bg: 'Секретар на община', en: null } }),
		aPost('a', 'mayor', 1, { title: architect, occupied: headcount(0) }),
	],
};
const close = operation('post-close', { postKey: postKey('a') });
const open = operation('post-create', {
	...{ key: postKey('a-new'), unitKey: unitKey('mayor'), title: architect, approved: headcount(1) },
	...{ category: 'expert', relation: 'civil-service', funding: 'delegated', isHead: false, annualCost: null },
});
const later = (item: Operation): Operation => ({ ...item, effectiveOn: july });
const passing = (...operations: readonly Operation[]) =>
	passingBreaches(runOf(base, ...operations), frame, LIMITS).map(({ startsOn, rule }) => [
		...[startsOn, rule.after.rule, rule.before.verdict, rule.after.verdict],
	]);
const verdict = (rule: RuleId, rules: ReturnType<typeof compareRules>) =>
	rules.find(({ after }) => after.rule === rule)!;

describe('the rules between two days of a scenario', () => {
	it('are told where the chief architect is closed in January and opened again in July', () => {
		const run = runOf(base, close, later(open));
		// at the end there is one again, so the end alone says nothing
		expect(verdict('R10', compareRules(run, frame))).toMatchObject({
			before: { verdict: 'passed' },
			after: { verdict: 'passed' },
		});
		expect(passing(close, later(open))).toEqual([[january, 'R10', 'passed', 'failed']]);
	});

	it('are told once, at the end, where it stays closed', () => {
		const other = later(operation('post-close', { postKey: postKey('p-acc') }));
		expect(passing(close, other)).toEqual([]);
	});

	it('say nothing of a scenario that takes effect at once, or of a day on which it does not stand', () => {
		expect(passing(close, open)).toEqual([]);
		// what is closed in January is opened in July only: January does not apply, and the obstacles tell it
		const gone = operation('post-close', { postKey: postKey('a-new') });
		expect(passing(later(open), gone)).toEqual([]);
	});
});

describe('the law of the day', () => {
	it('is that of the day from which the whole scenario is in effect', () => {
		// from 1 July the structure has a unit of the council; until then no such duty is entered
		const law = [
			...PARAMETERS.filter(({ key }) => key !== 'rule.spatial-planning-unit'),
			parameter('rule.spatial-planning-unit', 1, { from: '2027-07-01' }),
		];
		const rest = operation('post-close', { postKey: postKey('p-acc') });
		const at = (item: Operation) =>
			verdict('R45', compareRules(runOf(base, item), { ...frame, parameters: law })).after.verdict;
		expect(at(rest)).toBe('not-applicable');
		expect(at(later(rest))).not.toBe('not-applicable');
	});

	it('is for several scenarios the first day on which all of them hold as a whole', () => {
		const [now, then] = [runOf(base, close), runOf(base, later(close))];
		const ending = (run: typeof now) => ({ run, decisionDay: january });
		expect(lastEndDay([ending(now)])).toBe(january);
		expect(lastEndDay([ending(now), ending(then)])).toBe(july);
		expect(lastEndDay([ending(then), ending(now)])).toBe(july);
	});
});
