import { gridWidth, type Grid } from '#lib/domain/imports/index.ts';
import { markedWorkbook, type MarkedSheet } from '../marked-file/workbook.ts';

/** What is wrong in one cell of a sheet: row from 1, column from 0. */
export interface CellNote {
	readonly row: number;
	readonly column: number;
	readonly note: string;
}

/** The file as it was read, every wrong cell coloured with what is wrong, so that it can be mended and brought again. */
export async function markedSheet(
	grid: Grid,
	notes: readonly CellNote[],
	createdAt: string,
): Promise<Uint8Array> {
	const width = Math.max(gridWidth(grid), ...notes.map(({ column }) => column + 1));
	const rows = grid.rows.map((row): MarkedSheet['rows'][number] => {
		const own = notes.filter((note) => note.row === row.number);
		return {
			number: row.number,
			outcome: own.length === 0 ? null : own.map(({ note }) => note).join(' '),
			cells: Array.from({ length: width }, (_, at) => {
				const cell = row.cells[at] ?? null;
				const wrong = own.filter(({ column }) => column === at);
				if (!cell && wrong.length === 0) return null;
				return {
					value: cell?.value ?? '',
					look: wrong.length > 0 ? ('error' as const) : ('plain' as const),
					note: wrong.length > 0 ? wrong.map(({ note }) => note).join('\n') : null,
				};
			}),
		};
	});
	const sheet = { name: grid.name, rows, outcomeColumn: width, outcomeHeading: null };
	return markedWorkbook({ createdAt, note: '', sheets: [sheet] });
}

/** Plain rows as a workbook of one sheet. */
export async function plainSheet(
	name: string,
	rows: readonly (readonly (string | number)[])[],
	createdAt: string,
): Promise<Uint8Array> {
	const sheet: MarkedSheet = {
		name,
		outcomeColumn: Math.max(1, rows[0]?.length ?? 1) - 1,
		outcomeHeading: null,
		rows: rows.map((cells, at) => ({
			number: at + 1,
			outcome: null,
			cells: cells.map((value) => ({ value, look: 'plain' as const, note: null })),
		})),
	};
	return markedWorkbook({ createdAt, note: '', sheets: [sheet] });
}
