import { fixKey, type SheetChoices } from './choices.ts';
import type { FieldKey } from './fields.ts';
import { fillMerged } from './fill-merged.ts';
import { cellAddress, cellText, type Grid, type GridCell } from './grid.ts';
import { classifyRowsSteps, type ClassifiedRow, type RowRole, type SectionName } from './rows.ts';
import { allSteps, type Steps } from './steps.ts';

/** One value of a row as the file and the person give it. */
export interface RecordCell {
	readonly text: string;
	/** The number itself, where the file stores one and nobody corrected it. */
	readonly number: number | null;
	/** Address; null where the sheet has no such column and a person gave the value. */
	readonly cell: string | null;
	/** Taken from the merged cell above. */
	readonly isInferred: boolean;
	/** Corrected by a person. */
	readonly isFixed: boolean;
	readonly mark: 'formula' | 'error' | null;
}

/** One row of data: its values by field, and the headings inside the table that it stands under. */
export interface SheetRecord {
	readonly row: number;
	readonly cells: Readonly<Partial<Record<FieldKey, RecordCell>>>;
	readonly sections: readonly SectionName[];
}

/** Why a row of the file was not taken in. */
export type SkipReason = Exclude<RowRole, 'data'> | 'hidden' | 'left-out' | 'errors' | 'not-allowed';

export interface SkippedRow {
	readonly row: number;
	readonly reason: SkipReason;
}

export interface SheetReading {
	readonly rows: readonly ClassifiedRow[];
	readonly records: readonly SheetRecord[];
	readonly skipped: readonly SkippedRow[];
}

/**
 * The rows of data of a sheet by the choices made about it. Every other filled row below the heading is named with
 * the reason why it is no data, so that the rows of the file are the records and the skipped ones together.
 */
export function readRecords(grid: Grid, choices: SheetChoices): SheetReading {
	return allSteps(readRecordsSteps(grid, choices));
}

/** The same in steps. */
export function* readRecordsSteps(grid: Grid, choices: SheetChoices): Steps<SheetReading> {
	const rows = yield* classifyRowsSteps(fillMerged(grid), choices);
	const leftOut = new Set(choices.leftOut);
	const columns = Object.entries(choices.columns).map(([column, field]) => ({
		column: Number(column),
		field,
	}));
	const records: SheetRecord[] = [];
	const skipped: SkippedRow[] = [];
	for (const classified of rows) {
		const { row, role } = classified;
		const reason = skipReason(classified, choices, leftOut);
		if (reason) skipped.push({ row: row.number, reason });
		else if (role === 'data') records.push(recordOf(classified, columns, choices));
		yield;
	}
	return { rows, records, skipped };
}

function skipReason(
	{ row, role }: ClassifiedRow,
	choices: SheetChoices,
	leftOut: ReadonlySet<number>,
): SkipReason | undefined {
	if (role !== 'data') return role;
	if (leftOut.has(row.number)) return 'left-out';
	return row.isHidden && !choices.takesHidden ? 'hidden' : undefined;
}

function recordOf(
	{ row, sections }: ClassifiedRow,
	columns: readonly { readonly column: number; readonly field: FieldKey }[],
	choices: SheetChoices,
): SheetRecord {
	const cells: Partial<Record<FieldKey, RecordCell>> = {};
	for (const { column, field } of columns) {
		const fix = choices.fixes[fixKey(row.number, field)];
		cells[field] = recordCell(row.cells[column] ?? null, cellAddress(column, row.number), fix);
	}
	for (const field of GIVEN_BY_HAND) {
		const fix = choices.fixes[fixKey(row.number, field)];
		if (fix !== undefined) cells[field] ??= recordCell(null, null, fix);
	}
	return { row: row.number, cells, sections };
}

/** Fields that a person may give row by row where the sheet has no column for them. */
const GIVEN_BY_HAND: readonly FieldKey[] = ['unit', 'functionKind', 'policyArea', 'planYear'];

function recordCell(cell: GridCell | null, address: string | null, fix: string | undefined): RecordCell {
	const own = cell?.inferred === 'across' ? null : cell;
	return {
		text: fix ?? cellText(own),
		number: fix === undefined && typeof own?.value === 'number' ? own.value : null,
		cell: address,
		isInferred: fix === undefined && own?.inferred === 'down',
		isFixed: fix !== undefined,
		mark: fix === undefined ? (own?.mark ?? null) : null,
	};
}
