import type { PaperKind, PaperModel } from '#exports/council-papers/model.ts';
import { councilPaper, nameOfPaper } from '#exports/council-papers/papers.ts';
import { nameOfLedger } from '#exports/council-papers/opinions.ts';
import { proposalWorkbook } from '#exports/proposal/workbook.ts';
import { expectedCells, expectedParts, keyColumns } from '#exports/shared/expected.ts';
import type { Locale } from '#exports/shared/cover.ts';
import { cellAddress, type FileRefusalCode, type Grid } from '#lib/domain/imports/index.ts';
import {
	compareCells,
	compareDocuments,
	type DocumentParts,
	type PaperComparison,
} from '#lib/domain/publication/index.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { startReading } from '../jobs/import.ts';
import { readPaperApart } from '../jobs/paper.ts';
import { proposalModel } from './export-proposal.ts';
import { readablePapers } from './export-papers.ts';
import { openPapers, paperModel, type NotIntact, type OpenPapers } from './paper-model.ts';
import type { ProposalAddress } from './proposal.ts';

/** The largest paper that is taken, in bytes. */
export const MOST_PAPER_BYTES = 10 * 1024 * 1024;

export type CheckRefusal =
	| Refused
	| NotIntact
	| { readonly code: 'papers/unreadable'; readonly reason: FileRefusalCode }
	/** The ledger of opinions changes with every opinion and answer: it has no numbers of the snapshot. */
	| { readonly code: 'papers/not-compared' }
	/** It resembles no paper of this proposal. */
	| { readonly code: 'papers/not-ours' };

/** What became of the check of a file. */
export interface CheckedPaper extends PaperComparison {
	/** The name of the paper that it was recognised as; null for the workbook. */
	readonly paper: string | null;
}

const LOCALES = ['bg', 'en'] as const satisfies readonly Locale[];
/** So large a part of a paper must stand in a file for it to be taken for that paper. */
const RESEMBLANCE = 0.3;

/**
 * Reads a produced paper or workbook back and compares every number and text with the snapshot of the proposal. The
 * file is recognised by its contents, in either language. Errors: those of access, `review/not-intact`,
 * `papers/unreadable` with the reason of the reader, `papers/not-compared`, `papers/not-ours`.
 */
export async function checkPaper(
	ctx: Ctx,
	address: ProposalAddress,
	bytes: Uint8Array,
): Promise<Result<CheckedPaper, CheckRefusal>> {
	const found = await openPapers(ctx, address);
	if (!found.ok) return found;
	const document = await readPaperApart(bytes);
	if (document.ok) return checkDocument(ctx, found.value, document.value);
	// Another kind of package may be a workbook; everything else is refused as the reader refused it.
	if (document.error !== 'file/unknown-format') return unreadable(document.error);
	const task = { bytes, name: 'paper.xlsx', layout: {}, isNamedWorkbook: true };
	const workbook = await startReading(task).finished;
	return workbook.ok ? checkWorkbook(ctx, address, workbook.value.sheets) : unreadable(workbook.error);
}

function unreadable(reason: FileRefusalCode): Result<never, CheckRefusal> {
	return err({ code: 'papers/unreadable', reason });
}

function checkDocument(
	ctx: Ctx,
	papers: OpenPapers,
	found: DocumentParts,
): Result<CheckedPaper, CheckRefusal> {
	if (isLedger(found)) return err({ code: 'papers/not-compared' });
	const made = LOCALES.flatMap((locale) => {
		const model = paperModel(ctx, papers, locale);
		return readablePapers(papers).map((kind) => candidate(kind, model, found));
	});
	const best = made.reduce((one, other) => (other.share > one.share ? other : one));
	if (best.share < RESEMBLANCE) return err({ code: 'papers/not-ours' });
	return ok({ paper: best.name, ...compareDocuments(best.parts, found) });
}

function isLedger({ paragraphs }: DocumentParts): boolean {
	return LOCALES.some((locale) => paragraphs.includes(nameOfLedger({ locale })));
}

interface Candidate {
	readonly name: string;
	readonly parts: DocumentParts;
	/** Part of its texts that stand in the file, 0–1. */
	readonly share: number;
}

function candidate(kind: PaperKind, model: PaperModel, found: DocumentParts): Candidate {
	const parts = expectedParts(councilPaper(kind, model));
	const there = new Set(textsOf(found));
	const texts = textsOf(parts);
	const share = texts.filter((text) => there.has(text)).length / Math.max(1, texts.length);
	return { name: nameOfPaper(kind, model.colophon.locale), parts, share };
}

function textsOf({ paragraphs, tables }: DocumentParts): readonly string[] {
	return [...paragraphs, ...tables.flat(2)].map((text) => text.replace(/\s+/gu, ' ').trim());
}

async function checkWorkbook(
	ctx: Ctx,
	{ slug, number }: ProposalAddress,
	sheets: readonly Grid[],
): Promise<Result<CheckedPaper, CheckRefusal>> {
	const found = new Map(sheets.map((sheet) => [sheet.name, valuesOf(sheet)]));
	for (const locale of LOCALES) {
		const model = await proposalModel(ctx, slug, { kind: 'proposal', number }, locale);
		if (!model.ok) return err({ code: 'access/not-found' });
		const spec = proposalWorkbook(model.value);
		const known = spec.sheets.filter(({ name }) => found.has(name)).length;
		if (known / spec.sheets.length < RESEMBLANCE) continue;
		return ok({ paper: null, ...compareCells(expectedCells(spec), found, keyColumns(spec)) });
	}
	return err({ code: 'papers/not-ours' });
}

function valuesOf({ rows }: Grid): ReadonlyMap<string, string | number> {
	return new Map(
		rows.flatMap(({ number, cells }) =>
			cells.flatMap((cell, column) =>
				cell === null || cell.inferred ? [] : [[cellAddress(column, number), cell.value] as const],
			),
		),
	);
}
