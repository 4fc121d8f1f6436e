import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Structure } from '#lib/domain/org/index.ts';
import {
	applyOperations,
	buildLedger,
	canonicalJson,
	computeImpact,
	countStructure,
	dependentOperations,
	diffStructures,
	isEmptyDiff,
	operationEffects,
	renumber,
	runOperations,
	transferMatrix,
	type Operation,
	type ScenarioRun,
	type SetDiff,
} from '#lib/domain/scenario/index.ts';
import { headcount, isoDate } from '#lib/domain/shared/index.ts';
import { LIMITS, listed, operation, runOf } from '#tests/support/operations.ts';
import { randomScenario } from '#tests/support/random-scenario.ts';
import { smallStructure } from '#tests/support/small-structure.ts';

function run(operations: readonly Operation[]): ScenarioRun {
	const result = runOperations(smallStructure(), operations, LIMITS);
	if (!result.ok) throw new Error(JSON.stringify(result.error));
	return result.value;
}

/** Puts a difference of one sort of things on top of the old ones. */
function patch<Item>(before: readonly Item[], diff: SetDiff<Item>): readonly string[] {
	const closed = new Set<unknown>(diff.closed);
	const changed = new Map<unknown, Item>(diff.changed.map((change) => [change.before, change.after]));
	const kept = before.filter((item) => !closed.has(item)).map((item) => changed.get(item) ?? item);
	return [...kept, ...diff.created].map(canonicalJson).sort();
}

const texts = (items: readonly unknown[]) => items.map(canonicalJson).sort();

describe('a scenario', () => {
	it('that is empty changes nothing', () => {
		const base = smallStructure();
		expect(applyOperations(base, [], LIMITS)).toEqual({ ok: true, value: base });
		expect(isEmptyDiff(diffStructures(base, base))).toBe(true);
	});

	it('is applied the same way every time, whatever the order of the list', () => {
		fc.assert(
			fc.property(randomScenario, (operations) => {
				expect(canonicalJson(run(operations.toReversed()).after)).toBe(canonicalJson(run(operations).after));
			}),
			{ numRuns: 60 },
		);
	});

	it('has a difference that leads from the structure before to the structure after', () => {
		fc.assert(
			fc.property(randomScenario, (operations) => {
				const { before, after } = run(operations);
				const diff = diffStructures(before, after);
				// the order among siblings is no difference, so it is left out on both sides
				const order = (items: readonly string[]) =>
					items.map((item) => item.replace(/"sort":\d+/, '')).sort();
				expect(order(patch(before.units, diff.units))).toEqual(order(texts(after.units)));
				expect(patch(before.posts, diff.posts)).toEqual(texts(after.posts));
				expect(patch(before.participations, diff.participations)).toEqual(texts(after.participations));
				expect(patch(before.activities, diff.activities)).toEqual(texts(after.activities));
				expect(patch(before.allowances, diff.allowances)).toEqual(texts(after.allowances));
			}),
			{ numRuns: 60 },
		);
	});

	it('never gives one key to two things, nor points at something that is not there', () => {
		fc.assert(
			fc.property(randomScenario, (operations) => {
				const { after } = run(operations);
				const keys = [...after.units, ...after.posts, ...after.functions].map((item) => item.key);
				expect(new Set(keys).size).toBe(keys.length);
				const [units, functions] = [
					new Set(after.units.map((unit) => unit.key)),
					new Set(after.functions.map((fn) => fn.key)),
				];
				const posts = new Set(after.posts.map((post) => post.key));
				for (const unit of after.units)
					expect(unit.parentKey === null || units.has(unit.parentKey)).toBe(true);
				for (const post of after.posts) expect(units.has(post.unitKey)).toBe(true);
				for (const item of [...after.participations, ...after.activities]) {
					expect(units.has(item.unitKey) && functions.has(item.functionKey)).toBe(true);
					expect(item.postKey === null || posts.has(item.postKey)).toBe(true);
				}
			}),
			{ numRuns: 60 },
		);
	});

	it('has a ledger of functions that closes', () => {
		fc.assert(
			fc.property(randomScenario, (operations) => {
				const { sums, rows } = buildLedger(run(operations));
				expect([sums.openingCheck, sums.closingCheck]).toEqual([0, 0]);
				expect(rows.filter((row) => row.outcome !== 'created')).toHaveLength(sums.opening);
			}),
			{ numRuns: 80 },
		);
	});

	it('has a transfer matrix whose rows and columns add to the posts before and after', () => {
		fc.assert(
			fc.property(randomScenario, (operations) => {
				const scenario = run(operations);
				const { cells, dropped, created, sums } = transferMatrix(scenario);
				const own = (structure: Structure, key: string) =>
					structure.posts.reduce((sum, post) => sum + (post.unitKey === key ? post.approved : 0), 0);
				for (const { key } of scenario.before.units) {
					const row = cells.reduce((sum, cell) => sum + (cell.from === key ? cell.posts : 0), 0);
					expect(row + (dropped.get(key) ?? 0)).toBe(own(scenario.before, key));
				}
				for (const { key } of scenario.after.units) {
					const column = cells.reduce((sum, cell) => sum + (cell.to === key ? cell.posts : 0), 0);
					expect(column + (created.get(key) ?? 0)).toBe(own(scenario.after, key));
				}
				expect(sums.carried + sums.dropped).toBe(sums.asIs);
				expect(sums.carried + sums.created).toBe(sums.toBe);
			}),
			{ numRuns: 80 },
		);
	});

	it('has operations whose effects add to the effect of the whole', () => {
		fc.assert(
			fc.property(randomScenario, (operations) => {
				const scenario = run(operations);
				const effects = operationEffects(scenario.steps);
				const [before, after] = [countStructure(scenario.before), countStructure(scenario.after)];
				const posts = effects.reduce((sum, effect) => sum + effect.posts, 0);
				const cost = effects.reduce((sum, effect) => sum + effect.annualCost, 0);
				expect(posts).toBe(after.administration + after.outside - before.administration - before.outside);
				expect(cost).toBe(after.annualCost - before.annualCost);
			}),
			{ numRuns: 60 },
		);
	});

	it('counts no more people than there were', () => {
		fc.assert(
			fc.property(randomScenario, (operations) => {
				const scenario = run(operations);
				const { people } = computeImpact(scenario, {
					parameters: [],
					asOf: isoDate('2014-01-01'),
					powers: [],
				});
				const occupied = countStructure(scenario.before).occupied;
				expect(people.cut + people.moved + people.changed).toBeLessThanOrEqual(occupied);
			}),
			{ numRuns: 60 },
		);
	});
});

