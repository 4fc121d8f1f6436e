import { PARTICIPATION_ROLES, type ParticipationRole } from '#lib/domain/org/index.ts';

export interface MatrixAxis {
	readonly key: string;
	readonly label: string;
}

/** A row that stands under a heading, for example a function under its policy area. */
export interface MatrixRow extends MatrixAxis {
	readonly groupKey: string;
}

/** One link between a row and a column. */
export interface MatrixLink {
	readonly row: string;
	readonly column: string;
	readonly role: ParticipationRole;
}

export interface MatrixInput {
	readonly groups: readonly MatrixAxis[];
	readonly rows: readonly MatrixRow[];
	readonly columns: readonly MatrixAxis[];
	readonly links: readonly MatrixLink[];
	/** Leaves out columns that no row of the picture touches. */
	readonly hideEmptyColumns: boolean;
}

/** Roles of a column in a row: О У С И in this order, each once; empty where the two have nothing in common. */
export type MatrixCell = readonly ParticipationRole[];

export type MatrixLine =
	| { readonly kind: 'group'; readonly key: string; readonly label: string; readonly count: number }
	| {
			readonly kind: 'row';
			readonly key: string;
			readonly label: string;
			readonly cells: readonly MatrixCell[];
			/** Columns that take part in the row. */
			readonly total: number;
	  };

export interface MatrixColumn extends MatrixAxis {
	/** Rows in which the column takes part, and those for which it answers. */
	readonly total: number;
	readonly accountable: number;
}

export interface MatrixModel {
	readonly columns: readonly MatrixColumn[];
	/** Headings and rows in the order of the picture; groups without rows are left out. */
	readonly lines: readonly MatrixLine[];
	readonly rowCount: number;
	/** Row–column pairs with at least one role. */
	readonly linkCount: number;
}

/**
 * The picture of who takes part in what: rows under their headings, columns, cells with the roles, totals of both
 * edges. Order of groups, rows and columns is kept. Links to unknown rows or columns do not count.
 * Source: matrix M3 of methodology §1.7.
 */
export function buildMatrix(input: MatrixInput): MatrixModel {
	const cells = rolesByPlace(input);
	const counted = input.columns.map((column) => countColumn(column, input.rows, cells));
	const columns = input.hideEmptyColumns ? counted.filter((column) => column.total > 0) : counted;
	const byGroup = Map.groupBy(input.rows, (row) => row.groupKey);
	const lines = input.groups.flatMap((group): readonly MatrixLine[] => {
		const rows = byGroup.get(group.key) ?? [];
		if (rows.length === 0) return [];
		return [
			{ kind: 'group', ...group, count: rows.length },
			...rows.map((row) => toLine(row, columns, cells)),
		];
	});
	return { columns, lines, rowCount: input.rows.length, linkCount: cells.size };
}

/** Part of a long list that is drawn: from `first` up to but without `end`, with a few lines beyond both edges. */
export function visibleLines(scroll: {
	readonly top: number;
	readonly height: number;
	readonly lineHeight: number;
	readonly count: number;
}): { readonly first: number; readonly end: number } {
	const beyond = 8;
	const first = Math.max(0, Math.floor(scroll.top / scroll.lineHeight) - beyond);
	const shown = Math.ceil(scroll.height / scroll.lineHeight) + 2 * beyond;
	return {
		first: Math.min(first, Math.max(0, scroll.count - 1)),
		end: Math.min(scroll.count, first + shown),
	};
}

export interface CellPlace {
	/** Index in `lines`, always of a row, never of a heading. */
	readonly line: number;
	readonly column: number;
}

const PAGE = 10;

/** Where a key leads from a cell; undefined when the key means nothing here. Headings are stepped over. */
export function moveInMatrix(
	model: MatrixModel,
	from: CellPlace,
	key: { readonly name: string; readonly isCtrl: boolean },
): CellPlace | undefined {
	const lastColumn = model.columns.length - 1;
	const across = (column: number): CellPlace => ({
		line: from.line,
		column: Math.min(lastColumn, Math.max(0, column)),
	});
	switch (key.name) {
		case 'ArrowRight':
			return across(from.column + 1);
		case 'ArrowLeft':
			return across(from.column - 1);
		case 'Home':
			return key.isCtrl ? { line: stepRows(model, -1, 1), column: 0 } : across(0);
		case 'End':
			return key.isCtrl
				? { line: stepRows(model, model.lines.length, -1), column: lastColumn }
				: across(lastColumn);
		case 'ArrowDown':
			return { ...from, line: stepRows(model, from.line, 1) };
		case 'ArrowUp':
			return { ...from, line: stepRows(model, from.line, -1) };
		case 'PageDown':
			return { ...from, line: stepRows(model, from.line, PAGE) };
		case 'PageUp':
			return { ...from, line: stepRows(model, from.line, -PAGE) };
		default:
			return undefined;
	}
}

/** The row that lies so many rows further; the last one on the way where the list ends. */
function stepRows(model: MatrixModel, from: number, steps: number): number {
	let found = from;
	let left = Math.abs(steps);
	const step = Math.sign(steps);
	for (let at = from + step; left > 0 && at >= 0 && at < model.lines.length; at += step) {
		if (model.lines[at]?.kind !== 'row') continue;
		found = at;
		left--;
	}
	return found;
}

type Places = ReadonlyMap<string, MatrixCell>;

function placeOf(row: string, column: string): string {
	return `${row}\n${column}`;
}

function rolesByPlace(input: MatrixInput): Places {
	const rows = new Set(input.rows.map((row) => row.key));
	const columns = new Set(input.columns.map((column) => column.key));
	const known = input.links.filter((link) => rows.has(link.row) && columns.has(link.column));
	const grouped = Map.groupBy(known, (link) => placeOf(link.row, link.column));
	return new Map(
		[...grouped].map(([place, links]) => [
			place,
			PARTICIPATION_ROLES.filter((role) => links.some((link) => link.role === role)),
		]),
	);
}

function countColumn(column: MatrixAxis, rows: readonly MatrixRow[], cells: Places): MatrixColumn {
	const own = rows.flatMap((row) => cells.get(placeOf(row.key, column.key)) ?? []);
	const touched = rows.filter((row) => cells.has(placeOf(row.key, column.key)));
	const accountable = own.filter((role) => role === 'accountable').length;
	return { ...column, total: touched.length, accountable };
}

function toLine(row: MatrixRow, columns: readonly MatrixAxis[], cells: Places): MatrixLine {
	const own = columns.map((column) => cells.get(placeOf(row.key, column.key)) ?? []);
	const total = own.filter((roles) => roles.length > 0).length;
	return { kind: 'row', key: row.key, label: row.label, cells: own, total };
}
