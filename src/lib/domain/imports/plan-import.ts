import type { Structure } from '../org/index.ts';
import type { SheetChoices } from './choices.ts';
import type { ImportChange, MissingThing } from './changes.ts';
import { openDesk, type Desk, type DeskSheet, type ImportContext } from './desk.ts';
import { SHEET_KINDS, type FieldKey, type SheetKind } from './fields.ts';
import { cellText, type Grid } from './grid.ts';
import { headingsOf } from './header.ts';
import { heldMatches, meaningsOf } from './held-matches.ts';
import { settleMissing } from './missing.ts';
import { planActivities } from './plan-activities.ts';
import { planFunctions } from './plan-functions.ts';
import type { PlanLine } from './plan-line.ts';
import { planParticipations } from './plan-participations.ts';
import { planEmployees, planRequirements } from './plan-people.ts';
import { planStaffing } from './plan-staffing.ts';
import { planTraining } from './plan-training.ts';
import { planUnits, type PlannedRow } from './plan-units.ts';
import { yearIn } from './plan-words.ts';
import type { CellProblem } from './problems.ts';
import { saysLeva } from './read-post-facts.ts';
import { readRecordsSteps, type SheetReading, type SheetRecord, type SkipReason } from './records.ts';
import { allSteps, type Steps } from './steps.ts';

export interface ImportSheet {
	readonly grid: Grid;
	readonly choices: SheetChoices;
}

/** What becomes of one row of the file: every filled row below a heading has exactly one outcome. */
export interface RowOutcome {
	readonly row: number;
	readonly outcome: 'accepted' | 'corrected' | 'skipped';
	/** Only for skipped rows. */
	readonly reason: SkipReason | null;
	/** Key of the thing that the row is about; null for a skipped row. */
	readonly key: string | null;
	readonly problems: readonly CellProblem[];
}

export interface PlannedSheet {
	readonly kind: SheetKind;
	readonly reading: SheetReading;
	/** In the order of the sheet. */
	readonly outcomes: readonly RowOutcome[];
}

/** Rows of the file; `rowsIn` is always the sum of the other three. */
export interface ImportCounts {
	readonly rowsIn: number;
	readonly accepted: number;
	readonly corrected: number;
	readonly skipped: number;
	/** Rows skipped because of errors that can still be mended. */
	readonly withErrors: number;
}

export interface ImportPlan {
	/** By place in the file; null for a sheet of which nothing is taken in. */
	readonly sheets: readonly (PlannedSheet | null)[];
	readonly changes: readonly ImportChange[];
	readonly missing: readonly MissingThing[];
	readonly counts: ImportCounts;
	/** The structure as it would be. */
	readonly after: Pick<Structure, 'units' | 'posts' | 'functions' | 'participations' | 'activities'> & {
		/** Lines of training plans. */
		readonly lines: readonly PlanLine[];
	};
}

/**
 * Works out what a file would do to a structure, without doing it. Sheets are taken in by kind — units before the posts
 * in them, functions before who takes part — so that one sheet may name what another makes. Kinds outside `allowed`
 * are skipped row by row. Deterministic; rows in = accepted + corrected + skipped.
 */
export function planImport(
	sheets: readonly ImportSheet[],
	context: ImportContext,
	allowed: ReadonlySet<SheetKind> = new Set(SHEET_KINDS),
): ImportPlan {
	return allSteps(planImportSteps(sheets, context, allowed));
}

/** The same in steps, for files so large that others would wait behind them. */
export function* planImportSteps(
	sheets: readonly ImportSheet[],
	context: ImportContext,
	allowed: ReadonlySet<SheetKind>,
): Steps<ImportPlan> {
	const desk = openDesk(context);
	const planned: (PlannedSheet | null)[] = sheets.map(() => null);
	for (const kind of SHEET_KINDS)
		for (const [index, sheet] of sheets.entries())
			if (sheet.choices.kind === kind)
				planned[index] = yield* planSheet(desk, {
					...sheet,
					...{ index, kind, isAllowed: allowed.has(kind) },
					matches: meaningsOf(heldMatches(sheets, index)),
				});
	settleMissing(desk);
	return {
		sheets: planned,
		changes: desk.changes,
		missing: desk.missing,
		counts: countRows(planned),
		after: {
			units: [...desk.units.values()],
			posts: [...desk.posts.values()],
			functions: [...desk.functions.values()],
			participations: [...desk.participations.values()],
			activities: [...desk.activities.values()],
			lines: [...desk.lines.values()],
		},
	};
}

