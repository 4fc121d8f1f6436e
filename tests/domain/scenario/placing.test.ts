import { describe, expect, it } from 'vitest';
import {
	applyOperations,
	placingBody,
	placingTargets,
	unitMoveSteps,
	unplacedFunctions,
	unplacedUnits,
	type Operation,
	type Placeable,
} from '#lib/domain/scenario/index.ts';
import { LIMITS, listed, operation, runOf } from '#tests/support/operations.ts';
import { functionKey, postKey, smallStructure, unitKey } from '#tests/support/small-structure.ts';

const unit = (key: string): Placeable => ({ kind: 'unit', key: unitKey(key) });

describe('places of a unit in a scenario', () => {
	it('are the top and every unit, each with the refusal of the operation that the move would become', () => {
		const run = runOf(smallStructure());
		const targets = placingTargets(run, unit('dir'), LIMITS);
		expect(targets.map((target) => target.unitKey)).toEqual([null, ...run.after.units.map(({ key }) => key)]);
		for (const { unitKey: to, refusal } of targets) {
			const body = placingBody(run.after, unit('dir'), to);
			const moved = { ...operation('post-close', { postKey: postKey('p-acc') }), ...body } as Operation;
			const applied = applyOperations(run.after, listed(moved), LIMITS);
			expect(applied.ok ? null : applied.error.code).toBe(refusal?.code ?? null);
		}
	});

	it('are not the unit itself, nor what stands below it, nor where it stands already', () => {
		const { units } = smallStructure();
		const [above] = units.filter(({ key }) => key === 'dir').map(({ parentKey }) => parentKey);
		const below = units.find(({ parentKey }) => parentKey === 'dir');
		const codes = new Map(
			placingTargets(runOf(smallStructure()), unit('dir'), LIMITS).map((target) => [
				target.unitKey,
				target.refusal?.code ?? null,
			]),
		);
		expect(codes.get(unitKey('dir'))).toBe('scenario/cycle');
		expect(codes.get(below?.key ?? null)).toBe('scenario/cycle');
		expect(codes.get(above ?? null)).toBe('scenario/nothing-changed');
	});

	it('are those after the operations so far: a closed unit is no place', () => {
		const created = {
			...{ key: unitKey('u-new'), parentKey: null, name: { bg: 'Нов отдел', en: null } },
			...({ kind: 'department', part: 'specialised' } as const),
		};
		const run = runOf(
			smallStructure(),
			operation('unit-create', created),
			operation('unit-close', { unitKey: unitKey('u-new'), takenOverBy: null }),
		);
		expect(placingTargets(run, unit('dir'), LIMITS).map((target) => target.unitKey)).not.toContain('u-new');
	});
});

describe('places of a post', () => {
	it('are all units but its own', () => {
		const structure = smallStructure();
		const [post] = structure.posts;
		const targets = placingTargets(runOf(structure), { kind: 'post', key: post!.key }, LIMITS);
		expect(targets.filter(({ refusal }) => refusal !== null)).toEqual([
			{ unitKey: post?.unitKey, refusal: { code: 'scenario/same-unit', unitKey: post?.unitKey } },
		]);
	});
});

describe('functions without a place', () => {
	it('are those for which nobody answers, and they are assigned from nobody', () => {
		const structure = smallStructure();
		const [fn] = structure.functions;
		const orphaned = {
			...structure,
			participations: structure.participations.filter((part) => part.functionKey !== fn?.key),
		};
		const run = runOf(orphaned);
		expect(unplacedFunctions(run)).toContainEqual({ key: fn?.key, text: fn?.text, heldBy: null });
		const body = placingBody(run.after, { kind: 'function', key: fn!.key }, unitKey('dir'));
		expect(body).toMatchObject({
			kind: 'function-transfer',
			payload: { fromUnitKey: null, toUnitKey: 'dir' },
		});
		const placed = runOf(orphaned, {
			...operation('function-drop', { functionKey: functionKey('f-rent'), legalReason: '' }),
			...body,
		} as Operation);
		expect(unplacedFunctions(placed).map(({ key }) => key)).not.toContain(fn?.key);
	});
});

describe('what stands below a unit that moves', () => {
	const base = smallStructure();
	const former = base.units.find(({ key }) => key === 'dir')?.parentKey ?? null;
	const below = base.units.filter(({ parentKey }) => parentKey === 'dir').map(({ key }) => key);
	const steps = (choice: 'along' | 'lifted' | 'unplaced') =>
		unitMoveSteps(base, { unitKey: unitKey('dir'), parentKey: null, below: choice });

	it('goes along without operations of its own', () => {
		expect(steps('along')).toEqual([{ kind: 'unit-move', payload: { unitKey: 'dir', parentKey: null } }]);
	});

	it('stays under the former superior, or goes to the top, each by an operation before that of the unit', () => {
		expect(below.length).toBeGreaterThan(0);
		for (const [choice, to] of [
			['lifted', former],
			['unplaced', null],
		] as const)
			expect(steps(choice)).toEqual([
				...below.map((key) => ({ kind: 'unit-move', payload: { unitKey: key, parentKey: to } })),
				{ kind: 'unit-move', payload: { unitKey: 'dir', parentKey: null } },
			]);
	});

	it('waits for a place when the scenario put it at the top', () => {
		const moved = base.units.map((unit) => (unit.key === 'dir' ? { ...unit, parentKey: null } : unit));
		const run = { before: base, after: { ...base, units: moved } };
		expect(unplacedUnits(run).map(({ key }) => key)).toEqual(['dir']);
		expect(unplacedUnits({ before: base, after: base })).toEqual([]);
	});
});
