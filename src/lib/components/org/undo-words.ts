import type { LocalText } from '#lib/domain/org/index.ts';
import { formatMoment } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { changeLines } from './change-lines.ts';
import { thingOfEntry, verbOfEntry, type TrailWords } from './trail-text.ts';

export interface StepWords {
	readonly step: number;
	/** What was changed: „Отдел „Бюджет“ – промяна“. */
	readonly what: string;
}

/** What the person can take back or put back, and what became of the last wish, in words. */
export interface UndoWords {
	readonly undo: StepWords | null;
	readonly redo: StepWords | null;
	readonly said:
		| { readonly isDone: true; readonly text: string; readonly lines: ReturnType<typeof changeLines> }
		| { readonly isDone: false; readonly text: string }
		| null;
}

interface Note {
	readonly step: number;
	readonly entry: TrailWords;
	readonly more: number;
}

interface Bar {
	readonly undo: Note | null;
	readonly redo: Note | null;
	readonly said:
		| { readonly code: 'undone' | 'redone'; readonly note: Note }
		| { readonly code: 'late' | 'frozen' | 'used' | 'gone' }
		| {
				readonly code: 'changed';
				readonly later: { readonly at: string; readonly actor: { readonly name: string } } | null;
		  }
		| null;
	readonly names: Readonly<Record<string, LocalText>>;
}

/** The bar in the language of the reader, made where the page is made: the browser needs none of the names in it. */
export function wordsOfBar(bar: Bar): UndoWords {
	const { undo, redo, said, names } = bar;
	return {
		undo: undo && { step: undo.step, what: whatOf(undo, names) },
		redo: redo && { step: redo.step, what: whatOf(redo, names) },
		said: said && wordsOfSaid(said, names),
	};
}

function wordsOfSaid(said: NonNullable<Bar['said']>, names: Bar['names']): UndoWords['said'] {
	if (!('note' in said)) return { isDone: false, text: refusalOf(said) };
	const what = whatOf(said.note, names);
	return {
		isDone: true,
		text: said.code === 'undone' ? m.history_undone({ what }) : m.history_redone({ what }),
		lines: changeLines(said.note.entry.before, said.note.entry.after, names),
	};
}

function whatOf(note: Note, names: Bar['names']): string {
	const what = m.history_what({ thing: thingOfEntry(note.entry, names), verb: verbOfEntry(note.entry) });
	return note.more > 0 ? m.history_and_more({ what, count: note.more }) : what;
}

function refusalOf(said: Exclude<NonNullable<Bar['said']>, { note: Note }>): string {
	switch (said.code) {
		case 'changed':
			return said.later
				? m.history_refused_changed({ who: said.later.actor.name, at: formatMoment(said.later.at) })
				: m.history_refused_changed_by_other();
		case 'used':
			return m.history_still_used();
		case 'gone':
			return m.history_place_gone();
		case 'frozen':
			return m.history_refused_frozen();
		default:
			return m.history_refused_late();
	}
}
