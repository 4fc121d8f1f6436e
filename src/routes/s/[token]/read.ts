import type { SurveyItemId, SurveyMeasure, SurveyParticipation, Typed } from '#lib/domain/workload/index.ts';
import { SURVEY_MEASURES, SURVEY_PARTICIPATIONS } from '#lib/domain/workload/index.ts';

/** Longest texts that a respondent may write. */
export const LONGEST_ITEM = 300;
export const LONGEST_NOTE = 2000;

/** One field of a form and what stood in it when the page was made. */
export function typed(form: FormData, name: string): Typed<string> {
	return { now: textOf(form, name), was: textOf(form, `was.${name}`) };
}

export function textOf(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
}

/** Items as a set, from a field that occurs once for each. */
export function itemSet(form: FormData, name: string): ReadonlySet<SurveyItemId> {
	return new Set(form.getAll(name).filter((value) => typeof value === 'string') as SurveyItemId[]);
}

/** The keys of fields like `share.<key>`, in the order of the form. */
export function keysOf(form: FormData, prefix: string): readonly string[] {
	const keys = [...form.keys()].filter((name) => name.startsWith(`${prefix}.`));
	return [...new Set(keys.map((name) => name.slice(prefix.length + 1)))];
}

export function lockOf(form: FormData, key: string): Typed<boolean> {
	const { now, was } = typed(form, `lock.${key}`);
	return { now: now === 'on', was: was === 'on' };
}

/** A measure of the closed list, or the fallback. */
export function measureOf<Fallback>(text: string, fallback: Fallback): SurveyMeasure | Fallback {
	return SURVEY_MEASURES.find((measure) => measure === text) ?? fallback;
}

export function participationOf(form: FormData, key: string): Typed<SurveyParticipation | null> {
	const { now, was } = typed(form, `kind.${key}`);
	const read = (text: string) => SURVEY_PARTICIPATIONS.find((kind) => kind === text) ?? null;
	return { now: read(now), was: read(was) };
}

/** Ticked months as a mask; a number that is no month makes a mask that the domain refuses. */
export function peakOf(form: FormData, key: string): Typed<number> {
	const now = form.getAll(`peak.${key}`).map(Number);
	const isGood = now.every((month) => Number.isInteger(month) && month >= 0 && month < 12);
	const mask = isGood ? now.reduce((sum, month) => sum | (1 << month), 0) : -1;
	return { now: mask, was: Number(textOf(form, `was.peak.${key}`)) };
}

/** A text that may be left empty, with line ends as one kind; empty is null. */
export function noteOf(form: FormData, name: string): Typed<string | null> {
	const { now, was } = typed(form, name);
	const read = (text: string) => text.replaceAll('\r\n', '\n').trim() || null;
	return { now: read(now), was: read(was) };
}

/** A number as people write it; null for anything else. */
export function numberOf(text: string): number | null {
	const plain = text.trim().replace(',', '.');
	return /^\d{1,4}(\.\d{1,4})?$/.test(plain) ? Number(plain) : null;
}

/** What was typed, to be shown again; ticked months as their mask. */
export function echo(form: FormData): Readonly<Record<string, string>> {
	const values: Record<string, string> = {};
	for (const [name, value] of form)
		if (typeof value === 'string') values[name] = value.slice(0, LONGEST_NOTE * 2);
	for (const key of keysOf(form, 'kind')) values[`peak.${key}`] = String(peakOf(form, key).now);
	return values;
}
