import { alignLists } from './align.ts';
import {
	isGone,
	keyedRows,
	placeOf,
	type ExpectedCell,
	type KeyColumn,
	type SheetCells,
} from './keyed-rows.ts';

/** The words of a document: paragraphs outside tables, and tables by rows and cells. */
export interface DocumentParts {
	readonly paragraphs: readonly string[];
	readonly tables: readonly (readonly (readonly string[])[])[];
}

export type PaperPlace =
	| { readonly kind: 'paragraph'; readonly number: number }
	| { readonly kind: 'cell'; readonly table: number; readonly row: number; readonly column: number }
	| { readonly kind: 'sheet-cell'; readonly sheet: string; readonly address: string }
	| { readonly kind: 'sheet'; readonly sheet: string };

export interface PaperDifference {
	/** A number is another one, the words are others, something is missing, something was added. */
	readonly kind: 'number' | 'text' | 'missing' | 'added';
	readonly place: PaperPlace;
	/** What the snapshot says; null for what was added. */
	readonly expected: string | null;
	readonly found: string | null;
}

export interface PaperComparison {
	/** Numbers in texts and cells that agree. */
	readonly numbers: number;
	/** Texts and cells that agree as a whole. */
	readonly texts: number;
	readonly differences: readonly PaperDifference[];
}

/**
 * Compares a document with what the snapshot makes of it, paragraph by paragraph and cell by cell. Inserted or deleted
 * paragraphs and rows do not shift what stands below them. Places are those of the file, counted from 1; paragraphs
 * without words do not count. Blanks of any kind are the same.
 */
export function compareDocuments(expected: DocumentParts, found: DocumentParts): PaperComparison {
	const paragraphs = comparePairs(expected.paragraphs, found.paragraphs, (at) => ({
		kind: 'paragraph',
		number: at + 1,
	}));
	const tables = Array.from({ length: Math.max(expected.tables.length, found.tables.length) }, (_, table) =>
		compareTables(expected.tables[table] ?? [], found.tables[table] ?? [], table + 1),
	);
	return together([paragraphs, ...tables]);
}

/**
 * Compares the cells of a workbook with what the snapshot puts into them; other cells do not count. A row of a sheet with
 * keys is found by its key, wherever sorting or new rows have taken it; what stands below the table moves with its end.
 */
export function compareCells(
	expected: readonly ExpectedCell[],
	found: ReadonlyMap<string, SheetCells>,
	keys: ReadonlyMap<string, KeyColumn> = new Map(),
): PaperComparison {
	const gone = [...new Set(expected.map(({ sheet }) => sheet))].filter((sheet) => !found.has(sheet));
	const keyed = new Map(
		[...keys].flatMap(([sheet, key]) => {
			const cells = found.get(sheet);
			const ids = expected.flatMap((cell) => (cell.sheet === sheet && cell.id !== undefined ? cell.id : []));
			return cells ? [[sheet, keyedRows(cells, key, new Set(ids))] as const] : [];
		}),
	);
	const said = new Set<string>();
	const compared = expected
		.filter(({ sheet }) => found.has(sheet))
		.map((cell) => {
			const { sheet, value } = cell;
			const cells = found.get(sheet) ?? new Map();
			const row = keyed.get(sheet);
			const address = placeOf(cell, row);
			if (row && isGone(cell, row)) return goneRow(cell, said);
			return compareValues(value, cells.get(address) ?? null, { kind: 'sheet-cell', sheet, address });
		});
	const strangers = [...keyed].flatMap(([sheet, { added }]) =>
		added.map(({ address, value }) =>
			only({ kind: 'added', place: { kind: 'sheet-cell', sheet, address }, expected: null, found: value }),
		),
	);
	return together([
		...gone.map((sheet) =>
			only({ kind: 'missing', place: { kind: 'sheet', sheet }, expected: sheet, found: null }),
		),
		...compared,
		...strangers,
	]);
}

