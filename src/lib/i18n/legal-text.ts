import { printReference, type LegalReference } from '#lib/domain/legal/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { InLocale } from './names.ts';

/** A place in an act in the language of the reader: „чл. 21, ал. 1, т. 2“, in English “Art. 21, para. 1, item 2”. */
export function referenceText(reference: LegalReference, { locale = getLocale() }: InLocale = {}): string {
	if (locale === 'bg') return printReference(reference);
	const parts: readonly (readonly [string, string | undefined])[] = [
		['§', reference.paragraph],
		['Art.', reference.article],
		['para.', reference.subParagraph],
		['item', reference.point],
		['letter', reference.letter && `“${reference.letter}”`],
	];
	return parts.flatMap(([mark, value]) => (value ? [`${mark} ${value}`] : [])).join(', ');
}

const OWN_SOURCES = new Map<string, (inputs: Record<string, never>, options?: InLocale) => string>([
	['примерни данни', m.common_source_sample],
	['възстановено по обичайната уредба; проверява се', m.common_source_usual],
	['формулирана за примерните данни по правилата за описване на функции', m.common_source_worded],
	['длъжностна характеристика (примерни данни)', m.common_source_description_sample],
	['функционален анализ (примерни данни)', m.common_source_analysis_sample],
	['въведено при създаването на общината', m.common_source_founded],
	['въведено от администратора', m.common_source_administrator],
	['Годишният разход е по примерни данни', m.common_note_sample_cost],
]);

/** A source or a note as kept; what the sample data say in our own words is told in the language of the reader. */
export function sourceText(source: string, options: InLocale = {}): string {
	return OWN_SOURCES.get(source)?.({}, options) ?? source;
}
