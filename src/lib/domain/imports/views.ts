import type { AdministrationPart, LocalText } from '../org/index.ts';
import type { ImportBatch, ImportRun, RunRow } from './batch.ts';
import type { ImportEntity, MissingThing } from './changes.ts';
import type { FileStanding } from './choices.ts';
import type { FieldKey, SheetKind } from './fields.ts';
import type { ImportCounts, RowOutcome } from './plan-import.ts';
import type { CellProblem } from './problems.ts';
import type { RecordCell } from './records.ts';
import type { ColumnsView, SheetLine, TableView, ValueOption } from './views-table.ts';

/** What the steps of an import show: made on the server, drawn by the page. */

export const IMPORT_STEPS = ['file', 'table', 'columns', 'values', 'rows', 'difference', 'result'] as const;
export type ImportStep = (typeof IMPORT_STEPS)[number];

export const ROW_FILTERS = ['errors', 'warnings', 'all', 'skipped'] as const;
export type RowFilter = (typeof ROW_FILTERS)[number];

/** In the order of the file, or alike problems together. */
export const ROW_ORDERS = ['row', 'problem'] as const;
export type RowOrder = (typeof ROW_ORDERS)[number];

export interface ViewWish {
	readonly step: ImportStep | null;
	readonly sheet: number;
	readonly page: number;
	readonly filter: RowFilter | null;
	readonly order: RowOrder;
}

export interface ImportView {
	readonly batch: ImportBatch;
	readonly step: ImportStep;
	/** Part of the file that was read, or of its rows that were compared, 0–1; null when nothing goes on. */
	readonly progress: number | null;
	/** The comparison with the structure was stopped or took too long; nothing can be shown of it. */
	readonly isGivenUp: boolean;
	readonly kinds: readonly SheetKind[];
	readonly sheets: readonly SheetLine[];
	readonly sheet: number;
	readonly counts: ImportCounts | null;
	readonly mark: string;
	readonly target: {
		readonly label: LocalText;
		readonly isWorking: boolean;
		/** What the person says the file is; null until then. */
		readonly standing: FileStanding | null;
		readonly choices: readonly { readonly id: string; readonly label: LocalText }[];
	} | null;
	/** The first rows of every sheet beside each other; only in the first step. */
	readonly previews: readonly { readonly sheet: number; readonly table: TableView }[];
	readonly table: TableView | null;
	readonly columns: ColumnsView | null;
	readonly values: ValuesView | null;
	readonly rows: RowsView | null;
	readonly difference: DifferenceView | null;
	readonly result: {
		readonly run: ImportRun;
		readonly rows: readonly RunRow[];
		readonly changes: ChangesView;
	} | null;
}

/** A text of the file that means nothing yet, or that a person gave a meaning. */
export interface ValueLine {
	readonly field: FieldKey;
	readonly text: string;
	readonly rows: number;
	/** Meaning chosen; empty when none is. */
	readonly chosen: string;
	/** Likely meaning, offered as a choice. */
	readonly suggested: string;
	/** Where a new unit comes to stand; null for anything else. */
	readonly parent: {
		/** Key that the person chose; empty when none is. */
		readonly chosen: string;
		/** The superior by the heading above, once the unit is made; null before. */
		readonly guessed: LocalText | null;
	} | null;
	/** The part of the administration that a new unit comes to belong to; null where that follows from its kind. */
	readonly part: {
		/** Part that the person chose; empty when none is. */
		readonly chosen: string;
		readonly guessed: AdministrationPart | null;
	} | null;
	/** Sheet on which a person gave the meaning; null for this one. */
	readonly from: string | null;
}

export interface ValuesView {
	readonly lines: readonly ValueLine[];
	/** Codes to choose from, by field; for registers with their names. */
	readonly options: Readonly<Record<string, readonly ValueOption[]>>;
}

export interface RowLine {
	readonly row: number;
	readonly outcome: RowOutcome['outcome'];
	readonly reason: RowOutcome['reason'];
	readonly cells: readonly {
		readonly field: FieldKey;
		readonly cell: RecordCell;
		readonly problems: readonly CellProblem[];
		/** What the row falls to where its cell says nothing: the unit of the heading above. */
		readonly concluded: LocalText | null;
		/** What a person set for the whole sheet, where the cell says nothing. */
		readonly whole: ValueOption | null;
	}[];
	/** Problems of fields that the sheet has no column for. */
	readonly elsewhere: readonly CellProblem[];
	/** The text of a row that is no data. */
	readonly text: string;
	/** A person said that the row is data. */
	readonly isSaidData: boolean;
}

/** Problems that one correction mends alike. */
export interface AlikeLine {
	readonly key: string;
	readonly problem: CellProblem;
	readonly count: number;
}

export interface RowsView {
	readonly filter: RowFilter;
	readonly order: RowOrder;
	readonly counts: Readonly<Record<RowFilter, number>>;
	readonly fields: readonly FieldKey[];
	/** Those of the fields that no column gives. */
	readonly extra: readonly FieldKey[];
	/** Texts that may be written into a field. */
	readonly options: Readonly<Partial<Record<FieldKey, readonly string[]>>>;
	readonly rows: readonly RowLine[];
	readonly page: number;
	readonly pages: number;
	readonly alike: readonly AlikeLine[];
}

/** A function that says nearly the same as one that a file brings. */
export interface NearThing {
	readonly text: LocalText;
	/** The unit that answers for it; null where nobody does. */
	readonly unit: LocalText | null;
	/** How alike the two are, 0–1. */
	readonly score: number;
}

/** One change as a person reads it: names for keys, without what only the product needs. */
export interface ChangeView {
	readonly entity: ImportEntity;
	readonly name: LocalText;
	readonly state: 'new' | 'changed' | 'removed';
	readonly before: Readonly<Record<string, unknown>> | null;
	readonly after: Readonly<Record<string, unknown>> | null;
	readonly from: { readonly sheet: string; readonly row: number } | null;
	readonly near: readonly NearThing[];
}

/** How many things of one sort an import makes, changes and closes. */
export interface ChangeSum {
	readonly entity: ImportEntity;
	readonly made: number;
	readonly changed: number;
	readonly closed: number;
}

/** A page of what an import changed. */
export interface ChangesView {
	readonly changes: readonly ChangeView[];
	readonly page: number;
	readonly pages: number;
	readonly total: number;
	readonly sums: readonly ChangeSum[];
}

export interface DifferenceView {
	readonly changes: readonly ChangeView[];
	readonly page: number;
	readonly pages: number;
	readonly counts: Readonly<Record<'new' | 'changed' | 'removed' | 'missing', number>>;
	/** The same by what it is, in the order in which it is written; nothing that stays as it is. */
	readonly sums: readonly ChangeSum[];
	readonly missing: readonly (MissingThing & { readonly name: LocalText })[];
	/** Rows left out because the role may not change things of that kind. */
	readonly refused: readonly { readonly kind: SheetKind; readonly rows: number }[];
	readonly isUnsure: boolean;
	/** Years whose approved plan the file changes: taking it in asks for a reason. */
	readonly approvedYears: readonly number[];
}
