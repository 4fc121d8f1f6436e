import { expect, it } from 'vitest';
import { asId, isoDate, type EmployeeId } from '#lib/domain/shared/index.ts';
import { givesSeatBack, leaversOn, withoutLeavers } from '#lib/domain/training/index.ts';

const IVA = asId<EmployeeId>('iva');
const PETYA = asId<EmployeeId>('petya');
const need = (
	state: 'open' | 'planned' | 'done' | 'dismissed',
	people: readonly EmployeeId[],
	openPlaces = 0,
) => ({
	...{ state, openPlaces, people: people.map((employeeId) => ({ employeeId })) },
});

it('counts as left whoever left on the day or before', () => {
	const employees = [
		{ id: IVA, leftOn: isoDate('2026-11-22') },
		{ id: PETYA, leftOn: isoDate('2026-11-23') },
		{ id: asId<EmployeeId>('mira'), leftOn: null },
	];
	expect([...leaversOn(employees, isoDate('2026-11-22'))]).toEqual([IVA]);
});

it('takes whoever left out of a living need, and the need with the last of them', () => {
	const left = new Set([PETYA]);
	expect(withoutLeavers(need('open', [IVA, PETYA]), left)).toEqual(need('open', [IVA]));
	expect(withoutLeavers(need('planned', [PETYA]), left)).toBeUndefined();
	expect(withoutLeavers(need('planned', [PETYA], 1), left)).toEqual(need('planned', [], 1));
});

it('leaves what was met or dismissed as it was', () => {
	const left = new Set([PETYA]);
	for (const state of ['done', 'dismissed'] as const)
		expect(withoutLeavers(need(state, [PETYA]), left)).toEqual(need(state, [PETYA]));
});

it('gives a seat back when the person leaves before the quarter ends, unless a session took place before', () => {
	const line = { state: 'planned', year: 2027, quarter: 1 } as const;
	const leaving = (day: string, isInSession = false) =>
		givesSeatBack(line, { leftOn: isoDate(day), isInSession });
	expect(['2026-11-20', '2027-03-31', '2027-04-01'].map((day) => leaving(day))).toEqual([true, true, false]);
	expect(leaving('2026-11-20', true)).toBe(false);
	expect(givesSeatBack(line, { leftOn: null, isInSession: false })).toBe(false);
});

it('leaves a line that was held with whoever took part', () => {
	const line = { state: 'held', year: 2026, quarter: 4 } as const;
	expect(givesSeatBack(line, { leftOn: isoDate('2026-11-20'), isInSession: false })).toBe(false);
});
