import type { Grid } from './grid.ts';

/** What a file is by its name. `other` is something else, a program or a picture; `unnamed` has no ending that tells. */
export type NamedKind = 'workbook' | 'table' | 'text' | 'other' | 'unnamed';

const ENDINGS: readonly (readonly [NamedKind, RegExp])[] = [
	['workbook', /\.xls[xm]?$/iu],
	['table', /\.(?:csv|tsv|tab)$/iu],
	['text', /\.(?:txt|doc[xm]?|odt|rtf|pdf)$/iu],
	// „Разписание 01.07“ and „структура 2026 г.“ have no ending; a double one counts by its last part.
	['other', /\.(?:[a-z][a-z0-9]{0,9}|7z|\d[a-z]{2})$/iu],
];

/**
 * The kind of a file by the ending of its name; a text is no table and is read elsewhere.
 * Example: „щат.xlsx“ → workbook; „щат.csv.exe“ → other; „Разписание 01.07“ → unnamed.
 */
export function namedKind(name: string): NamedKind {
	return ENDINGS.find(([, ending]) => ending.test(name.trim()))?.[0] ?? 'unnamed';
}

/** Why a file is not read at all. */
export type FileRefusalCode =
	| 'file/empty'
	| 'file/too-large'
	/** Neither a workbook nor a text table. */
	| 'file/unknown-format'
	/** Named as a workbook, but plain text. */
	| 'file/not-a-workbook'
	/** The format of Excel before 2007. */
	| 'file/old-excel'
	| 'file/encrypted'
	/** Cut off, or not what it says it is. */
	| 'file/damaged'
	/** Unpacks to far more than it holds. */
	| 'file/bomb'
	| 'file/too-many-cells'
	| 'file/no-table'
	| 'file/too-slow'
	| 'file/out-of-memory'
	| 'file/cancelled'
	/** The server stopped while it was reading. */
	| 'file/interrupted'
	/** Nobody took it in for so long that what was read of it was deleted. */
	| 'file/expired';

/** Something about the file that a person should know. */
export interface FileNote {
	readonly code:
		| 'file/macros'
		| 'file/external-links'
		| 'file/formulas'
		| 'file/formula-errors'
		| 'file/defined-names'
		| 'file/hidden-sheets'
		| 'file/hidden-rows'
		| 'file/hidden-columns'
		| 'file/merged'
		| 'file/too-wide';
	readonly count: number;
}

export const TEXT_ENCODINGS = ['utf-8', 'windows-1251', 'utf-16le'] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];
export const SEPARATORS = [';', ',', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** How a text table is read: guessed, and confirmed by the person. */
export interface TextLayout {
	readonly encoding: TextEncoding;
	readonly separator: Separator;
}

/** A file that was read. */
export interface ReadFile {
	readonly format: 'workbook' | 'text';
	readonly sheets: readonly Grid[];
	readonly notes: readonly FileNote[];
	/** Only for a text table. */
	readonly layout: TextLayout | null;
}
