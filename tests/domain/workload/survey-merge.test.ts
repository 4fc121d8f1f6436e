import { share } from '#lib/domain/shared/index.ts';
import {
	checkGroups,
	mergeAmount,
	mergeChoices,
	mergeField,
	type AmountFrame,
} from '#lib/domain/workload/index.ts';
import { describe, expect, it } from 'vitest';

describe('two who save at once', () => {
	it('keep each their own field', () => {
		expect(mergeField({ now: 'a', was: 'a' }, 'b')).toEqual({ kind: 'kept', value: 'b' });
		expect(mergeField({ now: 'b', was: 'a' }, 'a')).toEqual({ kind: 'taken', value: 'b' });
	});

	it('agree when they wrote the same', () => {
		expect(mergeField({ now: 'b', was: 'a' }, 'b')).toEqual({ kind: 'taken', value: 'b' });
	});

	it('are asked when they wrote different things in one field', () => {
		expect(mergeField({ now: 'c', was: 'a' }, 'b')).toEqual({ kind: 'conflict', value: 'b' });
	});

	it('have their choices put together', () => {
		// shown a, b; one ticked c and unticked a; meanwhile somebody ticked d
		const typed = { now: new Set(['b', 'c']), was: new Set(['a', 'b']) };
		expect([...mergeChoices(typed, new Set(['a', 'b', 'd']))].sort()).toEqual(['b', 'c', 'd']);
	});
});

describe('an amount saved beside another', () => {
	const percent: AmountFrame = { measure: 'percent', base: { weeklyHours: 40, whole: share(1) } };
	const merge = (now: string, was: string, stored: number | null, frame = percent) =>
		mergeAmount({ now, was }, stored === null ? null : share(stored), frame);

	it('stays to the millionth when it was only shown rounded', () => {
		expect(merge('33,33', '33,33', 0.333333)).toEqual({ ok: true, value: { kind: 'kept', value: 0.333333 } });
		expect(merge('40', '33,33', 0.333333)).toEqual({ ok: true, value: { kind: 'taken', value: 0.4 } });
	});

	it('is a conflict when both changed it', () => {
		expect(merge('30', '20', 0.25)).toEqual({ ok: true, value: { kind: 'conflict', value: 0.25 } });
	});

	it('may be emptied', () => {
		expect(merge('', '20', 0.2)).toEqual({ ok: true, value: { kind: 'taken', value: null } });
	});

	it('is refused only where it was changed', () => {
		expect(merge('x', 'x', 0.2)).toMatchObject({ ok: true });
		expect(merge('x', '20', 0.2)).toEqual({ ok: false, error: { code: 'survey/not-a-number' } });
	});

	it('inside a group is per cent of the group as it is now', () => {
		const inside: AmountFrame = { measure: 'percent', base: { weeklyHours: 40, whole: share(0.5) } };
		expect(merge('50', '25', 0.125, inside)).toEqual({ ok: true, value: { kind: 'taken', value: 0.25 } });
	});
});

describe('a group', () => {
	it('has to be filled by its items to the tolerance', () => {
		const groups = [{ groupKey: 'money', share: share(0.4), isLocked: false }];
		expect(checkGroups(groups, new Map([['money', 0.38]]), 0.02)).toEqual([]);
		expect(checkGroups(groups, new Map([['money', 0.3]]), 0.02)).toEqual([
			{ code: 'survey/group-off', groupKey: 'money', inside: 0.3, share: 0.4 },
		]);
		expect(checkGroups(groups, new Map(), 0.02)).toHaveLength(1);
	});
});
