import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFunctions, parseRegulation } from '#lib/domain/regulations/index.ts';

/** A text written in the form of real ones, with every function that a person marked in it. */
export interface MarkedText {
	readonly name: string;
	readonly text: string;
	readonly functions: readonly MarkedFunction[];
}

export interface MarkedFunction {
	/** The unit or post as the text names it; „—“ where it names none, null where that is left to the reader. */
	readonly owner: string | null;
	readonly wording: string;
}

/** How the capture of one text stands beside the marks. */
export interface CaptureFigures {
	readonly name: string;
	readonly marked: number;
	readonly captured: number;
	/** Captured with the unit that the mark names. */
	readonly owned: number;
	readonly missed: readonly string[];
	/** Found where nobody marked a function. */
	readonly invented: readonly string[];
	readonly wronglyOwned: readonly string[];
}

const FOLDER = join(import.meta.dirname, 'regulations');

/** The marked texts, by name. `[[…]]` is a function, a line „@@ Звено“ names the unit of those after it, „@@ —“ says that none is named. */
export function markedTexts(): readonly MarkedText[] {
	return readdirSync(FOLDER)
		.filter((file) => file.endsWith('.txt'))
		.sort()
		.map((file) => readMarked(file.replace(/\.txt$/u, ''), readFileSync(join(FOLDER, file), 'utf8')));
}

function readMarked(name: string, source: string): MarkedText {
	let owner: string | null = null;
	const functions: MarkedFunction[] = [];
	for (const [, named, wording] of source.matchAll(/^@@ ?(.*)$|\[\[([^\]]+)\]\]/gmu)) {
		if (wording !== undefined) functions.push({ owner, wording });
		else owner = named === undefined || named === '' ? null : named;
	}
	const text = source.replace(/^@@.*\n/gmu, '').replace(/\[\[|\]\]/gu, '');
	return { name, text, functions };
}

/** Holds what is found in a text against its marks; wordings are compared by their letters alone. */
export function captureOf({ name, text, functions }: MarkedText): CaptureFigures {
	const found = findFunctions(text, parseRegulation(text));
	const byWording = new Map(found.map((one) => [lettersOf(one.wording), one]));
	const marked = new Set(functions.map(({ wording }) => lettersOf(wording)));
	const hits = functions.filter(({ wording }) => byWording.has(lettersOf(wording)));
	const isOwned = (one: MarkedFunction) => {
		const owner = byWording.get(lettersOf(one.wording))?.ownerText ?? null;
		if (one.owner === '—') return owner === null;
		return one.owner === null || (owner !== null && lettersOf(owner) === lettersOf(one.owner));
	};
	return {
		name,
		marked: functions.length,
		captured: hits.length,
		owned: hits.filter(isOwned).length,
		missed: functions.filter((one) => !hits.includes(one)).map(({ wording }) => wording),
		invented: found.filter((one) => !marked.has(lettersOf(one.wording))).map((one) => one.wording),
		wronglyOwned: hits
			.filter((one) => !isOwned(one))
			.map((one) => `${one.wording} → ${byWording.get(lettersOf(one.wording))?.ownerText ?? '—'}`),
	};
}

/** Letters and digits in small; list letters inside a point and „да“ before it left out, breaks of words closed. */
function lettersOf(text: string): string {
	return (
		text
			.replace(/(\p{Ll})[-‐]\s*\n\s*(?=\p{Ll})/gu, '$1')
			.replace(/\n[а-я]\) /gu, ' ')
			.replace(/^да /u, '')
			.toLowerCase()
			.match(/[\p{L}\p{N}]+/gu) ?? []
	).join(' ');
}
