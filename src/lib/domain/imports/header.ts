import { cellText, type Grid, type GridRow } from './grid.ts';
import { SHEET_KINDS, FIELDS, type FieldKey, type SheetKind } from './fields.ts';
import { guessField } from './header-names.ts';
import { readNumber } from './numbers.ts';

/** Rows of a sheet that together make the heading of its table: numbers of the first and the last one. */
export interface HeaderBand {
	readonly first: number;
	readonly last: number;
}

/** What one column means. */
export interface ColumnGuess {
	/** From 0. */
	readonly column: number;
	/** Heading as it stands, the rows of the band joined by line breaks. */
	readonly heading: string;
	/** Null when no field is likely. */
	readonly field: FieldKey | null;
	/** 0–1; 0 where there is no guess. */
	readonly confidence: number;
}

export interface KindGuess {
	readonly kind: SheetKind;
	/** Sum of the confidences of its columns; more is likelier. */
	readonly score: number;
}

export interface SheetGuess {
	/** Null when the sheet is of none of the kinds that can be taken in. */
	readonly kind: SheetKind | null;
	readonly band: HeaderBand;
	/** Every kind that fits at all, likeliest first. */
	readonly kinds: readonly KindGuess[];
}

const DEEPEST = 30;
const HIGHEST_BAND = 3;

/**
 * Finds the heading of the table on a sheet and what the table is. Every band of one to three rows among the first
 * thirty is tried against the dictionary of every kind; the band and kind whose columns are recognised surest win,
 * a lower and a smaller band at a tie. Title rows above are passed over. Undefined for a sheet without rows.
 */
export function guessSheet(grid: Grid): SheetGuess | undefined {
	const rows = grid.rows.slice(0, DEEPEST);
	const first = rows[0];
	if (!first) return undefined;
	const found = rows.flatMap((_, at) =>
		bandsFrom(rows, at).map((band) => ({ band, kinds: kindsOf(grid, band) })),
	);
	const best = found.reduce<(typeof found)[number] | undefined>(
		(top, next) => (bandScore(next) > bandScore(top) ? next : top),
		undefined,
	);
	if (best && bandScore(best) > 0)
		return { kind: best.kinds[0]?.kind ?? null, band: best.band, kinds: best.kinds };
	const plain = plainHeader(rows) ?? first.number;
	return { kind: null, band: { first: plain, last: plain }, kinds: [] };
}

/**
 * The columns of a table with what each means for a kind; no field is given to two columns. A unit inside another
 * („Отдел“) needs the wider one („Дирекция“) to its left.
 */
export function guessColumns(grid: Grid, band: HeaderBand, kind: SheetKind): readonly ColumnGuess[] {
	const headings = headingsOf(grid, band);
	const taken = new Map<FieldKey, number>();
	const guesses = headings.flatMap((heading, column) =>
		guessField(kind, heading).map((guess) => ({ ...guess, column })),
	);
	const chosen = new Map<number, { readonly field: FieldKey; readonly confidence: number }>();
	for (const guess of guesses.sort((a, b) => b.confidence - a.confidence || a.column - b.column)) {
		if (guess.field === 'subunit' || chosen.has(guess.column) || taken.has(guess.field)) continue;
		chosen.set(guess.column, guess);
		taken.set(guess.field, guess.column);
	}
	const wide = taken.get('unit') ?? Infinity;
	const inner = guesses.find(
		({ field, column }) => field === 'subunit' && column > wide && !chosen.has(column),
	);
	if (inner) chosen.set(inner.column, inner);
	return headings.map((heading, column) => ({
		column,
		heading,
		field: chosen.get(column)?.field ?? null,
		confidence: chosen.get(column)?.confidence ?? 0,
	}));
}

/** Heading of every column: the texts of the band from top to bottom, each said once. */
export function headingsOf(grid: Grid, band: HeaderBand): readonly string[] {
	const rows = grid.rows.filter(({ number }) => number >= band.first && number <= band.last);
	const width = rows.reduce((widest, row) => Math.max(widest, row.cells.length), 0);
	return Array.from({ length: width }, (_, column) => {
		const lines = rows.map((row) => cellText(row.cells[column])).filter((line) => line !== '');
		return lines.filter((line, at) => line !== lines[at - 1]).join('\n');
	});
}

