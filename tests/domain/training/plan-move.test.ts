import { describe, expect, it } from 'vitest';
import { isReopened, linesNotHeld, reasonMove } from '#lib/domain/training/index.ts';

const items = [
	{ id: 'a', state: 'planned' },
	{ id: 'b', state: 'held' },
	{ id: 'c', state: 'planned' },
	{ id: 'd', state: 'cancelled' },
] as const;
const nothing = { reason: null, reasons: new Map<string, string>() };
const approved = { state: 'approved', items } as const;

describe('closing a plan', () => {
	it('takes for not held only what was neither held nor called off', () => {
		expect(linesNotHeld(items).map(({ id }) => id)).toEqual(['a', 'c']);
	});

	it('names the lines that have no reason', () => {
		expect(reasonMove(approved, 'closed', nothing)).toEqual({
			ok: false,
			error: { code: 'training/not-held', itemIds: ['a', 'c'] },
		});
		const one = { reason: null, reasons: new Map([['c', 'няма лектор']]) };
		expect(reasonMove(approved, 'closed', one)).toMatchObject({ error: { itemIds: ['a'] } });
	});

	it('takes the reason for all where a line has none of its own', () => {
		const given = { reason: 'няма средства', reasons: new Map([['c', 'няма лектор']]) };
		expect(reasonMove(approved, 'closed', given)).toEqual({
			ok: true,
			value: {
				reason: null,
				notHeld: [
					{ item: items[0], reason: 'няма средства' },
					{ item: items[2], reason: 'няма лектор' },
				],
			},
		});
	});

	it('asks nothing when everything was held or called off', () => {
		const done = { state: 'approved', items: [items[1], items[3]] } as const;
		expect(reasonMove(done, 'closed', nothing)).toEqual({ ok: true, value: { reason: null, notHeld: [] } });
	});
});

describe('going back', () => {
	it('is every move to an earlier state', () => {
		expect(isReopened('approved', 'draft')).toBe(true);
		expect(isReopened('closed', 'approved')).toBe(true);
		expect(isReopened('draft', 'approved')).toBe(false);
		expect(isReopened('approved', 'approved')).toBe(false);
	});

	it('needs a reason, and none for the lines', () => {
		expect(reasonMove(approved, 'draft', nothing)).toEqual({
			ok: false,
			error: { code: 'training/reopen-reason-needed' },
		});
		expect(reasonMove(approved, 'draft', { ...nothing, reason: 'грешен бюджет' })).toEqual({
			ok: true,
			value: { reason: 'грешен бюджет', notHeld: [] },
		});
	});
});
