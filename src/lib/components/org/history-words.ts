import { nameOfImportField } from '#lib/i18n/import-field-names.ts';
import type { FieldKey } from '#lib/domain/imports/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { changeLines, type ChangeLine } from './change-lines.ts';
import { verbOfEntry, type TrailWords } from './trail-text.ts';

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
}

/** The history of a thing in the language of the reader, made where the page is made. */
export function wordsOfHistory(entries: readonly Entry[]): readonly HistoryWords[] {
	return entries.map((entry) => {
		const verb = verbOfEntry(entry);
		const { id, at, actor, canUndo, before, after } = entry;
		const isPart = entry.entity === 'participation';
		const what = isPart ? `${m.structure_history_participation()}: ${verb}` : verb;
		return { id, at, who: actor.name, what, lines: changeLines(before, after), canUndo };
	});
}

/** Where values came from, each with the name of its field. */
export function namedCells<T extends { readonly field: FieldKey }>(
	cells: readonly T[],
): readonly (T & { readonly label: string })[] {
	return cells.map((cell) => ({ ...cell, label: nameOfImportField(cell.field) }));
}
