import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dependentOperations, operationLinks, runOperations } from '#lib/domain/scenario/index.ts';
import type { OperationId } from '#lib/domain/shared/index.ts';
import { LIMITS } from '#tests/support/operations.ts';
import { randomScenario } from '#tests/support/random-scenario.ts';
import { smallStructure } from '#tests/support/small-structure.ts';

it('links of operations lead to what falls when one is left out and the whole list is tried', () => {
	fc.assert(
		fc.property(randomScenario, (operations) => {
			const base = smallStructure();
			const run = runOperations(base, operations, LIMITS);
			if (!run.ok) throw new Error(JSON.stringify(run.error));
			const links = operationLinks(run.value, LIMITS);
			const reach = (id: OperationId): ReadonlySet<OperationId> =>
				new Set((links.get(id)?.carries ?? []).flatMap((other) => [other, ...reach(other)]));
			for (const { id } of operations) {
				const resting = dependentOperations(base, operations, { id, limits: LIMITS });
				const carries = links.get(id)?.carries ?? [];
				// what rests on it follows from the links; a link never names what would stand without it
				expect([...reach(id)]).toEqual(expect.arrayContaining(resting.map((item) => item.operationId)));
				expect(resting.map((item) => item.operationId)).toEqual(expect.arrayContaining([...carries]));
				expect(carries.length === 0).toBe(resting.length === 0);
				for (const on of links.get(id)?.restsOn ?? []) expect(links.get(on)?.carries).toContain(id);
			}
		}),
		{ numRuns: 300 },
	);
});
