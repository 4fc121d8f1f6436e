import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	computePlanTotals,
	deriveNeeds,
	reconcileNeeds,
	suggestPlanItems,
	type NeedInput,
	type NeedState,
} from '#lib/domain/training/index.ts';
import { anyNeedInput } from '#tests/support/random-training.ts';
import { aCourse, anItem, person } from '../domain/training/builders.ts';

test('taking one operation away takes exactly its needs away (N24)', () => {
	fc.assert(
		fc.property(anyNeedInput, fc.nat(5), (whole, at) => {
			const removed = whole.changes[at]?.operationId;
			const rest = whole.changes.filter((item) => item.operationId !== removed);
			const expected = deriveNeeds(whole).filter(
				({ cause }) => !('operationId' in cause && cause.operationId === removed),
			);
			expect(deriveNeeds({ ...whole, changes: rest })).toEqual(expected);
		}),
	);
});

test('every person of a need is below the level or not assessed, and has a seat or a named reason why not', () => {
	fc.assert(
		fc.property(anyNeedInput, (whole) => {
			const needs = deriveNeeds(whole);
			const courses = [
				aCourse('c1', 'zop', { levelTo: 3 }),
				aCourse('c2', 'zop', { levelTo: 5 }),
				aCourse('c3', 'zut'),
			];
			const { items, uncovered } = suggestPlanItems({ needs, courses, year: 2026 });
			for (const need of needs) {
				for (const someone of need.people) expect(someone.gap).not.toBe(0);
				const isPlanned = items.some((item) => item.needKeys.includes(need.key));
				const isNamed = uncovered.some((entry) => entry.needKey === need.key);
				expect(isPlanned || isNamed).toBe(true);
			}
			for (const item of items) expect(new Set(item.employeeIds).size).toBe(item.employeeIds.length);
		}),
	);
});

test('needs come in the same order whatever the order of the input', () => {
	fc.assert(
		fc.property(anyNeedInput, (whole) => {
			const reversed: NeedInput = {
				...whole,
				requirements: [...whole.requirements].reverse(),
				employees: [...whole.employees].reverse(),
				assessments: [...whole.assessments].reverse(),
				changes: [...whole.changes].reverse(),
			};
			expect(deriveNeeds(reversed)).toEqual(deriveNeeds(whole));
		}),
	);
});

test('quarters and sources of funding add up to the whole plan, and people never exceed seats', () => {
	const item = fc
		.record({
			people: fc.uniqueArray(fc.nat(9), { maxLength: 6 }),
			openSeats: fc.nat(4),
			quarter: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
			funding: fc.constantFrom('local' as const, 'delegated' as const, 'project' as const),
		})
		.map(({ people, ...more }) =>
			anItem('x', { ...more, participants: people.map((at) => person(`e${at}`)) }),
		);
	fc.assert(
		fc.property(fc.array(item, { maxLength: 12 }), (items) => {
			const { all, byQuarter, byFunding } = computePlanTotals(items);
			for (const parts of [byQuarter, byFunding]) {
				expect([...parts.values()].reduce((sum, part) => sum + part.cost, 0)).toBe(all.cost);
				expect([...parts.values()].reduce((sum, part) => sum + part.seats, 0)).toBe(all.seats);
			}
			expect(all.uniquePeople + all.openSeats).toBeLessThanOrEqual(all.seats);
		}),
	);
});

test('taking needs afresh forgets nobody, names nobody twice among the living and changes no history', () => {
	const state = fc.constantFrom<NeedState>('open', 'planned', 'done', 'dismissed');
	fc.assert(
		fc.property(
			anyNeedInput,
			anyNeedInput,
			fc.array(state, { minLength: 1, maxLength: 8 }),
			(then, now, states) => {
				const known = deriveNeeds(then).map((need, at) => ({
					...need,
					state: states[at % states.length] ?? ('open' as const),
				}));
				const derived = deriveNeeds(now);
				const { added, updated, unchanged, removed } = reconcileNeeds({
					derived,
					known,
					coverage: new Map(),
				});
				const history = known.filter((need) => need.state === 'done' || need.state === 'dismissed');
				for (const need of history) {
					expect([...updated, ...unchanged].map(({ key }) => key)).not.toContain(need.key);
					expect(removed).not.toContain(need.key);
				}
				const family = (key: string) => key.split('#')[0];
				for (const need of derived) {
					const living = [...added, ...updated, ...unchanged].filter(({ key }) => family(key) === need.key);
					const named = living.flatMap((item) => item.people.map((someone) => someone.employeeId));
					expect(new Set(named).size).toBe(named.length);
					const old = history.filter(({ key }) => family(key) === need.key);
					const known = new Set(
						[...living, ...old].flatMap((item) => item.people.map((one) => one.employeeId)),
					);
					for (const someone of need.people) expect(known).toContain(someone.employeeId);
				}
			},
		),
	);
});
