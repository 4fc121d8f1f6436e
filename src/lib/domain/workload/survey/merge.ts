import { ok, type Result, type Share } from '../../shared/index.ts';
import { amountOf, readAmount, type AmountIssue, type MeasureBase } from './measure.ts';
import type { SurveyMeasure } from './types.ts';

/** A field of a form: what stands in it now and what stood there when the page was shown. */
export interface Typed<T> {
	readonly now: T;
	readonly was: T;
}

/** What one field comes to when somebody else may have saved meanwhile. */
export type Merged<T> =
	| { readonly kind: 'kept'; readonly value: T }
	| { readonly kind: 'taken'; readonly value: T }
	/** Both changed the same field to different values; the stored one stays until somebody decides. */
	| { readonly kind: 'conflict'; readonly value: T };

/** How amounts of one form are written. */
export interface AmountFrame {
	readonly measure: SurveyMeasure;
	readonly base: MeasureBase;
}

/** Amounts are shown with two decimals; what differs by less was not typed by anybody. */
const SHOWN_STEP = 0.005 + 1e-9;

/**
 * Three-way merge of one field: untouched keeps what is stored, a change is taken, and two different changes of the
 * same field are a conflict that a person decides. Example: shown 20, typed 30, stored meanwhile 25 → conflict, 25 stays.
 */
export function mergeField<T>(
	typed: Typed<T>,
	stored: T,
	isSame: (a: T, b: T) => boolean = Object.is,
): Merged<T> {
	if (isSame(typed.now, typed.was)) return { kind: 'kept', value: stored };
	if (isSame(stored, typed.was) || isSame(stored, typed.now)) return { kind: 'taken', value: typed.now };
	return { kind: 'conflict', value: stored };
}

/**
 * The same for a typed amount; an empty field is no time (`null` for a least or greatest, 0 for the usual).
 * Errors: those of `readAmount`, only for a field that was changed.
 */
export function mergeAmount(
	typed: Typed<string>,
	stored: Share | null,
	frame: AmountFrame,
): Result<Merged<Share | null>, AmountIssue> {
	if (typed.now.trim() === typed.was.trim()) return ok({ kind: 'kept', value: stored });
	const now = readAmount(typed.now, frame.measure, frame.base);
	if (!now.ok) return now;
	const was = readAmount(typed.was, frame.measure, frame.base);
	const change = {
		now: emptyAsNull(typed.now, now.value),
		was: was.ok ? emptyAsNull(typed.was, was.value) : null,
	};
	return ok(mergeField(change, stored, (a, b) => looksSame(a, b, frame)));
}

/** Choices merge as a set: what was ticked is added and what was unticked goes; the rest stays as stored. */
export function mergeChoices<Key>(
	typed: Typed<ReadonlySet<Key>>,
	stored: ReadonlySet<Key>,
): ReadonlySet<Key> {
	const added = typed.now.difference(typed.was);
	return stored.difference(typed.was.difference(typed.now)).union(added);
}

function emptyAsNull(text: string, value: Share): Share | null {
	return text.trim() === '' ? null : value;
}

function looksSame(a: Share | null, b: Share | null, { measure, base }: AmountFrame): boolean {
	const [x, y] = [a ?? 0, b ?? 0].map((part) => amountOf(part as Share, measure, base));
	return Math.abs((x ?? 0) - (y ?? 0)) <= SHOWN_STEP;
}
