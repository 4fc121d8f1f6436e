import { contentDisposition, workbookFileName, WORKBOOK_TYPE } from '#exports/shared/file-name.ts';
import { structureWorkbook } from '#exports/structure-data/workbook.ts';
import { markedWorkbook, type MarkedCell, type MarkedSheet } from '#exports/marked-file/workbook.ts';
import {
	fillMerged,
	fixKey,
	gridWidth,
	type CellProblem,
	type GridCell,
	type ImportSheet,
	type PlannedSheet,
} from '#lib/domain/imports/index.ts';
import { nameOfSkipReason, textOfProblem } from '#lib/i18n/import-names.ts';
import { ok, type Result } from '#lib/domain/shared/index.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Ctx, Refused } from '../context.ts';
import type { WorkbookFile } from './export-file.ts';
import { listLegalActs, listPolicyAreas } from '../queries/legal.ts';
import { openImport, planOf } from './import-open.ts';
import { openStructure, type WorkspaceAddress } from './workspace.ts';

/** The file of an import as it was read, with coloured cells and a note in each that has something to say. */
export async function markedFile(ctx: Ctx, slug: string, id: string): Promise<Result<WorkbookFile, Refused>> {
	const opened = await openImport(ctx, slug, id);
	if (!opened.ok) return opened;
	const planned = await planOf(ctx, opened.value);
	if (!planned.ok) return planned;
	const { sheets, plan } = planned.value;
	const { batch } = opened.value;
	const bytes = await markedWorkbook({
		createdAt: ctx.clock.now(),
		note: m.imports_marked_note(),
		sheets: sheets.map((sheet, at) => markSheet(sheet, plan.sheets[at] ?? null)),
	});
	const fileName = workbookFileName([batch.fileName.replace(/\.[^.]+$/, ''), '–', m.imports_marked_file()]);
	return ok({ fileName, bytes, headers: headersOf(fileName, bytes) });
}

/** The structure of a version as tables that come back through the import. */
export async function structureFile(
	ctx: Ctx,
	address: WorkspaceAddress,
): Promise<Result<WorkbookFile, Refused>> {
	const opened = await openStructure(ctx, address, 'import.use');
	if (!opened.ok) return opened;
	const { structure, municipality } = opened.value;
	const areas = await listPolicyAreas(ctx.db);
	const acts = await listLegalActs(ctx.db);
	const bytes = await structureWorkbook({
		structure,
		policyAreas: new Map(areas.map(({ key, name }) => [key, name.bg])),
		acts: new Map(acts.map(({ key, abbreviation }) => [key, abbreviation.bg])),
		createdAt: ctx.clock.now(),
	});
	const fileName = workbookFileName([m.imports_data_file(), municipality.name.bg, ctx.clock.today()]);
	return ok({ fileName, bytes, headers: headersOf(fileName, bytes) });
}

function headersOf(fileName: string, bytes: Uint8Array): WorkbookFile['headers'] {
	return {
		'content-type': WORKBOOK_TYPE,
		'content-disposition': contentDisposition(fileName),
		'content-length': String(bytes.byteLength),
		'cache-control': 'private, no-store',
	};
}

function markSheet({ grid, choices }: ImportSheet, planned: PlannedSheet | null): MarkedSheet {
	const outcomes = new Map(planned?.outcomes.map((row) => [row.row, row]));
	const fields = new Map(Object.entries(choices.columns).map(([column, field]) => [Number(column), field]));
	const filled = fillMerged(grid);
	return {
		name: grid.name,
		outcomeColumn: gridWidth(grid),
		outcomeHeading: planned && { row: choices.band.last, text: m.imports_marked_outcome() },
		rows: filled.rows.map((row) => {
			const outcome = outcomes.get(row.number);
			return {
				number: row.number,
				outcome: outcome === undefined ? null : textOfOutcome(outcome),
				cells: row.cells.map((cell, column) => {
					const field = fields.get(column);
					const problems = outcome?.problems.filter((problem) => problem.field === field) ?? [];
					const fix = field === undefined ? undefined : choices.fixes[fixKey(row.number, field)];
					return markCell(cell, problems, fix);
				}),
			};
		}),
	};
}

function textOfOutcome({ outcome, reason, problems }: PlannedSheet['outcomes'][number]): string {
	if (outcome === 'accepted') return m.imports_outcome_accepted();
	if (outcome === 'corrected') return m.imports_outcome_corrected();
	const errors = problems
		.filter(({ severity, cell }) => severity === 'error' && cell === null)
		.map(textOfProblem);
	return [m.imports_outcome_skipped(), reason && nameOfSkipReason(reason), ...errors]
		.filter(Boolean)
		.join('; ');
}

function markCell(
	cell: GridCell | null,
	problems: readonly CellProblem[],
	fix: string | undefined,
): MarkedCell | null {
	const note = problems.length === 0 ? null : problems.map(textOfProblem).join('\n');
	if (cell?.inferred === 'across') return null;
	if (cell === null && note === null && fix === undefined) return null;
	const hasError = problems.some(({ severity }) => severity === 'error');
	const look = hasError ? 'error' : fix !== undefined ? 'corrected' : problems.length > 0 ? 'warning' : null;
	return {
		value: fix ?? cell?.value ?? '',
		look: look ?? (cell?.inferred === 'down' ? 'inferred' : 'plain'),
		note,
	};
}
