import { expect, it } from 'vitest';
import { isoDate, type EmployeeId, type PostKey } from '#lib/domain/shared/index.ts';
import { computeVacantParts } from '#lib/domain/training/index.ts';

const post = 'p1' as PostKey;
const on = isoDate('2026-11-23');
const person = (id: string, occupancy: number, leftOn: string | null = null) => ({
	...{ id: id as EmployeeId, postKey: post, occupancy },
	leftOn: leftOn === null ? null : isoDate(leftOn),
});
const free = (people: ReturnType<typeof person>[], apart?: string) =>
	computeVacantParts([{ key: post, approved: 2 }], people, {
		...{ on, ...(apart !== undefined && { apart: apart as EmployeeId }) },
	}).get(post);

it('takes what people serve from the approved posts, without whoever is set apart', () => {
	expect(free([])).toBe(2);
	expect(free([person('a', 1), person('b', 0.5)])).toBe(0.5);
	expect(free([person('a', 1), person('b', 0.5)], 'b')).toBe(1);
});

it('counts who leaves later and not who has left', () => {
	expect(free([person('a', 1, '2026-11-23'), person('b', 1, '2026-11-24')])).toBe(1);
});

it('keeps no dust of fractions, and shows that more serve than there are places', () => {
	expect(free([person('a', 0.1), person('b', 0.2), person('c', 1.7)])).toBe(0);
	expect(free([person('a', 1), person('b', 1), person('c', 0.5)])).toBe(-0.5);
});