describe('an operation that is taken out', () => {
	it('with everything that rests on it leaves the rest as if it had never been there', () => {
		fc.assert(
			fc.property(randomScenario, fc.nat(20), (operations, at) => {
				const chosen = operations[at % Math.max(1, operations.length)];
				if (!chosen) return;
				const base = smallStructure();
				const resting = dependentOperations(base, operations, { id: chosen.id, limits: LIMITS });
				const gone = new Set([chosen.id, ...resting.map((item) => item.operationId)]);
				const left = renumber(operations.filter((item) => !gone.has(item.id)));
				const direct = operations.filter((item) => !gone.has(item.id));
				expect(canonicalJson(run(left).after)).toBe(canonicalJson(run(direct).after));
			}),
			{ numRuns: 60 },
		);
	});

	it('one after the other, whichever nothing rests on, restores the baseline', () => {
		fc.assert(
			fc.property(
				randomScenario,
				fc.array(fc.nat(20), { minLength: 14, maxLength: 14 }),
				(operations, wish) => {
					const base = smallStructure();
					let left = operations;
					for (const at of wish) {
						const free = left.filter(
							({ id }) => dependentOperations(base, left, { id, limits: LIMITS }).length === 0,
						);
						const chosen = free[at % Math.max(1, free.length)];
						if (!chosen) break;
						left = renumber(left.filter((item) => item.id !== chosen.id));
						expect(applyOperations(base, left, LIMITS).ok).toBe(true);
					}
					expect(left).toEqual([]);
					expect(applyOperations(base, left, LIMITS)).toEqual({ ok: true, value: base });
				},
			),
			{ numRuns: 40 },
		);
	});
});

describe('moving posts', () => {
	it('conserves posts and cost, in whole and in part', () => {
		const base = smallStructure();
		fc.assert(
			fc.property(fc.nat(6), fc.nat(3), fc.boolean(), (at, to, whole) => {
				const [post, unit] = [base.posts[at], base.units[to]];
				if (!post || !unit || post.unitKey === unit.key) return;
				const part = { key: 'part' as never, approved: headcount(0.5), occupied: headcount(0.5) };
				const list = listed(
					operation('post-move', {
						postKey: post.key,
						unitKey: unit.key,
						isHead: false,
						withWork: whole,
						part: whole ? null : part,
					}),
				);
				const { before, after } = runOf(base, ...list);
				expect(countStructure(after).administration).toBe(countStructure(before).administration);
				expect(countStructure(after).annualCost).toBe(countStructure(before).annualCost);
			}),
		);
	});
});
