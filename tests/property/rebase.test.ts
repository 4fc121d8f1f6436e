import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Structure } from '#lib/domain/org/index.ts';
import {
	applyOperations,
	canonicalJson,
	rebase,
	REBASE_DECISIONS,
	touchesBetween,
	type Operation,
	type RebaseDecision,
} from '#lib/domain/scenario/index.ts';
import { headcount, type OperationId } from '#lib/domain/shared/index.ts';
import { LIMITS } from '#tests/support/operations.ts';
import { randomScenario } from '#tests/support/random-scenario.ts';
import { aFunction, aPost, aUnit, smallStructure, takesPart } from '#tests/support/small-structure.ts';

const RUNS = { numRuns: 150 };
const from = (
	newBase: Structure,
	operations: readonly Operation[],
	decisions?: ReadonlyMap<OperationId, RebaseDecision>,
) =>
	rebase({
		...{ oldBase: smallStructure(), newBase, operations, limits: LIMITS },
		...(decisions && { decisions }),
	});

function after(base: Structure, operations: readonly Operation[]): Structure {
	const result = applyOperations(base, operations, LIMITS);
	if (!result.ok) throw new Error(JSON.stringify(result.error));
	return result.value;
}

/** A base that some other scenario made. */
const otherBase = randomScenario.map((operations) => after(smallStructure(), operations.map(renamedKeys)));

/** The same operation, making things under other keys and names than a second random scenario does. */
function renamedKeys(operation: Operation): Operation {
	const text = JSON.stringify(operation)
		.replaceAll(/"(nu|su|np|mp|sf)(\d+)/g, '"other-$1$2')
		.replaceAll('Ново звено', 'Друго звено');
	return JSON.parse(text) as Operation;
}

const choices = fc.infiniteStream(fc.constantFrom(...REBASE_DECISIONS));

describe('a rebase', () => {
	it('on a base that did not change gives the same operations and no conflict', () => {
		fc.assert(
			fc.property(randomScenario, (operations) => {
				const result = from(smallStructure(), operations);
				expect(result.baseChanges).toEqual([]);
				expect(result.conflicts).toBe(0);
				expect(result.operations).toEqual(operations);
			}),
			RUNS,
		);
	});

	it('meets no conflict in changes of things that no operation touches', () => {
		fc.assert(
			fc.property(randomScenario, (operations) => {
				const base = smallStructure();
				const newBase: Structure = {
					...base,
					units: [...base.units, aUnit('apart', null, { name: { bg: 'Съвсем отделно', en: null } })],
					posts: [...base.posts, aPost('p-apart', 'apart', 2)],
					functions: [...base.functions, aFunction('f-apart')],
					participations: [...base.participations, takesPart('f-apart', 'apart')],
				};
				const result = from(newBase, operations);
				expect(result.items.flatMap((item) => item.reasons)).toEqual([]);
				expect(result.baseChanges).toHaveLength(4);
			}),
			RUNS,
		);
	});

	it('ends as the operations that go on end on the new base, when nothing is left to be edited', () => {
		fc.assert(
			fc.property(randomScenario, otherBase, choices, (operations, newBase, stream) => {
				const asked = new Map(operations.map(({ id }) => [id, stream.next().value as RebaseDecision]));
				const first = from(newBase, operations, asked);
				const wishes = new Map(
					first.items.map(({ operation, fresh }) => {
						const wish = asked.get(operation.id) === 'keep' && fresh ? 'keep' : 'drop';
						return [operation.id, wish] as const;
					}),
				);
				const result = from(newBase, operations, wishes);
				// a decision may put a later operation in conflict that cannot be kept; those wait
				if (result.undecided > 0) return;
				expect(canonicalJson(after(newBase, result.operations))).toBe(canonicalJson(result.after));
			}),
			RUNS,
		);
	});

	it('leaves an operation out only when somebody decided so', () => {
		fc.assert(
			fc.property(randomScenario, otherBase, (operations, newBase) => {
				expect(from(newBase, operations).operations.map(({ id }) => id)).toEqual(
					operations.map(({ id }) => id),
				);
			}),
			RUNS,
		);
	});

	it('tells of an untouched operation only what is true: its effect is the same on both bases', () => {
		fc.assert(
			fc.property(randomScenario, otherBase, (operations, newBase) => {
				for (const { reasons, old, fresh } of from(newBase, operations).items) {
					if (reasons.length > 0 || !old || !fresh) continue;
					const fields = (step: typeof old) =>
						touchesBetween(step.before, step.after)
							.map((touch) => canonicalJson([touch.set, touch.key, touch.fields]))
							.sort();
					expect(fields(fresh)).toEqual(fields(old));
				}
			}),
			RUNS,
		);
	});
});

describe('the difference that a step makes', () => {
	it('is the same whether the two structures share their things or not', () => {
		fc.assert(
			fc.property(randomScenario, (operations) => {
				const base = smallStructure();
				const end = after(base, operations);
				const copy = structuredClone(base);
				expect(canonicalJson(touchesBetween(copy, end))).toBe(canonicalJson(touchesBetween(base, end)));
				expect(touchesBetween(base, copy)).toEqual([]);
			}),
			RUNS,
		);
	});

	it('sees one changed line among all others', () => {
		const base = smallStructure();
		const posts = base.posts.map((post, at) => (at === 3 ? { ...post, approved: headcount(9) } : post));
		expect(touchesBetween(base, { ...base, posts })).toMatchObject([
			{ set: 'posts', key: 'p-rent-head', fields: [{ field: 'approved', before: 1, after: 9 }] },
		]);
	});
});
