import type { FieldChange, FieldValue } from './diff.ts';
import { contentChanges, thingId, type ThingSet, type Touch } from './rebase-touches.ts';
import type { ChangeRefusal } from './refusal.ts';

interface OfThing {
	readonly set: ThingSet;
	readonly key: string;
}

/** Why an operation does not do on a new base what it did on the old one. */
export type RebaseReason =
	/** It cannot be applied at all. */
	| { readonly code: 'rebase/refused'; readonly refusal: ChangeRefusal }
	/** A field that it sets, or reckons from, was changed in the base meanwhile. */
	| (OfThing & {
			readonly code: 'rebase/field-changed';
			readonly field: string;
			readonly oldBase: FieldValue;
			readonly newBase: FieldValue;
			/** What the field becomes by the operation on the new base. */
			readonly wanted: FieldValue;
	  })
	/** It closes a thing that was changed in the base meanwhile. */
	| (OfThing & { readonly code: 'rebase/closes-changed'; readonly fields: readonly FieldChange[] })
	/** What it makes comes out different, because it is made of things that were changed. */
	| (OfThing & { readonly code: 'rebase/makes-different'; readonly fields: readonly FieldChange[] })
	/** It reaches a thing that it did not touch before. */
	| (OfThing & { readonly code: 'rebase/reaches-more' })
	/** It no longer touches a thing, because that is gone or already is as the operation wanted it. */
	| (OfThing & { readonly code: 'rebase/reaches-less' });

/**
 * How the effect of one operation on a new base differs from its effect on the old one; empty when it does the same.
 * In the order of the old effect; what is only in the new one stands last. Values are those right before and after the
 * operation. Example: the operation made a post of 2 into 3, the base now has 4 there → `rebase/field-changed` with
 * oldBase 2, newBase 4, wanted 3.
 */
export function compareEffects(old: readonly Touch[], fresh: readonly Touch[]): readonly RebaseReason[] {
	const [was, is] = [byThing(old), byThing(fresh)];
	const reasons = old.flatMap((touch): readonly RebaseReason[] => {
		const now = is.get(thingId(touch));
		return now ? compareTouches(touch, now) : [{ code: 'rebase/reaches-less', ...thing(touch) }];
	});
	const more = fresh.filter((touch) => !was.has(thingId(touch)));
	return [...reasons, ...more.map((touch) => ({ code: 'rebase/reaches-more' as const, ...thing(touch) }))];
}

function compareTouches(old: Touch, fresh: Touch): readonly RebaseReason[] {
	if (old.before === null || fresh.before === null) return compareMade(old, fresh);
	if (old.after === null || fresh.after === null) return compareClosed(old, fresh);
	return compareFields(old, fresh);
}

/** Things that the operation makes; on one side it may stand already. */
function compareMade(old: Touch, fresh: Touch): readonly RebaseReason[] {
	const fields = contentChanges(old.after ?? {}, fresh.after ?? {});
	return fields.length === 0 && old.before === fresh.before
		? []
		: [{ code: 'rebase/makes-different', ...thing(old), fields }];
}

/** Things that the operation closes. */
function compareClosed(old: Touch, fresh: Touch): readonly RebaseReason[] {
	const fields = contentChanges(old.before ?? {}, fresh.before ?? {});
	return fields.length === 0 && old.after === fresh.after
		? []
		: [{ code: 'rebase/closes-changed', ...thing(old), fields }];
}

function compareFields(old: Touch, fresh: Touch): readonly RebaseReason[] {
	const [was, is] = [byField(old), byField(fresh)];
	return [...new Set([...was.keys(), ...is.keys()])].flatMap((field): readonly RebaseReason[] => {
		const [one, other] = [was.get(field), is.get(field)];
		if (one && other && one.before === other.before && one.after === other.after) return [];
		return [
			{
				...{ code: 'rebase/field-changed', ...thing(old), field },
				oldBase: valueBefore(old, one, field),
				newBase: valueBefore(fresh, other, field),
				wanted: other?.after ?? one?.after ?? null,
			},
		];
	});
}

/** The value of a field before the operation, also where the operation leaves it. */
function valueBefore(touch: Touch, change: FieldChange | undefined, field: string): FieldValue {
	if (change) return change.before;
	return contentChanges({}, touch.before ?? {}).find((known) => known.field === field)?.after ?? null;
}

function thing({ set, key }: Touch): OfThing {
	return { set, key };
}

function byThing(touches: readonly Touch[]): ReadonlyMap<string, Touch> {
	return new Map(touches.map((touch) => [thingId(touch), touch]));
}

function byField({ fields }: Touch): ReadonlyMap<string, FieldChange> {
	return new Map(fields.map((change) => [change.field, change]));
}
