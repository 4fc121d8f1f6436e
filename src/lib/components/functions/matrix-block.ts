import type { MatrixEntry } from '#lib/charts/matrix.ts';
import { PARTICIPATION_ROLES, type ParticipationRole } from '#lib/domain/org/index.ts';
import { foldText } from '#lib/domain/shared/index.ts';
import type { MatrixCut } from '#lib/components/charts/matrix-chosen.svelte.ts';
import { letterOfRole } from '#lib/i18n/names.ts';
import { rolesOf } from './matrix-words.ts';

/** A cell of a block as it goes to the server. */
export interface SentCell {
	readonly fn: string;
	readonly unit: string;
	readonly post: string | null;
	/** Empty takes the role away. */
	readonly role: ParticipationRole | '';
	readonly share?: number | null;
}

/** What of a pasted block cannot even be asked for. */
export interface UnreadCell {
	readonly row: string;
	readonly column: string;
	readonly text: string;
	readonly reason: 'heading' | 'letter' | 'outside' | 'unknown';
}

export interface ReadBlock {
	readonly cells: readonly SentCell[];
	readonly unread: readonly UnreadCell[];
}

/** The cell on which a key was pressed, and what stands in the cell above it; null where none does. */
export interface PressedCell {
	readonly fn: MatrixEntry;
	readonly place: MatrixEntry;
	/** `MARK` bits. */
	readonly above: number | null;
}

/** Letters of a Latin keyboard and look-alikes of files, beside the letters of the language. */
const ALIKE: Readonly<Record<string, ParticipationRole>> = {
	о: 'accountable',
	o: 'accountable',
	a: 'accountable',
	у: 'participates',
	y: 'participates',
	u: 'participates',
	p: 'participates',
	с: 'consulted',
	c: 'consulted',
	s: 'consulted',
	и: 'informed',
	i: 'informed',
};

/** The role that a letter stands for; undefined when it is none. */
export function roleOfLetter(letter: string): ParticipationRole | undefined {
	const small = letter.trim().toLowerCase();
	return PARTICIPATION_ROLES.find((role) => letterOfRole(role).toLowerCase() === small) ?? ALIKE[small];
}

type UnitOf = (post: string) => string;

/** The lines that a block may lie on: from the cell with the focus, and all of the matrix shown. */
export interface BlockPlace {
	readonly rows: readonly MatrixEntry[];
	readonly columns: readonly MatrixEntry[];
	readonly allRows: readonly MatrixEntry[];
	readonly allColumns: readonly MatrixEntry[];
}

/**
 * A block copied from a spreadsheet. With names in its first row and its first column it goes to the lines of those
 * names; otherwise it is laid on the lines of the matrix from the cell with the focus. Empty cells of the block take the
 * role away; empty ones over headings are passed over.
 */
export function readBlock(text: string, place: BlockPlace, unitOf: UnitOf): ReadBlock {
	const lines = text.replace(/\r\n?/gu, '\n').replace(/\n$/u, '').split('\n');
	const cells = lines.map((line) => line.split('\t').map((raw) => raw.trim()));
	if (!hasNames(cells)) return layBlock(cells, { rows: place.rows, columns: place.columns }, unitOf);
	const [head = [], ...body] = cells;
	const rowOf = finder(place.allRows);
	const columnOf = finder(place.allColumns);
	return layBlock(
		body.map(([, ...own]) => own),
		{
			rows: body.map(([name = '']) => rowOf(name) ?? name),
			columns: head.slice(1).map((name) => columnOf(name) ?? name),
		},
		unitOf,
	);
}

/** Names stand around the block where neither its first row nor its first column holds a letter of a role. */
function hasNames(cells: readonly (readonly string[])[]): boolean {
	const [[, ...head] = [], ...body] = cells;
	const isName = (value = '') => value !== '' && roleOfLetter(value) === undefined;
	return head.length > 0 && body.length > 0 && head.every(isName) && body.every(([name]) => isName(name));
}

/** The lines of the names, asked for in turn: of lines with one name the first mention means the first, and so on. */
function finder(entries: readonly MatrixEntry[]): (name: string) => MatrixEntry | undefined {
	const byName = Map.groupBy(entries, ({ label }) => foldText(label));
	return (name) => {
		const [first, ...others] = byName.get(foldText(name)) ?? [];
		if (others.length > 0) byName.set(foldText(name), others);
		return first;
	};
}

/**
 * A part of the matrix as a spreadsheet takes it and `readBlock` takes it back: the letter of the strongest role of each
 * cell, nothing where there is none and over headings; names around it where asked for.
 * @param marksOf `MARK` bits of a cell
 */
export function writeBlock(
	{ rows, columns, withNames }: MatrixCut,
	marksOf: (row: MatrixEntry, column: MatrixEntry) => number,
): string {
	const letterAt = (row: MatrixEntry, column: MatrixEntry) => {
		const [role] = row.kind === 'area' || column.kind === 'area' ? [] : rolesOf(marksOf(row, column));
		return role === undefined ? '' : letterOfRole(role);
	};
	const named = (name: string, cells: readonly string[]) => (withNames ? [inOneCell(name), ...cells] : cells);
	const body = rows.map((row) =>
		named(
			row.label,
			columns.map((column) => letterAt(row, column)),
		),
	);
	const head = withNames
		? [
				named(
					'',
					columns.map(({ label }) => inOneCell(label)),
				),
			]
		: [];
	return [...head, ...body].map((line) => line.join('\t')).join('\n');
}

function inOneCell(name: string): string {
	return name.replace(/\s+/gu, ' ');
}

/** A line of the matrix, or the name that no line has. */
type Line = MatrixEntry | string;

function layBlock(
	lines: readonly (readonly string[])[],
	{ rows, columns }: { readonly rows: readonly Line[]; readonly columns: readonly Line[] },
	unitOf: UnitOf,
): ReadBlock {
	const cells: SentCell[] = [];
	const unread: UnreadCell[] = [];
	lines.forEach((line, down) => {
		line.forEach((written, across) => {
			const [row, column] = [rows[down], columns[across]];
			const refuse = (reason: UnreadCell['reason']) => {
				if (written === '') return;
				unread.push({ row: labelOf(row), column: labelOf(column), text: written, reason });
			};
			if (row === undefined || column === undefined) return refuse('outside');
			if (typeof row === 'string' || typeof column === 'string') return refuse('unknown');
			if (row.kind === 'area' || column.kind === 'area') return refuse('heading');
			const role = written === '' ? '' : roleOfLetter(written);
			if (role === undefined) return refuse('letter');
			cells.push(cellAt(row, column, role, unitOf));
		});
	});
	return { cells, unread };
}

function labelOf(line: Line | undefined): string {
	return typeof line === 'string' ? line : (line?.label ?? '');
}

/** The cell of two lines, whichever of them is the function. */
export function cellAt(
	row: MatrixEntry,
	column: MatrixEntry,
	role: ParticipationRole | '',
	unitOf: (post: string) => string,
): SentCell {
	const [fn, place] = row.kind === 'function' ? [row, column] : [column, row];
	const isPost = place.kind === 'post';
	return {
		fn: fn.key,
		unit: isPost ? unitOf(place.key) : place.key,
		post: isPost ? place.key : null,
		role,
	};
}
