import { expect, it } from 'vitest';
import { standToTargets, type MeasureValues } from '#lib/domain/scenario/index.ts';

const BEFORE: MeasureValues = {
	...{ administration: 90, cost: 1_000_000, units: 12, layers: 4, span: 5, 'specialised-share': 0.25 },
	...{ 'open-overlaps': 7, 'failed-rules': 2, 'unanswered-functions': 1 },
};
const AFTER = { ...BEFORE, administration: 88, 'specialised-share': 0.28, 'open-overlaps': null };
const stand = (targets: Parameters<typeof standToTargets>[0]) =>
	standToTargets(targets, { before: BEFORE, after: AFTER });

it('a target that is an upper bound is met at the bound and missed above it', () => {
	expect(stand({ administration: 88 })).toMatchObject([
		{ state: 'met', before: 90, after: 88, filled: 1, bound: 'at-most' },
	]);
	expect(stand({ administration: 87.5 })[0]?.state).toBe('missed');
	// 88 of 110 posts are taken: 0,8
	expect(stand({ administration: 110 })[0]?.filled).toBe(0.8);
});

it('a target that is a lower bound is missed below it', () => {
	// 0,28 ÷ 0,35 = 0,8
	const [standing] = stand({ 'specialised-share': 0.35 });
	expect(standing).toMatchObject({ state: 'missed', bound: 'at-least' });
	expect(standing?.filled).toBeCloseTo(0.8);
	expect(stand({ 'specialised-share': 0.28 })[0]?.state).toBe('met');
});

it('a span can have a target on both sides', () => {
	expect(stand({ 'span-least': 4, 'span-most': 4.5 }).map(({ metric, state }) => [metric, state])).toEqual([
		['span-least', 'met'],
		['span-most', 'missed'],
	]);
});

it('what nobody measured is neither met nor missed', () => {
	expect(stand({ 'open-overlaps': 0 })).toMatchObject([{ state: 'not-measured', after: null, filled: null }]);
});

it('a target of none is filled as soon as there is one', () => {
	expect(stand({ 'failed-rules': 0 })).toMatchObject([{ state: 'missed', filled: 1 }]);
	expect(stand({})).toEqual([]);
});
