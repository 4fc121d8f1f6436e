import { countsDocument, countsFileName } from '#exports/counts/document.ts';
import { DOCUMENT_TYPE, documentBytes } from '#exports/shared/document.ts';
import { ok, type Result } from '#lib/domain/shared/index.ts';
import type { Locale } from '#lib/paraglide/runtime.js';
import type { Ctx, Refused } from '../context.ts';
import { colophonOf } from './export-colophon.ts';
import { fileOf, type WorkbookFile } from './export-file.ts';
import { readFunctionCounts } from './function-counts.ts';
import { openStructure, type WorkspaceAddress } from './workspace.ts';

/** The counting view of the functions as a Word document. */
export async function exportFunctionCounts(
	ctx: Ctx,
	address: WorkspaceAddress,
	locale: Locale,
): Promise<Result<WorkbookFile, Refused>> {
	const opened = await openStructure(ctx, address);
	if (!opened.ok) return opened;
	const counts = await readFunctionCounts(ctx, address);
	if (!counts.ok) return counts;
	const paper = { colophon: colophonOf(ctx, opened.value, locale), ...counts.value };
	return ok(fileOf(await documentBytes(countsDocument(paper)), countsFileName(paper), DOCUMENT_TYPE));
}
