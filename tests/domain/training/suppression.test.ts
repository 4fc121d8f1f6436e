import { describe, expect, test } from 'vitest';
import { hiddenParts } from '#lib/domain/training/index.ts';

const parts = (...people: number[]) => people.map((count, at) => ({ key: `p${at}`, people: count }));

describe('parts of a published whole', () => {
	test('about fewer than three people are hidden', () => {
		expect([...hiddenParts(parts(1, 2, 5))]).toEqual(['p0', 'p1']);
	});

	test('hide the smallest of the others too, when the whole less the shown ones would give them away', () => {
		// 9 − 5 = 4 people stay unshown instead of the one.
		expect([...hiddenParts(parts(1, 5, 3))]).toEqual(['p0', 'p2']);
		expect([...hiddenParts(parts(2, 4, 4))]).toEqual(['p0', 'p1']);
	});

	test('are all shown when each has enough people; nobody hides nothing', () => {
		expect(hiddenParts(parts(3, 4, 0)).size).toBe(0);
		expect(hiddenParts([]).size).toBe(0);
	});
});
