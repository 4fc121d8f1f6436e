import {
	type SavedMap,
	type SheetKind,
	type ImportBatch,
	type ImportRun,
	type ViewWish,
	type ImportView,
} from '#lib/domain/imports/index.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import { err, ok, type MunicipalityId, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { offeredCourses } from '#lib/domain/training/index.ts';
import { listCompetencies } from '../queries/competency.ts';
import { listCourses } from '../queries/course.ts';
import { listBatches } from '../queries/import.ts';
import { listMaps } from '../queries/import-map.ts';
import { listChanges, listRunRows, listRuns } from '../queries/import-run.ts';
import { listLegalActs, listPolicyAreas } from '../queries/legal.ts';
import { createImportNear } from './import-near.ts';
import { allowedKinds, openImport, planOf, type OpenImport, type PlannedImport } from './import-open.ts';
import { runningPlan } from './import-plan.ts';
import { readingProgress, settleInterrupted } from './import-upload.ts';
import { changesView, differenceView } from './import-view-difference.ts';
import type { RegisterNames } from './import-view-thing.ts';
import { rowsView } from './import-view-rows.ts';
import { columnsView, sheetLines, tableView } from './import-view-sheet.ts';
import { registerOptions, valuesView, type Registers } from './import-view-values.ts';
import { withinPatience } from './patience.ts';
import { openMunicipality, openStructure } from './workspace.ts';
import { readStructure } from './structure-cache.ts';

export interface ImportList {
	/** Files that the actor brought, newest first. */
	readonly mine: readonly ImportBatch[];
	/** Everything that was brought into the municipality. */
	readonly runs: readonly ImportRun[];
	/** What columns meant in tables that people confirmed, newest first. */
	readonly maps: readonly SavedMap[];
	/** Policy areas, which a map may name. */
	readonly areas: readonly PolicyAreaName[];
}

export interface PolicyAreaName {
	readonly code: string;
	readonly name: LocalText;
}

export async function listImports(ctx: Ctx, slug: string): Promise<Result<ImportList, Refused>> {
	const opened = await openMunicipality(ctx, slug, 'import.use');
	if (!opened.ok) return opened;
	const { municipality, actor } = opened.value;
	const batches = await listBatches(ctx.db, municipality.id);
	const mine = batches.filter(({ createdBy }) => createdBy === actor.userId);
	const settled = await Promise.all(mine.map((batch) => settleInterrupted(ctx, batch)));
	const runs = await listRuns(ctx.db, municipality.id);
	const areas = (await listPolicyAreas(ctx.db)).map(({ key, name }) => ({ code: key, name }));
	return ok({ mine: settled, runs, maps: await listMaps(ctx.db, municipality.id), areas });
}

/** One step of a file on its way in; only what the step shows is worked out. */
export async function viewImport(
	ctx: Ctx,
	at: { readonly slug: string; readonly id: string },
	wish: ViewWish,
): Promise<Result<ImportView, Refused>> {
	const opened = await openImport(ctx, at.slug, at.id);
	if (!opened.ok) return opened;
	const open = { ...opened.value, batch: await settleInterrupted(ctx, opened.value.batch) };
	const { batch, actor, municipality } = open;
	const empty = emptyView(open, [...allowedKinds(actor, municipality)]);
	if (batch.state === 'applied' || batch.state === 'undone')
		return ok({ ...empty, step: 'result', result: await resultOf(ctx, open, wish.page) });
	if (batch.state !== 'open') return ok(empty);
	const found = await withinPatience(planOf(ctx, open), PATIENCE_MS);
	if (!found) return ok({ ...empty, progress: runningPlan(ctx.db, batch.id)?.progress() ?? 0 });
	if (found.ok) return ok({ ...empty, ...(await stepOf(ctx, found.value, wish)) });
	return found.error.code === 'imports/given-up' ? ok({ ...empty, isGivenUp: true }) : err(found.error);
}

/** So long an answer waits for the plan of a large file. */
const PATIENCE_MS = 2500;

/** Stops working out what a file would do; it is worked out anew when somebody opens it again. */
export async function stopPlanning(ctx: Ctx, slug: string, id: string): Promise<Result<null, Refused>> {
	const opened = await openImport(ctx, slug, id);
	if (!opened.ok) return opened;
	runningPlan(ctx.db, id)?.cancel();
	return ok(null);
}