/** A row that is not in the file any more, said once, by its first cell. */
function goneRow({ sheet, address, value, id }: ExpectedCell, said: Set<string>): PaperComparison {
	const row = `${sheet} ${id ?? ''}`;
	if (said.has(row)) return together([]);
	said.add(row);
	return only({
		...{ kind: 'missing', place: { kind: 'sheet-cell', sheet, address } },
		...{ expected: String(value), found: null },
	});
}

/** The numbers in a text as they are written, without blanks between thousands: „1 234,5“ → „1234,5“, „156 ½“ → „156,5“. */
export function numbersIn(text: string): readonly string[] {
	return [...plain(text).matchAll(/\d{1,3}(?: \d{3})+(?:,\d+)?|\d+(?:[.,]\d+)*(?: ?½)?|½/gu)].map(
		([number]) => number.replace(/^½$/u, '0,5').replace(/ ?½$/u, ',5').replaceAll(' ', ''),
	);
}

function compareTables(
	expected: DocumentParts['tables'][number],
	found: DocumentParts['tables'][number],
	table: number,
): PaperComparison {
	const line = (row: readonly string[]) => row.map(plain).join('\u0001');
	const rows = alignLists(expected.map(line), found.map(line));
	return together(
		rows.map(({ one, other }) => {
			const [was, is] = [
				one === null ? [] : (expected[one] ?? []),
				other === null ? [] : (found[other] ?? []),
			];
			const place = (column: number): PaperPlace => ({
				...{ kind: 'cell', table, row: (other ?? one ?? 0) + 1 },
				column: column + 1,
			});
			return together(
				Array.from({ length: Math.max(was.length, is.length) }, (_, column) =>
					compareTexts(was[column] ?? null, is[column] ?? null, place(column)),
				),
			);
		}),
	);
}

function comparePairs(
	expected: readonly string[],
	found: readonly string[],
	place: (at: number) => PaperPlace,
): PaperComparison {
	return together(
		alignLists(expected.map(plain), found.map(plain)).map(({ one, other }) =>
			compareTexts(
				one === null ? null : (expected[one] ?? ''),
				other === null ? null : (found[other] ?? ''),
				place(other ?? one ?? 0),
			),
		),
	);
}

function compareValues(
	expected: string | number,
	found: string | number | null,
	place: PaperPlace,
): PaperComparison {
	if (typeof expected === 'number' && typeof found === 'number') {
		const isSame = Math.abs(expected - found) < 1e-6;
		return isSame
			? { numbers: 1, texts: 1, differences: [] }
			: only({ kind: 'number', place, expected: String(expected), found: String(found) });
	}
	if (typeof expected === 'number')
		return only({
			kind: found === null ? 'missing' : 'number',
			place,
			expected: String(expected),
			found: found === null ? null : String(found),
		});
	return compareTexts(expected, found === null ? null : String(found), place);
}

function compareTexts(expected: string | null, found: string | null, place: PaperPlace): PaperComparison {
	const [was, is] = [plain(expected ?? ''), plain(found ?? '')];
	if (was === is) return { numbers: numbersIn(was).length, texts: was === '' ? 0 : 1, differences: [] };
	if (was === '') return only({ kind: 'added', place, expected: null, found: is });
	if (is === '') return only({ kind: 'missing', place, expected: was, found: null });
	const [old, fresh] = [numbersIn(was), numbersIn(is)];
	const isNumber = old.join(' ') !== fresh.join(' ');
	const difference: PaperDifference = { kind: isNumber ? 'number' : 'text', place, expected: was, found: is };
	return { numbers: isNumber ? 0 : old.length, texts: 0, differences: [difference] };
}

function only(difference: PaperDifference): PaperComparison {
	return { numbers: 0, texts: 0, differences: [difference] };
}

function together(parts: readonly PaperComparison[]): PaperComparison {
	return {
		numbers: parts.reduce((sum, part) => sum + part.numbers, 0),
		texts: parts.reduce((sum, part) => sum + part.texts, 0),
		differences: parts.flatMap((part) => part.differences),
	};
}

/** Blanks of any kind are one blank. */
function plain(text: string): string {
	return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}
