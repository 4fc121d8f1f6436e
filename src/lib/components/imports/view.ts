import type {
	CellProblem,
	FieldKey,
	FileNote,
	FileRefusalCode,
	ImportCounts,
	ImportEntity,
	ImportMode,
	RecordCell,
	RowRole,
	SheetKind,
	SkipReason,
	TextLayout,
	TotalCheck,
} from '#lib/domain/imports/index.ts';
import type { LocalText } from '#lib/domain/org/index.ts';

export type Step = 'file' | 'table' | 'columns' | 'values' | 'rows' | 'difference' | 'result';
export type RowFilter = 'errors' | 'warnings' | 'all' | 'skipped';

export interface SheetLine {
	readonly index: number;
	readonly name: string;
	readonly isHidden: boolean;
	readonly kind: SheetKind | null;
	readonly band: { readonly first: number; readonly last: number };
	readonly filledRows: number;
	readonly errors: number;
	readonly totalsRight: number;
	readonly totalsWrong: number;
}

export interface TableView {
	readonly rows: readonly {
		readonly number: number;
		readonly role: RowRole | 'above' | 'header' | null;
		readonly isHidden: boolean;
		readonly cells: readonly { readonly text: string; readonly isInferred: boolean }[];
	}[];
	readonly letters: readonly string[];
	readonly rowCount: number;
	readonly lastRow: number | null;
	readonly takesHidden: boolean;
	readonly totals: readonly TotalCheck[];
}

export interface ColumnsView {
	readonly columns: readonly {
		readonly column: number;
		readonly letter: string;
		readonly heading: string;
		readonly samples: readonly string[];
		readonly field: FieldKey | null;
		readonly sureness: 'sure' | 'likely' | 'chosen' | 'none';
	}[];
	readonly fields: readonly FieldKey[];
	readonly missing: readonly FieldKey[];
}

export interface ValueOption {
	readonly code: string;
	readonly name: LocalText | null;
}

export interface ValuesView {
	readonly lines: readonly {
		readonly field: FieldKey;
		readonly text: string;
		readonly rows: number;
		readonly chosen: string;
		readonly suggested: string;
	}[];
	readonly options: Readonly<Record<string, readonly ValueOption[]>>;
}

export interface RowLine {
	readonly row: number;
	readonly outcome: 'accepted' | 'corrected' | 'skipped';
	readonly reason: SkipReason | null;
	readonly cells: readonly {
		readonly field: FieldKey;
		readonly cell: RecordCell;
		readonly problems: readonly CellProblem[];
	}[];
	readonly elsewhere: readonly CellProblem[];
	readonly text: string;
}

export interface RowsView {
	readonly filter: RowFilter;
	readonly counts: Readonly<Record<RowFilter, number>>;
	readonly fields: readonly FieldKey[];
	readonly rows: readonly RowLine[];
	readonly page: number;
	readonly pages: number;
	readonly alike: readonly { readonly key: string; readonly problem: CellProblem; readonly count: number }[];
}

export interface DifferenceView {
	readonly changes: readonly {
		readonly entity: ImportEntity;
		readonly name: LocalText;
		readonly state: 'new' | 'changed' | 'removed';
		readonly before: Readonly<Record<string, unknown>> | null;
		readonly after: Readonly<Record<string, unknown>> | null;
		readonly from: { readonly sheet: string; readonly row: number } | null;
	}[];
	readonly page: number;
	readonly pages: number;
	readonly counts: Readonly<Record<'new' | 'changed' | 'removed' | 'missing', number>>;
	readonly missing: readonly {
		readonly entity: ImportEntity;
		readonly key: string;
		readonly isProtected: boolean;
		readonly name: LocalText;
	}[];
	readonly isUnsure: boolean;
}

export interface RunRow {
	readonly sheet: string;
	readonly row: number;
	readonly outcome: 'corrected' | 'skipped';
	readonly reason: string | null;
	readonly problems: readonly CellProblem[];
}

/** What the page of one file gets from the server. */
export interface ImportPage {
	readonly batch: {
		readonly id: string;
		readonly fileName: string;
		readonly state: 'reading' | 'refused' | 'open' | 'applied' | 'undone';
		readonly refusal: FileRefusalCode | null;
		readonly notes: readonly FileNote[];
		readonly layout: TextLayout | null;
		readonly mode: ImportMode;
		readonly versionId: string | null;
	};
	readonly step: Step;
	readonly kinds: readonly SheetKind[];
	readonly sheets: readonly SheetLine[];
	readonly sheet: number;
	readonly counts: ImportCounts | null;
	readonly mark: string;
	readonly target: {
		readonly label: LocalText;
		readonly isWorking: boolean;
		readonly choices: readonly { readonly id: string; readonly label: LocalText }[];
	} | null;
	readonly table: TableView | null;
	readonly columns: ColumnsView | null;
	readonly values: ValuesView | null;
	readonly rows: RowsView | null;
	readonly difference: DifferenceView | null;
	readonly result: {
		readonly run: {
			readonly versionId: string | null;
			readonly rowsIn: number;
			readonly accepted: number;
			readonly corrected: number;
			readonly skipped: number;
		};
		readonly rows: readonly RunRow[];
	} | null;
}

export interface StepProps {
	view: ImportPage;
	/** Address of the page without its query. */
	base: string;
}

/** Address of a step; further parameters go behind it. */
export function stepHref(
	base: string,
	step: Step,
	more: Readonly<Record<string, string | number>> = {},
): string {
	const search = new URLSearchParams({ step });
	for (const [name, value] of Object.entries(more)) search.set(name, String(value));
	return `${base}?${search.toString()}`;
}

/** Address of an action that keeps the step shown. */
export function stepAction(
	name: string,
	view: Pick<ImportPage, 'step' | 'sheet'>,
	more: Readonly<Record<string, string | number>> = {},
): string {
	const search = new URLSearchParams({ step: view.step, sheet: String(view.sheet) });
	for (const [key, value] of Object.entries(more)) search.set(key, String(value));
	return `?/${name}&${search.toString()}`;
}
