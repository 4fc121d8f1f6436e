import type { DocumentParts, ExpectedCell, KeyColumn } from '#lib/domain/publication/index.ts';
import { address, columnLetter } from './address.ts';
import type { Cell } from './cells.ts';
import {
	FIRST_ROW,
	hasIds,
	HEADER_ROW,
	regionOf,
	totalRowOf,
	type Row,
	type TableSheet,
	type WorkbookSpec,
} from './sheet.ts';
import type { WordDocument } from './word-blocks.ts';

/** The words that a document holds when it is as it was made. */
export function expectedParts({ blocks }: WordDocument): DocumentParts {
	return {
		paragraphs: blocks.flatMap((block) => ('text' in block && block.text.trim() !== '' ? [block.text] : [])),
		tables: blocks.flatMap((block) =>
			block.kind === 'table'
				? [[block.table.columns.map(({ header }) => header), ...block.table.rows.map(({ cells }) => cells)]]
				: [],
		),
	};
}

/** What the tables of a workbook hold when it is as it was made; what is counted anew each time is left out. */
export function expectedCells({ sheets }: WorkbookSpec): readonly ExpectedCell[] {
	return sheets.flatMap((sheet) => [
		...sheet.columns.map(({ header }, at) => ({
			sheet: sheet.name,
			address: address(at, HEADER_ROW),
			value: header,
		})),
		...rowsOf(sheet).flatMap(({ row, number }) => (row.isLive ? [] : cellsOf(sheet, row, number))),
	]);
}

/** The column of each sheet that holds the keys of its rows, with the last row of its table. */
export function keyColumns({ sheets }: WorkbookSpec): ReadonlyMap<string, KeyColumn> {
	return new Map(
		sheets
			.filter(hasIds)
			.map((sheet) => [
				sheet.name,
				{ column: columnLetter(sheet.columns.length), lastRow: regionOf(sheet).lastRow },
			]),
	);
}

function rowsOf(sheet: TableSheet): readonly { readonly row: Row; readonly number: number }[] {
	const { totalRow, firstCheckRow } = regionOf(sheet);
	const total = totalRowOf(sheet);
	return [
		...sheet.rows.map((row, at) => ({ row, number: FIRST_ROW + at })),
		...(total && totalRow !== null ? [{ row: total, number: totalRow }] : []),
		...(sheet.checks ?? []).map((row, at) => ({ row, number: firstCheckRow + at })),
	];
}

function cellsOf(sheet: TableSheet, row: Row, number: number): readonly ExpectedCell[] {
	const id = row.id === undefined ? {} : { id: row.id };
	return row.cells.flatMap((cell, at) => {
		const value = valueOf(cell);
		return value === null ? [] : [{ sheet: sheet.name, address: address(at, number), value, ...id }];
	});
}

function valueOf(cell: Cell): string | number | null {
	if (cell === null) return null;
	// Days of a workbook are read back as Bulgarian tables write them.
	if (cell.kind === 'date') return cell.value.split('-').toReversed().join('.');
	return cell.kind === 'formula' ? cell.result : cell.value;
}
