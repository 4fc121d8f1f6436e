import { describe, expect, test } from 'vitest';
import {
	assignSeats,
	computeCoverage,
	settledState,
	uncoveredPart,
	type PlanItem,
} from '#lib/domain/training/index.ts';
import { anItem, person } from './builders.ts';

const people = (...ids: string[]) => ids.map((id) => ({ employeeId: person(id) }));
const aNeed = (key: string, ids: readonly string[], openPlaces = 0) => ({
	key,
	people: people(...ids),
	openPlaces,
});
const aLine = (id: string, ids: readonly string[], more: Partial<PlanItem> = {}) =>
	anItem(id, { participants: ids.map((key) => person(key)), needKeys: ['n'], ...more });

describe('coverage of a need by the lines of the plans', () => {
	const need = aNeed('n', ['e1', 'e2', 'e3']);

	test('leaves open the people who stand on no line', () => {
		const coverage = computeCoverage([need], [aLine('a', ['e1', 'e2'])]).get('n');
		expect(uncoveredPart(need, coverage)?.people).toEqual(people('e3'));
		expect(settledState(need, coverage)).toBe('open');
	});

	test('makes it planned once everybody stands on a line, and met once all those lines were held', () => {
		const planned = [aLine('a', ['e1', 'e2'], { state: 'held' }), aLine('b', ['e3'])];
		expect(settledState(need, computeCoverage([need], planned).get('n'))).toBe('planned');
		const held = planned.map((line) => ({ ...line, state: 'held' as const }));
		expect(settledState(need, computeCoverage([need], held).get('n'))).toBe('done');
	});

	test('counts no cancelled line and no line that does not name the need', () => {
		const lines = [
			aLine('a', ['e1', 'e2', 'e3'], { state: 'cancelled' }),
			aLine('b', ['e1'], { needKeys: [] }),
		];
		expect(uncoveredPart(need, computeCoverage([need], lines).get('n'))).toEqual(need);
	});

	test('leaves open the places for which no seat is kept', () => {
		const vacant = aNeed('n', ['e1'], 2);
		const coverage = computeCoverage([vacant], [aLine('a', ['e1'], { openSeats: 1 })]).get('n');
		expect(uncoveredPart(vacant, coverage)).toEqual({ key: 'n', people: [], openPlaces: 1 });
	});
});

describe('seats without a name', () => {
	const line = (id: string, seats: number, ...needKeys: string[]) => ({ id, seats, needKeys, isHeld: false });

	test('cover one place each, never the same place of two needs', () => {
		const given = assignSeats([aNeed('a', [], 1), aNeed('b', [], 1)], [line('l1', 1, 'a', 'b')]);
		expect([given.get('a')?.planned, given.get('b')?.planned]).toEqual([1, 0]);
	});

	test('move to another need of their line when that covers one place more', () => {
		// „a“ comes first and takes line 1; for „b“, which has line 1 alone, it gives way to line 2.
		const given = assignSeats(
			[aNeed('a', [], 1), aNeed('b', [], 1)],
			[line('l1', 1, 'a', 'b'), line('l2', 1, 'a')],
		);
		expect([given.get('a')?.planned, given.get('b')?.planned]).toEqual([1, 1]);
	});

	test('of a held line count as held', () => {
		const given = assignSeats(
			[aNeed('a', [], 3)],
			[{ ...line('l1', 1, 'a'), isHeld: true }, line('l2', 1, 'a')],
		);
		expect(given.get('a')).toEqual({ held: 1, planned: 1 });
	});
});
