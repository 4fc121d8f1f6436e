import type { LocalText } from '../org/index.ts';
import type { FieldKey, SheetKind } from './fields.ts';
import type { RowRole } from './rows.ts';
import type { SecondKind } from './second-kinds.ts';
import type { TotalCheck } from './totals.ts';
import type { WholeField } from './whole-sheet.ts';

/** What the first steps of an import show of a sheet, its table and its columns. */

export interface ValueOption {
	readonly code: string;
	/** Null where the page knows the code by itself. */
	readonly name: LocalText | null;
}

/** One sheet in the list of sheets. */
export interface SheetLine {
	readonly index: number;
	readonly name: string;
	readonly isHidden: boolean;
	readonly kind: SheetKind | null;
	readonly band: { readonly first: number; readonly last: number };
	readonly filledRows: number;
	/** Cells from the first to the last that is filled: „A1:L27“; empty for a sheet without any. */
	readonly range: string;
	readonly errors: number;
	/** What the sheet also holds, to be brought again as that kind. */
	readonly also: readonly SecondKind[];
	readonly totalsRight: number;
	readonly totalsWrong: number;
}

/** A row of the preview: its number, its texts, what it is. */
export interface PreviewRow {
	readonly number: number;
	readonly role: RowRole | 'above' | 'header' | null;
	readonly isHidden: boolean;
	readonly cells: readonly { readonly text: string; readonly isInferred: boolean }[];
}

export interface TableView {
	readonly rows: readonly PreviewRow[];
	readonly letters: readonly string[];
	readonly rowCount: number;
	readonly lastRow: number | null;
	readonly takesHidden: boolean;
	readonly takesTotals: boolean;
	/** Rows that are taken for sums and stay out. */
	readonly totalRows: readonly number[];
	readonly totals: readonly TotalCheck[];
}

export interface ColumnView {
	readonly column: number;
	readonly letter: string;
	readonly heading: string;
	readonly samples: readonly string[];
	readonly field: FieldKey | null;
	readonly sureness: 'sure' | 'likely' | 'chosen' | 'none';
}

export interface ColumnsView {
	readonly columns: readonly ColumnView[];
	readonly fields: readonly FieldKey[];
	/** Required fields that no column gives. */
	readonly missing: readonly FieldKey[];
	/** Fields of a nomenclature without a column, for each of which one value may hold in every row. */
	readonly whole: readonly (WholeField & {
		/** Code or key that holds; empty when none does. */
		readonly chosen: string;
		readonly options: readonly ValueOption[];
	})[];
	/** Maps of this kind that may be applied. */
	readonly maps: readonly { readonly id: string; readonly name: string | null; readonly isUsed: boolean }[];
}
