import { readXml } from './xml.ts';
import type { Package } from './zip.ts';

interface Level {
	start: number;
	format: string;
	text: string;
}

/** The automatic numbering of a document: which lists there are and how each level is written. */
export interface Numbering {
	/** The number before a paragraph of a list, as Word writes it: „1.2.“, „б)“, „-“ for a bullet; counts on. */
	next(listId: string, level: number): string;
}

const MOST_LEVELS = 9;

/** Reads the definitions of lists; a document without any numbers nothing. */
export async function readNumbering(zip: Package): Promise<Numbering> {
	const { kinds, lists } = await readDefinitions(zip);
	const counts = new Map<string, number[]>();
	const begun = new Set<string>();
	return {
		next: (listId, level) => {
			const list = lists.get(listId);
			const kind = list && kinds.get(list.kind);
			const now = kind?.get(level);
			if (!list || !kind || !now || level >= MOST_LEVELS) return '';
			const count = counts.get(list.kind) ?? [];
			counts.set(list.kind, count);
			if (!begun.has(listId)) {
				begun.add(listId);
				for (const [at, start] of list.starts) {
					count.length = Math.min(count.length, at);
					count[at] = start - 1;
				}
			}
			for (let above = 0; above < level; above++) count[above] ??= kind.get(above)?.start ?? 1;
			count[level] = (count[level] ?? now.start - 1) + 1;
			count.length = level + 1;
			return written(kind, now, count);
		},
	};
}

interface Definitions {
	readonly kinds: ReadonlyMap<string, ReadonlyMap<number, Level>>;
	readonly lists: ReadonlyMap<
		string,
		{ readonly kind: string; readonly starts: ReadonlyMap<number, number> }
	>;
}

async function readDefinitions(zip: Package): Promise<Definitions> {
	const kinds = new Map<string, Map<number, Level>>();
	const lists = new Map<string, { kind: string; starts: Map<number, number> }>();
	const stream = zip.open('word/numbering.xml');
	if (!stream) return { kinds, lists };
	let kind: Map<number, Level> | undefined;
	let level: Level | undefined;
	let list: { kind: string; starts: Map<number, number> } | undefined;
	let override = 0;
	await readXml(stream, {
		open: (name, attribute) => {
			const value = attribute('w:val') ?? '';
			if (name === 'abstractNum')
				kinds.set(attribute('w:abstractNumId') ?? '', (kind = new Map<number, Level>()));
			else if (name === 'num')
				lists.set(attribute('w:numId') ?? '', (list = { kind: '', starts: new Map() }));
			else if (name === 'lvlOverride') override = whole(attribute('w:ilvl'), 0);
			else if (name === 'startOverride') list?.starts.set(override, whole(value, 1));
			else if (name === 'abstractNumId' && list) list.kind = value;
			else if (name === 'lvl' && !list) {
				level = { start: 1, format: 'decimal', text: '' };
				kind?.set(whole(attribute('w:ilvl'), 0), level);
			} else if (level && !list) {
				if (name === 'start') level.start = whole(value, 1);
				if (name === 'numFmt') level.format = value;
				if (name === 'lvlText') level.text = value.slice(0, 60);
			}
		},
	});
	return { kinds, lists };
}

function whole(text: string | undefined, otherwise: number): number {
	const number = Number(text);
	return text !== undefined && Number.isInteger(number) && number >= 0 && number < 100_000
		? number
		: otherwise;
}

function written(kind: ReadonlyMap<number, Level>, now: Level, count: readonly number[]): string {
	if (now.format === 'bullet') return '-';
	if (now.format === 'none') return now.text.replace(/%\d/gu, '');
	return now.text.replace(/%([1-9])/gu, (_, digit: string) => {
		const at = Number(digit) - 1;
		return formatNumber(count[at] ?? 1, kind.get(at)?.format ?? 'decimal');
	});
}

const CYRILLIC = 'абвгдежзиклмнопрстуфхцчшщэюя';
const LATIN = 'abcdefghijklmnopqrstuvwxyz';

function formatNumber(value: number, format: string): string {
	switch (format) {
		case 'lowerLetter':
			return letters(value, LATIN);
		case 'upperLetter':
			return letters(value, LATIN).toUpperCase();
		case 'russianLower':
			return letters(value, CYRILLIC);
		case 'russianUpper':
			return letters(value, CYRILLIC).toUpperCase();
		case 'lowerRoman':
			return roman(value).toLowerCase();
		case 'upperRoman':
			return roman(value);
		case 'decimalZero':
			return String(value).padStart(2, '0');
		default:
			return String(value);
	}
}

/** After the last letter Word doubles them: я, аа, бб. */
function letters(value: number, row: string): string {
	if (value < 1) return '';
	return (row[(value - 1) % row.length] ?? '').repeat(Math.min(9, Math.ceil(value / row.length)));
}

function roman(value: number): string {
	if (value < 1 || value > 3999) return String(value);
	const signs: readonly (readonly [number, string])[] = [
		...([
			[1000, 'M'],
			[900, 'CM'],
			[500, 'D'],
			[400, 'CD'],
			[100, 'C'],
			[90, 'XC'],
			[50, 'L'],
		] as const),
		...([
			[40, 'XL'],
			[10, 'X'],
			[9, 'IX'],
			[5, 'V'],
			[4, 'IV'],
			[1, 'I'],
		] as const),
	];
	let left = value;
	let text = '';
	for (const [step, sign] of signs) for (; left >= step; left -= step) text += sign;
	return text;
}