function bandsFrom(rows: readonly GridRow[], at: number): readonly HeaderBand[] {
	const first = rows[at]?.number ?? 0;
	// A cell merged from above belongs to a heading that begins higher.
	if (at > 0 && rows[at]?.cells.some((cell) => cell?.inferred === 'down')) return [];
	const bands: HeaderBand[] = [];
	for (const [more, row] of rows.slice(at, at + HIGHEST_BAND).entries()) {
		if (row.number - first >= HIGHEST_BAND || !saysSeveralThings(row)) break;
		const next = rows[at + more + 1];
		// A cell merged downwards ends the heading no higher than itself.
		const goesOn = more + 1 < HIGHEST_BAND && next?.cells.some((cell) => cell?.inferred === 'down');
		if (!goesOn) bands.push({ first, last: row.number });
	}
	return bands;
}

/** A title or a heading inside the table says one thing; a row of headings says several. */
function saysSeveralThings(row: GridRow): boolean {
	return new Set(row.cells.map(cellText).filter((text) => text !== '')).size > 1;
}

/** Every kind that the columns under a heading fit, likeliest first. */
export function kindsOf(grid: Grid, band: HeaderBand): readonly KindGuess[] {
	if (isData(grid, band) || holdsData(grid, band)) return [];
	return SHEET_KINDS.map((kind) => ({ kind, score: scoreOf(grid, band, kind) }))
		.filter(({ score }) => score > 0)
		.sort((a, b) => b.score - a.score || SHEET_KINDS.indexOf(a.kind) - SHEET_KINDS.indexOf(b.kind));
}

/**
 * A kind needs its telling columns: all of the required ones among them, and for units one beside the name.
 * The numbering row „1 2 3 …“ adds nothing, so a band with it loses to the one without.
 */
function scoreOf(grid: Grid, band: HeaderBand, kind: SheetKind): number {
	const columns = guessColumns(grid, band, kind).filter(({ field }) => field !== null);
	const fields = new Set(columns.map(({ field }) => field));
	const telling = FIELDS[kind].filter((spec) => spec.isTelling);
	const missing = telling.some((spec) => spec.isRequired && !fields.has(spec.field));
	const told = telling.filter((spec) => fields.has(spec.field)).length;
	if (missing || told < Math.min(2, telling.length)) return 0;
	const sum = columns.reduce((total, { confidence }) => total + confidence, 0);
	return sum + 0.5 * told - 0.15 * (band.last - band.first);
}

/** A heading holds words; a row with several figures is data, unless it numbers the columns. */
function isData(grid: Grid, band: HeaderBand): boolean {
	return grid.rows
		.filter(({ number }) => number >= band.first && number <= band.last)
		.some((row) => row.cells.filter((cell) => cell && typeof cell.value === 'number').length >= 2);
}

/**
 * A lower row of the band gives a figure under a heading that is already complete: „Бр.“ over „2“. Under one that is
 * merged, or empty, a figure may still be a heading.
 */
function holdsData(grid: Grid, band: HeaderBand): boolean {
	const [first, ...lower] = grid.rows.filter(({ number }) => number >= band.first && number <= band.last);
	return lower.some((row) =>
		row.cells.some((cell, column) => {
			const above = first?.cells[column];
			const isOwn =
				above != null && above.inferred === undefined && readNumber(cellText(above)) === undefined;
			return cell?.inferred === undefined && isOwn && typeof cell?.value === 'number';
		}),
	);
}

function bandScore(found: { readonly kinds: readonly KindGuess[] } | undefined): number {
	return found?.kinds[0]?.score ?? 0;
}

/** For a table of an unknown kind: the last row of words before the first row with figures. */
function plainHeader(rows: readonly GridRow[]): number | undefined {
	const wide = rows.map((row) => row.cells.filter((cell) => cellText(cell) !== '').length);
	const figures = rows.findIndex(
		(row, at) => (wide[at] ?? 0) >= 2 && row.cells.some((cell) => readNumber(cellText(cell)) !== undefined),
	);
	for (let at = figures - 1; at >= 0; at--) if ((wide[at] ?? 0) >= 2) return rows[at]?.number;
	return undefined;
}
