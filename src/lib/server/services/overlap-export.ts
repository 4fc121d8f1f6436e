import { overlapBook } from '#exports/overlap/rows.ts';
import { overlapFileName, overlapWorkbook } from '#exports/overlap/workbook.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import type { Locale } from '#lib/paraglide/runtime.js';
import type { Ctx, Refused } from '../context.ts';
import { colophonOf } from './export-colophon.ts';
import { makeWorkbookFile, type WorkbookFile } from './export-file.ts';
import { studyOverlaps, type OverlapRequest } from './overlap-analysis.ts';
import { readBeside } from './overlap-beside.ts';
import { readDispersion } from './overlap-dispersion.ts';
import { readGaps } from './overlap-gaps.ts';

const PATIENCE = 60_000;

/** The comparison takes longer than anybody waits for a file; a file without its pairs would say that there are none. */
interface StillRunning {
	readonly code: 'overlap/running';
}

/** The whole overlap analysis as a workbook, in the language of the person. */
export async function exportOverlaps(
	ctx: Ctx,
	given: OverlapRequest,
	locale: Locale,
): Promise<Result<WorkbookFile, Refused | StillRunning>> {
	const request = { patience: PATIENCE, restarts: true, ...given };
	const studied = await studyOverlaps(ctx, request);
	if (!studied.ok) return studied;
	if (studied.value.analysis === null) return err({ code: 'overlap/running' });
	const gaps = await readGaps(ctx, request.address);
	if (!gaps.ok) return gaps;
	const spread = await readDispersion(ctx, request.address);
	if (!spread.ok) return spread;
	const beside = await readBeside(ctx, { ...request, critical: null });
	if (!beside.ok) return beside;
	const { opened, judged } = studied.value;
	const book = overlapBook({
		colophon: colophonOf(ctx, opened, locale),
		units: opened.structure.units,
		judged,
		gaps: gaps.value,
		spread: spread.value.functions,
		shapes: spread.value.shapes,
		twins: beside.value?.twins ?? [],
	});
	return ok(await makeWorkbookFile(overlapWorkbook(book), overlapFileName(book)));
}
