import { chartPaper, type ChartPaper, type PaperSource } from '#exports/chart/model.ts';
import { chartPdf, type PdfOptions } from '#exports/chart/pdf.ts';
import { chartPng, PNG_TYPE, sizeOfSvg } from '#exports/chart/png.ts';
import { chartSvg, SVG_TYPE } from '#exports/chart/svg.ts';
import { contentDisposition } from '#exports/shared/file-name.ts';
import type { Colophon } from '#exports/shared/cover.ts';
import { PDF_TYPE } from '#exports/shared/pdf.ts';
import { structureFileName, structureWorkbook } from '#exports/structure/workbook.ts';
import { lookUp, type Post } from '#lib/domain/org/index.ts';
import { ok, type Result } from '#lib/domain/shared/index.ts';
import type { Locale } from '#lib/paraglide/runtime.js';
import type { Ctx, Refused } from '../context.ts';
import { makeWorkbookFile, type WorkbookFile } from './export-file.ts';
import { structureHash } from './structure-hash.ts';
import { unitLines } from './unit-structure.ts';
import { openStructure, type OpenStructure, type WorkspaceAddress } from './workspace.ts';

/** What of the structure is drawn: the units, or also the posts in them, equal ones of a unit together. */
export type ChartContent = 'units' | 'posts';

export type ChartFormat = ({ readonly kind: 'pdf' } & PdfOptions) | { readonly kind: 'svg' | 'png' };

/** A file ready to be handed over. */
export type ChartFile = WorkbookFile;

/** The whole chart as a file, complete at any size. */
export async function exportChart(
	ctx: Ctx,
	address: WorkspaceAddress,
	wanted: { readonly of: ChartContent; readonly format: ChartFormat; readonly locale: Locale },
): Promise<Result<ChartFile, Refused>> {
	const opened = await openStructure(ctx, address);
	if (!opened.ok) return opened;
	const colophon = colophonOf(ctx, opened.value, wanted.locale);
	const paper = chartPaper(sourcesOf(opened.value, wanted.of), colophon);
	const { bytes, type } = await drawn(paper, wanted.format);
	const fileName = structureFileName({ colophon }).replace(/xlsx$/, wanted.format.kind);
	return ok({
		...{ fileName, bytes },
		headers: {
			'content-type': type,
			'content-disposition': contentDisposition(fileName),
			'content-length': String(bytes.byteLength),
			'cache-control': 'private, no-store',
		},
	});
}

/** Units and posts as a workbook. */
export async function exportStructure(
	ctx: Ctx,
	address: WorkspaceAddress,
	locale: Locale,
): Promise<Result<WorkbookFile, Refused>> {
	const opened = await openStructure(ctx, address);
	if (!opened.ok) return opened;
	const { structure } = opened.value;
	const { unitByKey, postsByUnit } = lookUp(structure);
	const lines = unitLines(structure);
	const colophon = colophonOf(ctx, opened.value, locale);
	const spec = structureWorkbook({
		colophon,
		units: lines.flatMap(({ key, own, ...line }) => {
			const unit = unitByKey.get(key);
			return unit ? [{ ...line, unit, approved: own.approved, occupied: own.occupied }] : [];
		}),
		posts: lines.flatMap(({ key }) => postsByUnit.get(key) ?? []),
	});
	return ok(await makeWorkbookFile(spec, structureFileName({ colophon })));
}

async function drawn(
	paper: ChartPaper,
	format: ChartFormat,
): Promise<{ readonly bytes: Uint8Array; readonly type: string }> {
	if (format.kind === 'pdf') return { bytes: chartPdf(paper, format), type: PDF_TYPE };
	const svg = chartSvg(paper);
	if (format.kind === 'svg') return { bytes: new TextEncoder().encode(svg), type: SVG_TYPE };
	return { bytes: await chartPng(svg, sizeOfSvg(svg)), type: PNG_TYPE };
}

function colophonOf(
	ctx: Ctx,
	{ municipality, version, structure, actor }: OpenStructure,
	locale: Locale,
): Colophon {
	return {
		...{ municipality, locale },
		asOf: ctx.clock.today(),
		structureValidFrom: version.validFrom,
		createdAt: ctx.clock.now(),
		madeBy: actor.name,
		snapshotId: version.contentHash ?? structureHash(structure),
	};
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
