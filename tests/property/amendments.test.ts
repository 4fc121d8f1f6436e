import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	applyAmendments,
	findCollisions,
	runAmended,
	type Amendment,
	type AmendmentBody,
} from '#lib/domain/review/index.ts';
import { renumber, runOperations, type Operation } from '#lib/domain/scenario/index.ts';
import { asId, headcount, type OperationId } from '#lib/domain/shared/index.ts';
import { LIMITS, operation } from '#tests/support/operations.ts';
import { randomScenario } from '#tests/support/random-scenario.ts';
import { postKey, smallStructure } from '#tests/support/small-structure.ts';

type Wish = readonly [kind: number, at: number, value: number];
const wishes = fc.array(fc.tuple(fc.nat(3), fc.nat(20), fc.nat(3)), { maxLength: 10 });

/** Amendments of a scenario, numbered as they come; some collide. */
function amendmentsOf(operations: readonly Operation[], wanted: readonly Wish[]): readonly Amendment[] {
	return wanted.flatMap(([kind, at, value], index): readonly Amendment[] => {
		const point = operations[at % Math.max(1, operations.length)];
		const body = point && bodyOf(point, kind, value, index);
		return body ? [{ number: index + 1, body }] : [];
	});
}

function bodyOf(point: Operation, kind: number, value: number, index: number): AmendmentBody {
	const operationId = point.id;
	if (kind === 0) return { kind: 'leave-out', operationId };
	if (kind === 1) return { kind: 'reword', operationId, text: `Мотив ${value}` };
	if (kind === 2) {
		const day = value === 0 ? null : `2027-0${value}-01`;
		return {
			...{ kind: 'change', operationId },
			edits: [{ path: 'effectiveOn', before: point.effectiveOn, after: day }],
		};
	}
	const unit = smallStructure().units[value]!;
	const added = operation('post-create', {
		...{ key: postKey(`new-${index}`), unitKey: unit.key, title: { bg: `Нова ${index}`, en: null } },
		...{ approved: headcount(1), category: 'expert', relation: 'labour', funding: 'local' },
		...{ isHead: false, annualCost: null },
	});
	return { kind: 'add', operation: { ...added, id: asId<OperationId>(`add-${index}`) } };
}

/** Editing the list by hand, one amendment after another in any order; added points are kept by number. */
function editedByHand(operations: readonly Operation[], order: readonly Amendment[]): readonly Operation[] {
	let list = [...operations];
	const added: { number: number; operation: Operation }[] = [];
	for (const { number, body } of order) {
		if (body.kind === 'add') added.push({ number, operation: body.operation });
		else if (body.kind === 'leave-out') list = list.filter(({ id }) => id !== body.operationId);
		else
			list = list.map((item) => {
				if (item.id !== body.operationId) return item;
				if (body.kind === 'reword') return { ...item, motive: body.text };
				return { ...item, effectiveOn: (body.edits[0]?.after ?? null) as Operation['effectiveOn'] };
			});
	}
	const tail = added.sort((one, other) => one.number - other.number);
	return renumber([
		...list.map((item, at) => ({ ...item, position: at + 1 })),
		...tail.map((item, at) => ({ ...item.operation, position: list.length + at + 1 })),
	]);
}

const table = fc
	.tuple(randomScenario, wishes, fc.infiniteStream(fc.nat(1000)))
	.map(([operations, wanted, keys]) => {
		const amendments = amendmentsOf(operations, wanted);
		const shuffled = amendments
			.map((amendment) => ({ amendment, key: keys.next().value }))
			.sort((one, other) => one.key - other.key)
			.map(({ amendment }) => amendment);
		return { operations, amendments, shuffled };
	});

/** The largest set that holds together, taken in the given order. */
function compatible(amendments: readonly Amendment[]): readonly Amendment[] {
	return amendments.reduce<readonly Amendment[]>(
		(kept, next) => (findCollisions([...kept, next]).length === 0 ? [...kept, next] : kept),
		[],
	);
}

describe('accepted amendments', () => {
	it('give the same end in whatever order they were accepted, refusals too', () => {
		fc.assert(
			fc.property(table, ({ operations, amendments, shuffled }) => {
				expect(applyAmendments(operations, shuffled)).toEqual(applyAmendments(operations, amendments));
			}),
		);
	});

	it('give the same end as editing the points by hand, in any order', () => {
		fc.assert(
			fc.property(table, ({ operations, shuffled }) => {
				const accepted = compatible(shuffled);
				const applied = applyAmendments(operations, accepted);
				const byHand = editedByHand(operations, accepted);
				if (byHand.length === 0) expect(applied).toMatchObject({ error: { code: 'review/nothing-left' } });
				else expect(applied).toEqual({ ok: true, value: byHand });
			}),
		);
	});

	it('make the same structure as running the points edited by hand', () => {
		fc.assert(
			fc.property(table, ({ operations, shuffled }) => {
				const accepted = compatible(shuffled);
				const byHand = editedByHand(operations, accepted);
				const frame = { baseline: smallStructure(), operations, limits: LIMITS };
				const amended = runAmended(frame, accepted.toReversed());
				const direct = runOperations(smallStructure(), byHand, LIMITS);
				if (byHand.length === 0) expect(amended.ok).toBe(false);
				else if (direct.ok) expect(amended.ok && amended.value.run.after).toEqual(direct.value.after);
				else
					expect(amended).toMatchObject({ error: { code: 'review/does-not-apply', refusal: direct.error } });
			}),
		);
	});

	it('that collide are refused, whichever of the two comes last', () => {
		fc.assert(
			fc.property(table, ({ operations, amendments, shuffled }) => {
				const [collision] = findCollisions(amendments);
				if (collision) expect(applyAmendments(operations, shuffled)).toEqual({ ok: false, error: collision });
				else expect(findCollisions(shuffled)).toEqual([]);
			}),
		);
	});
});
