import { describe, expect, it } from 'vitest';
import {
	applyOperations,
	buildLedger,
	decodeOperation,
	placingBody,
	placingTargets,
	submissionBlocks,
	unplacedFunctions,
	unplacedUnits,
	type BelowChoice,
	type Operation,
	type Placeable,
	type ScenarioRun,
} from '#lib/domain/scenario/index.ts';
import { isoDate } from '#lib/domain/shared/index.ts';
import { LIMITS, listed, operation, runOf } from '#tests/support/operations.ts';
import { functionKey, postKey, smallStructure, unitKey } from '#tests/support/small-structure.ts';

const unit = (key: string): Placeable => ({ kind: 'unit', key: unitKey(key) });

const FRAME = { decisionDay: isoDate('2027-01-01'), limits: LIMITS };

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
	const moved = (choice?: BelowChoice, parentKey: string | null = null) =>
		operation('unit-move', {
			...{ unitKey: unitKey('dir'), parentKey: parentKey === null ? null : unitKey(parentKey) },
			...(choice && { below: choice }),
		});
	const parents = (run: ScenarioRun) => new Map(run.after.units.map((one) => [one.key, one.parentKey]));

	it('goes along when nothing else is said, and then nothing waits', () => {
		for (const choice of [undefined, 'along'] as const) {
			const run = runOf(base, moved(choice));
			expect(below.map((key) => parents(run).get(key))).toEqual(below.map(() => 'dir'));
			expect(unplacedUnits(run)).toEqual([]);
		}
	});

	it('stays under the former superior, or waits at the top, within the one operation', () => {
		expect(below.length).toBeGreaterThan(0);
		const lifted = runOf(base, moved('lifted'));
		expect(below.map((key) => parents(lifted).get(key))).toEqual(below.map(() => former));
		expect(unplacedUnits(lifted)).toEqual([]);
		const left = runOf(base, moved('unplaced'));
		expect(below.map((key) => parents(left).get(key))).toEqual(below.map(() => null));
		expect(unplacedUnits(left).map(({ key }) => key)).toEqual(below);
		expect(left.steps).toHaveLength(1);
		expect(parents(left).get(unitKey('dir'))).toBeNull();
	});

	it('keeps its order of the act where it goes', () => {
		const run = runOf(base, moved('unplaced'));
		const sorts = below.map((key) => run.after.units.find((one) => one.key === key)?.sort ?? 0);
		expect(sorts).toEqual(sorts.toSorted((one, other) => one - other));
	});

	it('may then hold the unit itself', () => {
		const [child] = below;
		expect(parents(runOf(base, moved('lifted', child))).get(unitKey('dir'))).toBe(child);
	});

	it('stops waiting once it is put somewhere, the top among it, or goes out', () => {
		const [child] = below;
		const to = (parentKey: string | null) =>
			operation('unit-move', {
				unitKey: child!,
				parentKey: parentKey === null ? null : unitKey(parentKey),
			});
		const waiting = (...more: readonly Operation[]) =>
			unplacedUnits(runOf(base, moved('unplaced'), ...more)).map(({ key }) => key);
		const others = below.filter((key) => key !== child);
		expect(waiting(to('dir'))).toEqual(others);
		expect(waiting(to(null))).toEqual(others);
		const merged = operation('unit-merge', {
			...{ sourceKeys: [child!], targetKey: unitKey('dir') },
			headPostKey: base.posts.find((post) => post.unitKey === 'dir' && post.isHead)?.key ?? null,
		});
		expect(waiting(merged)).toEqual(others);
	});

	it('blocks submission while it waits, each unit by its own line before what the ledger says', () => {
		const run = runOf(base, moved('unplaced'));
		expect(submissionBlocks(run, FRAME)).toEqual([
			...below.map((key) => ({ code: 'scenario/unit-waiting', unitKey: key })),
			...buildLedger(run).blocks,
		]);
		expect(submissionBlocks(runOf(base), FRAME)).toEqual(buildLedger(runOf(base)).blocks);
	});

	it('is read back from a stored operation, and an older one without the choice takes everything along', () => {
		const payload = { unitKey: 'dir', parentKey: null };
		expect(decodeOperation('unit-move', payload)).toEqual({
			ok: true,
			value: { kind: 'unit-move', payload },
		});
		expect(decodeOperation('unit-move', { ...payload, below: 'lifted' })).toMatchObject({
			value: { payload: { below: 'lifted' } },
		});
		expect(decodeOperation('unit-move', { ...payload, below: 'gone' })).toMatchObject({
			error: { code: 'scenario/payload-malformed', path: 'below' },
		});
	});
});