type Planner = (
	desk: Desk,
	sheet: DeskSheet,
	records: readonly SheetRecord[],
) => Steps<readonly PlannedRow[]>;

const PLANNERS: Readonly<Record<SheetKind, Planner>> = {
	units: planUnits,
	staffing: planStaffing,
	functions: planFunctions,
	participations: planParticipations,
	activities: planActivities,
	employees: planEmployees,
	requirements: planRequirements,
	training: planTraining,
};

function* planSheet(
	desk: Desk,
	sheet: ImportSheet &
		Pick<DeskSheet, 'index' | 'matches'> & { readonly kind: SheetKind; readonly isAllowed: boolean },
): Steps<PlannedSheet> {
	const { grid, choices, index, kind, matches, isAllowed } = sheet;
	const reading = yield* readRecordsSteps(grid, choices);
	const skipped = reading.skipped.map(({ row, reason }) => skip(row, reason));
	if (!isAllowed) {
		const refused = reading.records.map(({ row }) => skip(row, 'not-allowed'));
		return { kind, reading, outcomes: inOrder([...skipped, ...refused]) };
	}
	desk.kinds.add(kind);
	const rows = yield* PLANNERS[kind](
		desk,
		{
			index,
			name: grid.name,
			matches,
			standing: choices.standing,
			saidYear: saidYear(grid, choices),
			inLeva: inLeva(grid, choices),
		},
		reading.records,
	);
	const outcomes = inOrder([...skipped, ...rows.map(outcomeOf)]);
	if (outcomes.some(({ reason }) => reason !== null && UNSURE.has(reason))) desk.unsure.add(kind);
	return { kind, reading, outcomes };
}

/** The year in the rows above the table, else in the name of the sheet. */
function saidYear(grid: Grid, { band }: SheetChoices): number | null {
	const above = grid.rows.filter(({ number }) => number < band.first);
	return yearIn(above.flatMap(({ cells }) => cells.map(cellText)).join(' ')) ?? yearIn(grid.name);
}

function inLeva(grid: Grid, { band, columns }: SheetChoices): ReadonlySet<FieldKey> {
	const headings = headingsOf(grid, band);
	const named = Object.entries(columns).filter(([column]) => saysLeva(headings[Number(column)] ?? ''));
	return new Set(named.map(([, field]) => field));
}

const UNSURE: ReadonlySet<SkipReason> = new Set<SkipReason>(['errors', 'left-out', 'hidden']);

function outcomeOf({ reader, key }: PlannedRow): RowOutcome {
	const { record, problems } = reader;
	if (key === null) return { ...skip(record.row, 'errors'), problems };
	const isCorrected = Object.values(record.cells).some((cell) => cell.isFixed);
	return { row: record.row, outcome: isCorrected ? 'corrected' : 'accepted', reason: null, key, problems };
}

function skip(row: number, reason: SkipReason): RowOutcome {
	return { row, outcome: 'skipped', reason, key: null, problems: [] };
}

function inOrder(outcomes: readonly RowOutcome[]): readonly RowOutcome[] {
	return outcomes.toSorted((a, b) => a.row - b.row);
}

function countRows(sheets: readonly (PlannedSheet | null)[]): ImportCounts {
	const all = sheets.flatMap((sheet) => sheet?.outcomes ?? []);
	const count = (test: (row: RowOutcome) => boolean) => all.filter(test).length;
	return {
		rowsIn: all.length,
		accepted: count(({ outcome }) => outcome === 'accepted'),
		corrected: count(({ outcome }) => outcome === 'corrected'),
		skipped: count(({ outcome }) => outcome === 'skipped'),
		withErrors: count(({ reason }) => reason === 'errors'),
	};
}
