import { describe, expect, it } from 'vitest';
import { applyChange, openSteps, planReversal, type StructureChange } from '#lib/domain/org/index.ts';
import { headcount, hoursPerYear } from '#lib/domain/shared/index.ts';
import {
	aFunction,
	anActivity,
	aPost,
	aStructure,
	aUnit,
	functionKey,
	takesPart,
	unitKey,
} from '#tests/support/small-structure.ts';

const structure = aStructure({
	units: [aUnit('a', null), aUnit('b', 'a')],
	posts: [aPost('p', 'b', 3)],
	functions: [aFunction('f')],
	participations: [takesPart('f', 'a')],
	activities: [],
});
const free = () => false;
const post = (approved: number) => aPost('p', 'b', approved, { occupied: headcount(1) });
const now = { ...structure, posts: [post(3)] };
const change: StructureChange = { entity: 'post', key: 'p', before: post(2), after: post(3) };

describe('taking an edit back', () => {
	it('puts the earlier state back', () => {
		expect(planReversal(now, [change], free)).toEqual({
			ok: true,
			value: [{ entity: 'post', key: 'p', before: post(3), after: post(2) }],
		});
	});

	it('is refused when somebody changed the same thing after', () => {
		const later = { ...structure, posts: [post(4)] };
		expect(planReversal(later, [change], free)).toEqual({
			ok: false,
			error: { code: 'org/changed-since', entity: 'post', key: 'p' },
		});
	});

	it('knows work that is not counted by all that it says, and only where its unit is there', () => {
		const work = (hours: number, unit = 'b') =>
			({
				kind: 'individual',
				unitKey: unitKey(unit),
				name: { bg: 'Наставник', en: null },
				staff: headcount(1),
				hours: hoursPerYear(hours),
				source: 'Заповед № 1',
			}) as const;
		const edit = { entity: 'workload-allowance', key: 'w', before: work(40), after: work(60) } as const;
		const twice = { ...now, allowances: [work(60), work(60)] };
		const undone = planReversal(twice, [edit], free);
		expect(undone).toMatchObject({ value: [{ before: { hours: 60 }, after: { hours: 40 } }] });
		// Of two that say the same one is changed, not both.
		expect(undone.ok && applyChange(twice, undone.value[0]!).allowances).toEqual([work(40), work(60)]);
		expect(planReversal(now, [edit], free)).toMatchObject({ error: { code: 'org/changed-since' } });
		const gone = { entity: 'workload-allowance', key: 'w', before: work(40, 'x'), after: null } as const;
		expect(planReversal(now, [gone], free)).toMatchObject({ error: { code: 'org/place-gone' } });
	});

	it('does not mind that something else was changed after', () => {
		const later = { ...now, units: [aUnit('a', null, { note: 'нова бележка' }), aUnit('b', 'a')] };
		expect(planReversal(later, [change], free).ok).toBe(true);
	});

	it('of a new unit is refused while a post stands in it, or a finding points at it', () => {
		const made: StructureChange = { entity: 'unit', key: 'b', before: null, after: aUnit('b', 'a') };
		expect(planReversal(now, [made], free)).toMatchObject({ error: { code: 'org/still-used', key: 'b' } });
		const empty = { ...now, posts: [] };
		expect(planReversal(empty, [made], free).ok).toBe(true);
		expect(planReversal(empty, [made], () => true)).toMatchObject({ error: { code: 'org/still-used' } });
	});

	it('of a removal is refused when what it belonged to went too', () => {
		const gone: StructureChange = { entity: 'post', key: 'q', before: aPost('q', 'x', 1), after: null };
		expect(planReversal(now, [gone], free)).toMatchObject({ error: { code: 'org/place-gone', key: 'q' } });
		const work: StructureChange = {
			entity: 'activity',
			key: 'w',
			before: anActivity('w', 'none', 'a'),
			after: null,
		};
		expect(planReversal(now, [work], free)).toMatchObject({ error: { code: 'org/place-gone', key: 'w' } });
	});

	it('of a move is refused when it would close a circle', () => {
		// b stood at the top; a was then put under b … and now b is to go back under a.
		const moved: StructureChange = {
			entity: 'unit',
			key: 'b',
			before: aUnit('b', 'a'),
			after: aUnit('b', null),
		};
		const circle = { ...structure, posts: [], units: [aUnit('a', 'b'), aUnit('b', null)] };
		expect(planReversal(circle, [moved], free)).toMatchObject({ error: { code: 'org/place-gone' } });
	});

	it('of a removed function brings who took part back with it', () => {
		const kept = {
			...aFunction('g'),
			participations: [takesPart('g', 'a'), takesPart('g', 'b', 'consulted')],
		};
		const removal: StructureChange = { entity: 'function', key: 'g', before: kept, after: null };
		const plan = planReversal(now, [removal], free);
		if (!plan.ok) throw new Error(plan.error.code);
		expect(plan.value.map(({ entity, after }) => `${entity} ${after === null ? '−' : '+'}`)).toEqual([
			'function +',
			'participation +',
			'participation +',
		]);
		const back = plan.value.reduce(applyChange, now);
		expect(back.participations.filter((part) => part.functionKey === functionKey('g'))).toHaveLength(2);
	});

	it('does not make a second unit answer for a function', () => {
		const lost: StructureChange = {
			entity: 'participation',
			key: 'f',
			before: takesPart('f', 'b'),
			after: null,
		};
		expect(planReversal(now, [lost], free)).toMatchObject({ error: { code: 'org/place-gone' } });
	});

	it('moves „О“ back in one step although two may never hold it at once', () => {
		const [from, to] = [takesPart('f', 'b'), takesPart('f', 'a')];
		const steps: StructureChange[] = [
			{ entity: 'participation', key: 'f', before: from, after: null },
			{ entity: 'participation', key: 'f', before: null, after: to },
		];
		for (const list of [steps, steps.toReversed()]) {
			const plan = planReversal(now, list, free);
			expect(plan.ok && plan.value.reduce(applyChange, now).participations).toEqual([from]);
		}
	});

	it('is all or nothing', () => {
		const other: StructureChange = {
			entity: 'unit',
			key: 'a',
			before: aUnit('a', null, { note: 'стара' }),
			after: aUnit('a', null, { note: 'друга' }),
		};
		expect(planReversal(now, [other, change], free)).toMatchObject({
			ok: false,
			error: { entity: 'unit', key: unitKey('a') },
		});
	});
});

describe('what a person can take back and put back', () => {
	const steps = (...list: readonly (readonly [number, number | null])[]) =>
		openSteps(list.map(([step, reverses]) => ({ step, reverses })));

	it('is nothing at first, then the newest edit', () => {
		expect(steps()).toEqual({ undo: null, redo: null });
		expect(steps([2, null], [5, null])).toEqual({ undo: 5, redo: null });
	});

	it('goes back step by step, and forward again', () => {
		expect(steps([1, null], [2, null], [3, 2])).toEqual({ undo: 1, redo: 3 });
		expect(steps([1, null], [2, null], [3, 2], [4, 1])).toEqual({ undo: null, redo: 4 });
		expect(steps([1, null], [2, null], [3, 2], [4, 1], [5, 4])).toEqual({ undo: 5, redo: 3 });
		expect(steps([1, null], [2, null], [3, 2], [4, 3])).toEqual({ undo: 4, redo: null });
	});

	it('a new edit ends the chance to put back', () => {
		expect(steps([1, null], [2, 1], [3, null])).toEqual({ undo: 3, redo: null });
	});
});
