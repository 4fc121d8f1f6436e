import { foldText } from '../shared/index.ts';
import { FIELDS, SHEET_KINDS, type FieldKey, type SheetKind } from './fields.ts';
import { mendLetters } from './words.ts';

/** A field that a heading may mean, and how sure that is, 0–1. */
export interface HeaderGuess {
	readonly field: FieldKey;
	readonly confidence: number;
}

/** Below this a guess is not made. */
export const LEAST_CONFIDENCE = 0.6;

/** A heading for comparison: folded, without punctuation, with usual abbreviations written out. */
export function headerKey(text: string): string {
	const words = foldText(mendLetters(text)).match(/[\p{L}\p{N}%]+/gu) ?? [];
	return words
		.map((word) => SHORT[word] ?? word)
		.filter((word) => !EMPTY.has(word))
		.join(' ');
}

/**
 * The fields of a kind that a heading may mean, surest first. 1 is a heading of the dictionary; less where the
 * heading only begins with one, ends with one, or holds all its words („Щатни бройки / заети“ holds „заети“).
 */
export function guessField(kind: SheetKind, heading: string): readonly HeaderGuess[] {
	const key = headerKey(heading);
	if (key === '') return [];
	const ways = [key, ...lastParts(heading), ...closedWords(heading)].map(toName);
	return (DICTIONARY.get(kind) ?? [])
		.filter(({ field }) => !SAYS_OTHER[field]?.test(key))
		.map(({ field, names }) => ({
			field,
			confidence: Math.max(
				...ways.map((way, at) => Math.max(...names.map((name) => fit(way, name))) * (at === 0 ? 1 : 0.9)),
			),
		}))
		.filter(({ confidence }) => confidence >= LEAST_CONFIDENCE)
		.sort((a, b) => b.confidence - a.confidence || (a.field < b.field ? -1 : 1));
}

/** Headings that share a word with a field and mean something else: „Вид участие“ is no kind of a function. */
const SAYS_OTHER: Readonly<Partial<Record<FieldKey, RegExp>>> = {
	functionKind: /участие|роля|правоотношение/u,
};

interface Name {
	readonly key: string;
	readonly words: readonly string[];
}

function toName(key: string): Name {
	return { key, words: key.split(' ') };
}

function fit({ key, words }: Name, { key: name, words: wanted }: Name): number {
	if (key === name) return 1;
	if (!wanted.every((word) => words.includes(word))) return 0;
	const extra = words.length - wanted.length;
	const isAtEdge = key.startsWith(`${name} `) || key.endsWith(` ${name}`);
	return Math.max(0, (isAtEdge ? 0.9 : 0.75) - 0.05 * extra + 0.02 * wanted.length);
}

/** The lower lines of a heading of two or three rows, which say more than the group above them. */
function lastParts(heading: string): readonly string[] {
	const lines = heading.split('\n').map(headerKey);
	return lines.length < 2 ? [] : [lines.at(-1) ?? ''].filter((line) => line !== '');
}

/** „Право-отношение“ in a narrow column is one word. */
function closedWords(heading: string): readonly string[] {
	const closed = heading.replace(/(\p{L})[-\u00ad‐]\s*(?=\p{Ll})/gu, '$1');
	return closed === heading ? [] : [headerKey(closed)];
}

const SHORT: Readonly<Record<string, string>> = {
	наим: 'наименование',
	длъжн: 'длъжност',
	прав: 'правоотношение',
	правоотн: 'правоотношение',
	бройка: 'бройки',
	свободно: 'свободни',
	забел: 'забележка',
	осн: 'основна',
	запл: 'заплата',
	месеч: 'месечна',
	мин: 'минути',
	год: 'година',
	звена: 'звено',
	звеното: 'звено',
};

const EMPTY: ReadonlySet<string> = new Set(['и', 'на', 'по', 'за', 'в', 'т', 'ч']);

interface FieldNames {
	readonly field: FieldKey;
	readonly names: readonly Name[];
}

/** The headings of every field of every kind, folded once. */
const DICTIONARY: ReadonlyMap<SheetKind, readonly FieldNames[]> = new Map(
	SHEET_KINDS.map((kind) => [
		kind,
		FIELDS[kind].map(({ field, headers }) => ({
			field,
			names: headers.map((name) => toName(headerKey(name))),
		})),
	]),
);
