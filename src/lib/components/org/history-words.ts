import { nameOfImportField } from '#lib/i18n/import-field-names.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import type { FieldKey } from '#lib/domain/imports/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { changeLines, type ChangeLine } from './change-lines.ts';
import { deedOfEntry, type TrailWords } from './trail-text.ts';

/** One change of a thing in words. */
export interface HistoryWords {
	readonly id: string;
	readonly at: string;
	readonly who: string;
	readonly what: string;
	readonly lines: readonly ChangeLine[];
	readonly canUndo: boolean;
}

interface Entry extends TrailWords {
	readonly id: string;
	readonly at: string;
	readonly actor: { readonly name: string };
	readonly canUndo: boolean;
	/** Names of what the entry mentions by key. */
	readonly names?: Readonly<Record<string, LocalText>>;
}

/** The history of a thing in the language of the reader, made where the page is made. */
export function wordsOfHistory(entries: readonly Entry[]): readonly HistoryWords[] {
	return entries.map((entry) => {
		const verb = deedOfEntry(entry);
		const { id, at, actor, canUndo, before, after } = entry;
		const isPart = entry.entity === 'participation';
		const what = isPart ? `${m.structure_history_participation()}: ${verb}` : verb;
		const lines = changeLines(before, after, entry.names);
		const isChange = before !== null && after !== null;
		return { id, at, who: actor.name, what: isChange ? withFirst(what, lines) : what, lines, canUndo };
	});
}

/** „промяна: Одобрени бройки 2 → 3 и още 1“, so that a list of changes says what each was without being opened. */
function withFirst(what: string, [first, ...others]: readonly ChangeLine[]): string {
	if (!first) return what;
	const { label, from, to } = first;
	const change = m.structure_history_field({ what, label, from: shortened(from), to: shortened(to) });
	return others.length === 0 ? change : m.structure_history_more({ change, count: others.length });
}

const LONGEST = 60;

function shortened(text: string): string {
	return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

interface Cell {
	readonly field: FieldKey;
	readonly stored: string;
	readonly value: unknown;
	readonly named: LocalText | null;
}

/** Where values came from, each with the name of its field and its value as a person reads it. */
export function namedCells<T extends Cell>(
	cells: readonly T[],
): readonly (Omit<T, 'value' | 'stored' | 'named'> & { readonly label: string; readonly text: string })[] {
	return cells.map(({ value, stored, named, ...cell }) => {
		const names = named && typeof value === 'string' ? { [value]: named } : {};
		const [line] = changeLines(null, { [stored]: value }, names);
		return { ...cell, label: sourceName(cell.field), text: line?.to ?? '—' };
	});
}

/** What a value rests on; a yearly cost that came from a salary is twelve of them. */
function sourceName(field: FieldKey): string {
	return field === 'monthlySalary' ? m.imports_where_salary() : nameOfImportField(field);
}
