import type { FileRefusalCode } from '#lib/domain/imports/index.ts';

/** The largest file that is taken, in bytes. */
export const MOST_BYTES = 20 * 1024 * 1024;
/** Parts of a workbook: sheets, texts, pictures. */
export const MOST_PARTS = 2000;
/** All parts together, unpacked, in bytes. */
export const MOST_UNPACKED = 600 * 1024 * 1024;
/** A part above `BOMB_FROM` bytes that unpacks to more than so many times its size is a bomb. */
export const BOMB_RATIO = 200;
export const BOMB_FROM = 30 * 1024 * 1024;
/** Filled cells of all sheets; a municipality's whole staffing table has some thousands. */
export const MOST_CELLS = 300_000;
/** Characters of all texts together: as they stand in the file, and again as they stand in the cells. */
export const MOST_CHARACTERS = 60_000_000;
export const MOST_SHEETS = 60;
/** Columns to the right of this one are passed over, and said to be. */
export const MOST_COLUMNS = 300;
export const MOST_MERGES = 20_000;

/** Ends the reading with a sentence for the person; thrown where a file is read apart, caught where it began. */
export class UnreadableFile extends Error {
	override readonly name = 'UnreadableFile';
	readonly code: FileRefusalCode;
	constructor(code: FileRefusalCode, options?: ErrorOptions) {
		super(code, options);
		this.code = code;
	}
}
