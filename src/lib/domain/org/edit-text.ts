import { slug } from '../shared/index.ts';
import type { EnglishLeft, TextRefusal } from './edit-types.ts';
import type { LocalText, Origin } from './types.ts';

/** The text without blanks at the ends and with single blanks inside. */
export function tidy(text: string): string {
	return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** Tidied in both languages; an empty English text is a missing one. */
export function tidyLocal(text: LocalText): LocalText {
	const en = text.en === null ? '' : tidy(text.en);
	return { bg: tidy(text.bg), en: en === '' ? null : en };
}

/** A note without spaces around it; null where nothing is left. */
export function tidyNote(note: string | null): string | null {
	const text = note === null ? '' : tidy(note);
	return text === '' ? null : text;
}

/** An origin with its texts without spaces around them. */
export function tidyOrigin(origin: Origin): Origin {
	return { verification: origin.verification, source: tidy(origin.source), asOf: tidyNote(origin.asOf) };
}

/** A text that must be there. */
export function checkRequired<Field extends string>(
	field: Field,
	text: string,
	max: number,
): readonly TextRefusal<Field>[] {
	return tidy(text) === '' ? [{ code: 'org/text-empty', field }] : checkLength(field, text, max);
}

/** Whether a text fits, in signs (not bytes). Refusal `org/text-too-long` with its length and `max`. */
export function checkLength<Field extends string>(
	field: Field,
	text: string | null,
	max: number,
): readonly TextRefusal<Field>[] {
	const length = text === null ? 0 : [...tidy(text)].length;
	return length > max ? [{ code: 'org/text-too-long', field, length, max }] : [];
}

/**
 * A key that nothing has yet, made from the municipality's prefix and a name.
 * Example: prefix `ly`, „Отдел „ТСУ““, taken {`ly-otdel-tsu`} → `ly-otdel-tsu-2`.
 */
export function freshKey(prefix: string, name: string, taken: ReadonlySet<string>): string {
	const words = slug(name).slice(0, 48).replace(/-+$/, '');
	const stem = words === '' ? `${prefix}-new` : `${prefix}-${words}`;
	if (!taken.has(stem)) return stem;
	let number = 2;
	while (taken.has(`${stem}-${number}`)) number++;
	return `${stem}-${number}`;
}

/** Whether the English words stayed when the Bulgarian ones changed: they then say what is no longer so. */
export function warnEnglish(before: LocalText | undefined, after: LocalText): readonly EnglishLeft[] {
	const isLeft = before !== undefined && before.bg !== after.bg && before.en === after.en;
	return isLeft && after.en !== null ? [{ code: 'org/english-left', english: after.en }] : [];
}
