import { CHART_TYPES, drawChartFile, type ChartFormat, type ChartTask } from '#exports/chart/file.ts';
import type { PaperLens } from '#exports/chart/lens.ts';
import { chartPaper, type ChartPaper, type PaperSource } from '#exports/chart/model.ts';
import type { PdfOptions } from '#exports/chart/pdf.ts';
import { countPages } from '#exports/chart/preview.ts';
import type { Colophon } from '#exports/shared/cover.ts';
import { contentDisposition } from '#exports/shared/file-name.ts';
import { structureFileName, structureWorkbook, type UnitRow } from '#exports/structure/workbook.ts';
import { lookUp, type Post } from '#lib/domain/org/index.ts';
import { ok, type Result } from '#lib/domain/shared/index.ts';
import type { Locale } from '#lib/paraglide/runtime.js';
import type { Ctx, Refused } from '../context.ts';
import { closedSource, closedUnits, withClosed } from './closed-units.ts';
import { colophonOf } from './export-colophon.ts';
import { makeWorkbookFile, type WorkbookFile } from './export-file.ts';
import { drawInWorker, type ChartDrawing } from '../jobs/chart.ts';
import { withProgress } from './chart-progress.ts';
import { costSight } from './post-costs.ts';
import { figuresOfLens, type LensCode } from './unit-lens.ts';
import { unitLines } from './unit-structure.ts';
import { openStructure, type OpenStructure, type WorkspaceAddress } from './workspace.ts';

/** What of the structure is drawn: the units, or also the posts in them, equal ones of a unit together. */
export type ChartContent = 'units' | 'posts';

export type { ChartFormat } from '#exports/chart/file.ts';

/** From so many boxes a file is drawn beside the process that answers requests. */
const IN_WORKER_FROM = 300;

/** A file ready to be handed over. */
export type ChartFile = WorkbookFile;

export interface ChartWanted {
	readonly of: ChartContent;
	readonly locale: Locale;
	readonly lens?: LensCode;
}

/** Who waits for a file. */
export interface ChartWaiting {
	/** The name by which the page asks how far the file is; null when it does not ask. */
	readonly job: string | null;
	readonly signal: AbortSignal;
}

/** The whole chart as a file, complete at any size. Nothing more is drawn once nobody waits for it. */
export async function exportChart(
	ctx: Ctx,
	address: WorkspaceAddress,
	wanted: ChartWanted & { readonly format: ChartFormat },
	waiting: ChartWaiting | null = null,
): Promise<Result<ChartFile, Refused>> {
	const made = await paperOf(ctx, address, wanted);
	if (!made.ok) return made;
	const { paper, colophon } = made.value;
	const bytes = await withProgress(ctx, waiting?.job ?? null, (onprogress) =>
		drawn({ paper, format: wanted.format }, { onprogress, signal: waiting?.signal }),
	);
	const fileName = structureFileName({ colophon }).replace(
		/xlsx$/,
		wanted.format.kind === 'page' ? 'svg' : wanted.format.kind,
	);
	return ok({
		...{ fileName, bytes },
		headers: {
			'content-type': CHART_TYPES[wanted.format.kind],
			'content-disposition': contentDisposition(fileName),
			'content-length': String(bytes.byteLength),
			'cache-control': 'private, no-store',
		},
	});
}

/** How many sheets the PDF of a chart would have. */
export async function countChartPages(
	ctx: Ctx,
	address: WorkspaceAddress,
	wanted: ChartWanted & { readonly options: PdfOptions },
): Promise<Result<number, Refused>> {
	const made = await paperOf(ctx, address, wanted);
	return made.ok ? ok(countPages(made.value.paper, wanted.options)) : made;
}

/** Units and posts as a workbook. */
export async function exportStructure(
	ctx: Ctx,
	address: WorkspaceAddress,
	locale: Locale,
	code?: LensCode,
): Promise<Result<WorkbookFile, Refused>> {
	const opened = await openStructure(ctx, address);
	if (!opened.ok) return opened;
	const { structure } = opened.value;
	const { unitByKey, postsByUnit } = lookUp(structure);
	const lines = unitLines(structure);
	const colophon = colophonOf(ctx, opened.value, locale);
	const lens = await lensOf(ctx, address, code, opened.value);
	if (!lens.ok) return lens;
	const spec = structureWorkbook({
		...{ colophon, lens: lens.value },
		units: withClosed(
			lines.flatMap(({ key, own, ...line }): readonly UnitRow[] => {
				const unit = unitByKey.get(key);
				return unit ? [{ ...line, unit, approved: own.approved, occupied: own.occupied }] : [];
			}),
			await closedUnits(ctx, address, code),
		),
		posts: lines.flatMap(({ key }) => postsByUnit.get(key) ?? []),
		seesCost: costSight(opened.value.actor, opened.value.municipality),
	});
	return ok(await makeWorkbookFile(spec, structureFileName({ colophon })));
}

async function paperOf(
	ctx: Ctx,
	address: WorkspaceAddress,
	{ of, locale, lens: code }: ChartWanted,
): Promise<Result<{ readonly paper: ChartPaper; readonly colophon: Colophon }, Refused>> {
	const opened = await openStructure(ctx, address);
	if (!opened.ok) return opened;
	const colophon = colophonOf(ctx, opened.value, locale);
	const lens = await lensOf(ctx, address, code, opened.value);
	if (!lens.ok) return lens;
	const closed = await closedUnits(ctx, address, code);
	const sources = [...sourcesOf(opened.value, of), ...closed.map(closedSource)];
	return ok({ paper: chartPaper(sources, colophon, lens.value), colophon });
}

function drawn(task: ChartTask, drawing: ChartDrawing): Promise<Uint8Array> {
	return task.paper.units.length < IN_WORKER_FROM ? drawChartFile(task) : drawInWorker(task, drawing);
}

/** What the boxes are coloured by; null for the plain chart. */
async function lensOf(
	ctx: Ctx,
	address: WorkspaceAddress,
	code: LensCode | undefined,
	{ structure }: OpenStructure,
): Promise<Result<PaperLens | null, Refused>> {
	if (code === undefined || code === 'none') return ok(null);
	const figures = await figuresOfLens(ctx, address, code, unitLines(structure));
	return figures.ok ? ok({ code, figures: figures.value }) : figures;
}

function sourcesOf({ structure }: OpenStructure, of: ChartContent): readonly PaperSource[] {
	const { postsByUnit } = lookUp(structure);
	return unitLines(structure).flatMap((line): readonly PaperSource[] => {
		const unit: PaperSource = {
			...{ key: line.key, parentKey: line.parentKey, name: line.name, group: line.kind },
			isApart: line.part === 'territorial' || line.part === 'outside',
			...{ posts: line.own.approved, total: line.total },
			isReconstructed: line.origin.verification === 'reconstructed',
		};
		return of === 'units' ? [unit] : [unit, ...postSources(postsByUnit.get(line.key) ?? [])];
	});
}

/** Equal posts of one unit together. */
function postSources(posts: readonly Post[]): readonly PaperSource[] {
	const alike = Map.groupBy(posts, (post) => `${post.title.bg} ${post.category}`);
	return [...alike.values()].flatMap((lines) => {
		const [first] = lines;
		if (!first) return [];
		return [
			{
				...{
					key: `post:${first.key}`,
					parentKey: first.unitKey,
					name: first.title,
					group: 'post',
					isApart: false,
				},
				posts: lines.reduce((sum, post) => sum + post.approved, 0),
				total: null,
				isReconstructed: lines.some((post) => post.origin.verification === 'reconstructed'),
			},
		];
	});
}
