import { drawChartFile } from '#exports/chart/file.ts';
import { LEGIBLE } from '#exports/chart/pages.ts';
import { councilChart } from '#exports/council-papers/annexes.ts';
import {
	MAYOR_PAPERS,
	PAPER_KINDS,
	papersOf,
	type PaperKind,
	type PaperModel,
} from '#exports/council-papers/model.ts';
import { allPapersFileName, councilPaper, paperFileName } from '#exports/council-papers/papers.ts';
import type { Locale } from '#exports/shared/cover.ts';
import { withEnding } from '#exports/shared/file-name.ts';
import { packParts } from '#exports/shared/package.ts';
import { PDF_TYPE } from '#exports/shared/pdf.ts';
import { DOCUMENT_TYPE, wordBytes } from '#exports/shared/word.ts';
import { can, type Action } from '#lib/domain/access/index.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import { DENIED, type Ctx, type Refused } from '../context.ts';
import { recordAudit } from './audit.ts';
import { fileOf, type WorkbookFile } from './export-file.ts';
import { proposalWorkbookFile } from './export-proposal.ts';
import { openPapers, paperModel, type NotIntact, type OpenPapers } from './paper-model.ts';
import type { OpenProposal, ProposalAddress } from './proposal.ts';

/** A file of the papers: one of them, the drawing of the structure, or all of them together. */
export type PaperFile = PaperKind | 'structure' | 'all';

const MAYOR: ReadonlySet<string> = new Set(MAYOR_PAPERS);

/** What one must be allowed for a paper: functions and staffing are the mayor's. */
export function actionOf(file: PaperFile): Action {
	return MAYOR.has(file) ? 'papers.mayor' : 'proposal.export';
}

/** „report.docx“, „structure.pdf“, „all.zip“; undefined for a name of no paper. */
export function parsePaperFile(name: string): PaperFile | undefined {
	if (name === 'structure.pdf') return 'structure';
	if (name === 'all.zip') return 'all';
	return PAPER_KINDS.find((kind) => name === `${kind}.docx`);
}

/** A paper of a proposal as a file. Errors: those of access; not found for one that cannot be made yet. */
export async function exportPaper(
	ctx: Ctx,
	address: ProposalAddress,
	file: PaperFile,
	locale: Locale,
): Promise<Result<WorkbookFile, Refused | NotIntact>> {
	const found = await openPapers(ctx, address, actionOf(file));
	if (!found.ok) return found;
	const model = paperModel(ctx, found.value, locale);
	const made =
		file === 'all'
			? await allPapers(ctx, address, model, readablePapers(found.value))
			: await makeFile(file, model, found.value);
	if (!made) return err(DENIED);
	await auditPaper(ctx, found.value.open, file);
	return ok(made);
}

/** The papers that an actor may get now, in their order. */
export function readablePapers({ open, decision, vote }: OpenPapers): readonly PaperKind[] {
	const subject = { municipalityId: open.municipality.id };
	return papersOf({ decision, vote }).filter((kind) => can(open.actor, actionOf(kind), subject));
}

async function makeFile(
	file: Exclude<PaperFile, 'all'>,
	model: PaperModel,
	papers: OpenPapers,
): Promise<WorkbookFile | undefined> {
	if (file === 'structure') return structureFile(model);
	if (!papersOf(papers).includes(file)) return undefined;
	return fileOf(await wordBytes(councilPaper(file, model)), paperFileName(file, model), DOCUMENT_TYPE);
}

async function structureFile(model: PaperModel): Promise<WorkbookFile> {
	const paper = councilChart(model, 'after');
	const format = { kind: 'pdf', mode: 'pages', paper: 'A3', least: LEGIBLE } as const;
	const bytes = await drawChartFile({ paper, format });
	const name = paperFileName('annex-structure', model);
	return fileOf(bytes, withEnding(name, 'pdf'), PDF_TYPE);
}

/** Everything in one archive: the papers, the drawing, the workbook. */
async function allPapers(
	ctx: Ctx,
	{ slug, number }: ProposalAddress,
	model: PaperModel,
	kinds: readonly PaperKind[],
): Promise<WorkbookFile | undefined> {
	const workbook = await proposalWorkbookFile(ctx, slug, number, model.colophon.locale);
	if (!workbook.ok) return undefined;
	const parts: Record<string, Uint8Array> = {};
	for (const kind of kinds) parts[paperFileName(kind, model)] = await wordBytes(councilPaper(kind, model));
	const chart = await structureFile(model);
	for (const file of [chart, workbook.value]) parts[file.fileName] = file.bytes;
	const name = withEnding(allPapersFileName(model), 'zip');
	return fileOf(new Uint8Array(packParts(parts)), name, 'application/zip');
}

/** Writes down who took which paper of which snapshot. */
export async function auditPaper(
	ctx: Ctx,
	{ actor, municipality, proposal }: OpenProposal,
	file: PaperFile | 'opinions',
): Promise<void> {
	await ctx.db.transaction().execute((tx) =>
		recordAudit(ctx, tx, {
			...{ actor, municipalityId: municipality.id, action: 'proposal.export', entity: 'proposal' },
			...{ entityKey: String(proposal.number), versionId: null, before: null },
			after: { paper: file, snapshot: proposal.contentHash },
		}),
	);
}
