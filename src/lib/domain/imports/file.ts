import type { Grid } from './grid.ts';

/** Whether a file is a text by its name: „правилник.docx“, „doc.txt“. A text is no table and is read elsewhere. */
export function isTextFile(name: string): boolean {
	return /\.(?:txt|docx?|odt|rtf|pdf)$/iu.test(name.trim());
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
