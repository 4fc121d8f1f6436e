import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	applyChange,
	planPostEdit,
	planReversal,
	planUnitEdit,
	sameState,
	type Structure,
	type StructureChange,
} from '#lib/domain/org/index.ts';
import { depthFirst } from '#lib/domain/shared/index.ts';
import {
	aPost,
	aStructure,
	aUnit,
	NO_USES,
	ORIGIN,
	postKey,
	unitKey,
} from '#tests/domain/org/edit-support.ts';

const KEYS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;

/** Trees over six units: each but the first stands under an earlier one. */
const anyTree = fc.tuple(...KEYS.slice(1).map((_, at) => fc.nat(at))).map((parents) =>
	aStructure({
		units: KEYS.map((key, at) => aUnit(key, at === 0 ? null : (KEYS[parents[at - 1] ?? 0] ?? 'a'))),
	}),
);

const anyMoves = fc.array(fc.tuple(fc.constantFrom(...KEYS), fc.option(fc.constantFrom(...KEYS))), {
	maxLength: 12,
});

function move(structure: Structure, key: string, parent: string | null): Structure {
	const unit = structure.units.find((one) => one.key === key);
	if (!unit) return structure;
	const draft = { ...unit, parentKey: parent === null ? null : unitKey(parent) };
	const plan = planUnitEdit(
		structure,
		{ kind: 'change', key: unit.key, draft },
		{ newKey: unitKey('new'), outside: NO_USES },
	);
	const after = plan.ok ? plan.value.after : null;
	return after
		? { ...structure, units: structure.units.map((one) => (one.key === key ? after : one)) }
		: structure;
}

describe('laws of editing', () => {
	test('no row of accepted moves ever loses a unit in a loop', () => {
		fc.assert(
			fc.property(anyTree, anyMoves, (structure, moves) => {
				const end = moves.reduce((now, [key, parent]) => move(now, key, parent), structure);
				expect(depthFirst(end.units)).toHaveLength(KEYS.length);
			}),
		);
	});

	test('a change to what is there already changes nothing', () => {
		fc.assert(
			fc.property(anyTree, fc.constantFrom(...KEYS), (structure, key) => {
				const unit = structure.units.find((one) => one.key === key);
				if (!unit) throw new Error(`no unit ${key}`);
				const given = { newKey: unitKey('new'), outside: NO_USES };
				const plan = planUnitEdit(structure, { kind: 'change', key: unit.key, draft: unit }, given);
				expect(plan.ok && plan.value.after).toEqual(unit);
			}),
		);
	});

	test('accepted posts are whole quarters and never more occupied than approved', () => {
		const structure = aStructure({ units: [aUnit('a', null)], posts: [aPost('p', 'a')] });
		const number = fc.oneof(
			fc.double(),
			fc.integer({ min: -8, max: 40 }).map((quarters) => quarters / 4),
		);
		fc.assert(
			fc.property(number, number, (approved, occupied) => {
				const draft = { ...aPost('p', 'a'), approved, occupied, origin: ORIGIN };
				const plan = planPostEdit(
					structure,
					{ kind: 'change', key: postKey('p'), draft },
					{ newKey: postKey('new'), outside: NO_USES },
				);
				const isSound = Number.isInteger(approved * 4) && Number.isInteger(occupied * 4);
				const fits = occupied >= 0 && occupied <= approved && approved <= 1000;
				expect(plan.ok).toBe(isSound && fits);
			}),
		);
	});

	test('taking every edit back, newest first, ends where it began; putting all back ends where it was', () => {
		fc.assert(
			fc.property(anyTree, anyMoves, (start, moves) => {
				const changes: StructureChange[] = [];
				let now = start;
				for (const [key, parent] of moves) {
					const next = move(now, key, parent);
					const [before, after] = [now, next].map(({ units }) => units.find((one) => one.key === key));
					if (next !== now) changes.push({ entity: 'unit', key, before: before!, after: after! });
					now = next;
				}
				const undone: StructureChange[] = [];
				const back = changes.toReversed().reduce((held, change) => take(held, change, undone), now);
				expect(sameState(back.units, start.units)).toBe(true);
				const again = undone.toReversed().reduce((held, change) => take(held, change, []), back);
				expect(sameState(again.units, now.units)).toBe(true);
			}),
		);
	});
});

/** The structure after a change was taken back; what was written is added to `done`. */
function take(structure: Structure, change: StructureChange, done: StructureChange[]): Structure {
	const plan = planReversal(structure, [change], () => false);
	if (!plan.ok) throw new Error(plan.error.code);
	done.push(...plan.value);
	return plan.value.reduce(applyChange, structure);
}
