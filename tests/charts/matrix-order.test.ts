import { describe, expect, test } from 'vitest';
import { orderAfter } from '#lib/charts/matrix-order.ts';

/** Two areas, the first with three functions and the second with one. */
const ENTRIES = [
	{ key: 'a1', depth: 0 },
	{ key: 'f1', depth: 1 },
	{ key: 'f2', depth: 1 },
	{ key: 'f3', depth: 1 },
	{ key: 'a2', depth: 0 },
	{ key: 'f4', depth: 1 },
];

describe('a line of a matrix put elsewhere by hand', () => {
	test('goes a step among those under the same parent', () => {
		expect(orderAfter(ENTRIES, 'f1', { step: 1 })).toEqual(['f2', 'f1', 'f3']);
		expect(orderAfter(ENTRIES, 'f3', { step: -1 })).toEqual(['f1', 'f3', 'f2']);
		expect(orderAfter(ENTRIES, 'a2', { step: -1 })).toEqual(['a2', 'a1']);
	});

	test('takes the place of the line it is dropped on, from both sides', () => {
		expect(orderAfter(ENTRIES, 'f3', { target: 'f1' })).toEqual(['f3', 'f1', 'f2']);
		expect(orderAfter(ENTRIES, 'f1', { target: 'f3' })).toEqual(['f2', 'f3', 'f1']);
	});

	test('stays where it is at the end, on itself, and under another parent', () => {
		expect(orderAfter(ENTRIES, 'f1', { step: -1 })).toBeUndefined();
		expect(orderAfter(ENTRIES, 'f4', { step: 1 })).toBeUndefined();
		expect(orderAfter(ENTRIES, 'f1', { target: 'f1' })).toBeUndefined();
		expect(orderAfter(ENTRIES, 'f1', { target: 'f4' })).toBeUndefined();
		expect(orderAfter(ENTRIES, 'f1', { target: 'a2' })).toBeUndefined();
		expect(orderAfter(ENTRIES, 'nobody', { step: 1 })).toBeUndefined();
	});
});
