import type { MatrixPaper } from '#exports/matrix/model.ts';
import { matrixFileName, matrixWorkbook } from '#exports/matrix/workbook.ts';
import { ok, type Result } from '#lib/domain/shared/index.ts';
import type { Locale } from '#lib/paraglide/runtime.js';
import type { Ctx, Refused } from '../context.ts';
import { colophonOf } from './export-colophon.ts';
import { makeWorkbookFile, type WorkbookFile } from './export-file.ts';
import { openStructure, type WorkspaceAddress } from './workspace.ts';

export type { MatrixPaper } from '#exports/matrix/model.ts';

/** The matrix as the person sees it as a workbook; `paper` is made from what `readMatrix` gave the same person. */
export async function exportMatrix(
	ctx: Ctx,
	address: WorkspaceAddress,
	paper: MatrixPaper,
	locale: Locale,
): Promise<Result<WorkbookFile, Refused>> {
	const opened = await openStructure(ctx, address);
	if (!opened.ok) return opened;
	const book = { colophon: colophonOf(ctx, opened.value, locale), paper };
	return ok(await makeWorkbookFile(matrixWorkbook(book), matrixFileName(book)));
}