function emptyView({ batch }: OpenImport, kinds: readonly SheetKind[]): ImportView {
	return {
		batch,
		step: 'file',
		isGivenUp: false,
		progress: batch.state === 'reading' ? (readingProgress(batch.id) ?? 0) : null,
		kinds,
		sheets: [],
		sheet: 0,
		previews: [],
		counts: null,
		mark: '',
		target: null,
		table: null,
		columns: null,
		values: null,
		rows: null,
		difference: null,
		result: null,
	};
}

async function stepOf(ctx: Ctx, planned: PlannedImport, wish: ViewWish): Promise<Partial<ImportView>> {
	const { plan, version, workingVersions } = planned;
	const step = wish.step ?? 'file';
	const sheet = chooseSheet(planned, wish.sheet);
	const current = planned.sheets[sheet];
	const currentPlan = plan.sheets[sheet];
	const kind = current?.choices.kind ?? null;
	const registers =
		step === 'columns' || step === 'values' ? await registersOf(ctx, planned.municipalityId) : null;
	return {
		step,
		sheet,
		sheets: sheetLines(planned),
		previews: step === 'file' ? previewsOf(planned) : [],
		counts: plan.counts,
		mark: planned.mark,
		target: {
			label: version.label,
			isWorking: version.status === 'working',
			standing: planned.sheets.find(({ choices }) => choices.kind !== null)?.choices.standing ?? null,
			choices: workingVersions.map(({ id, label }) => ({ id, label })),
		},
		table: current && step === 'table' ? tableView(current, currentPlan, 40) : null,
		columns:
			step === 'columns' && registers && current && kind !== null
				? columnsView(current, kind, await listMaps(ctx.db, planned.municipalityId), currentPlan, (field) =>
						registerOptions(field, registers),
					)
				: null,
		values: step === 'values' && registers ? valuesView(planned, sheet, registers) : null,
		rows:
			step === 'rows' && current && currentPlan
				? rowsView({ sheet: current, planned: currentPlan, plan, areas: await listPolicyAreas(ctx.db) }, wish)
				: null,
		difference:
			step === 'difference'
				? differenceView(
						planned,
						wish.page,
						await registerNames(ctx, planned.municipalityId),
						await createImportNear(ctx, planned),
					)
				: null,
	};
}

/** So many sheets are shown beside each other; the table of the verdict names all. */
const MOST_PREVIEWS = 8;

function previewsOf({ sheets, plan }: PlannedImport): ImportView['previews'] {
	return sheets
		.slice(0, MOST_PREVIEWS)
		.map((sheet, index) => ({ sheet: index, table: tableView(sheet, plan.sheets[index], 8, true) }));
}

/** The sheet asked for; else the first one of which something is taken in. */
function chooseSheet({ sheets }: PlannedImport, wanted: number): number {
	if (wanted >= 0 && wanted < sheets.length) return wanted;
	return Math.max(
		0,
		sheets.findIndex(({ choices }) => choices.kind !== null),
	);
}

async function registerNames(ctx: Ctx, municipalityId: MunicipalityId): Promise<RegisterNames> {
	const acts = await listLegalActs(ctx.db, [municipalityId]);
	return {
		areas: new Map((await listPolicyAreas(ctx.db)).map(({ key, name }) => [key, name.bg])),
		acts: new Map(acts.map(({ key, abbreviation }) => [key, abbreviation.bg])),
	};
}

async function registersOf(ctx: Ctx, municipalityId: MunicipalityId): Promise<Registers> {
	const areas = await listPolicyAreas(ctx.db);
	const competencies = await listCompetencies(ctx.db, municipalityId);
	const courses = offeredCourses(await listCourses(ctx.db, municipalityId));
	return {
		policyAreas: areas.map(({ key, name }) => ({ code: key, name })),
		competencies: competencies.map(({ key, name }) => ({ code: key as string, name })),
		courses: courses.map(({ key, title }) => ({ code: key as string, name: title })),
	};
}

async function resultOf(
	ctx: Ctx,
	{ batch, municipality }: OpenImport,
	page: number,
): Promise<ImportView['result']> {
	const run = (await listRuns(ctx.db, municipality.id)).find(({ id }) => id === batch.runId);
	if (!run) return null;
	const own = run.versionId === null ? undefined : await readStructure(ctx.db, run.versionId);
	// A version that was made for an import goes with its undoing; names then come from the one in force.
	const inForce = own ? undefined : await openStructure(ctx, { slug: municipality.slug, versionId: null });
	const structure = own ?? (inForce?.ok ? inForce.value.structure : undefined);
	const registers = await registerNames(ctx, municipality.id);
	const changes = changesView(await listChanges(ctx.db, run.id), { structure, registers }, page);
	return { run, rows: await listRunRows(ctx.db, run.id), changes };
}
