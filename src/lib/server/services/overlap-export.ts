import type { OverlapBook } from '#exports/overlap/model.ts';
import { overlapFileName, overlapWorkbook } from '#exports/overlap/workbook.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import { computeUnitMatrix, isOpen } from '#lib/domain/overlap/index.ts';
import { ok, type Result } from '#lib/domain/shared/index.ts';
import { referenceText } from '#lib/i18n/legal-text.ts';
import { nameOfGap } from '#lib/i18n/overlap-names.ts';
import { formatShare } from '#lib/i18n/format.ts';
import { localText } from '#lib/i18n/names.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Ctx, Refused } from '../context.ts';
import { makeWorkbookFile, type WorkbookFile } from './export-file.ts';
import { studyOverlaps, type OverlapRequest, type OverlapStudy } from './overlap-analysis.ts';
import { readBeside, type TwinSideView } from './overlap-beside.ts';
import { readDispersion, readGaps, type DispersionPage, type GapPage } from './overlap-gaps.ts';
import { structureHash } from './structure-hash.ts';

const PATIENCE = 60_000;

/** The whole overlap analysis as a workbook, in the language of the person. */
export async function exportOverlaps(
	ctx: Ctx,
	given: OverlapRequest,
): Promise<Result<WorkbookFile, Refused>> {
	const request = { ...given, patience: PATIENCE };
	const [studied, gaps, spread, beside] = [
		await studyOverlaps(ctx, request),
		await readGaps(ctx, request.address),
		await readDispersion(ctx, request.address),
		await readBeside(ctx, { ...request, critical: null }),
	];
	if (!studied.ok) return studied;
	if (!gaps.ok) return gaps;
	if (!spread.ok) return spread;
	if (!beside.ok) return beside;
	const book: OverlapBook = {
		...pairsOf(ctx, studied.value),
		gaps: gapRows(gaps.value),
		spread: spread.value.functions.map(spreadRow),
		twins: (beside.value?.twins ?? []).map(({ score, a, b }) => ({ score, sides: [cellsOf(a), cellsOf(b)] })),
	};
	return ok(await makeWorkbookFile(overlapWorkbook(book), overlapFileName(book)));
}

function pairsOf(
	ctx: Ctx,
	{ opened, judged }: OverlapStudy,
): Pick<OverlapBook, 'colophon' | 'pairs' | 'cells'> {
	const { municipality, version, structure, actor } = opened;
	const names = new Map<string, string>(structure.units.map(({ key, name }) => [key, localText(name)]));
	const nameOf = (key: string | null) => (key === null ? null : (names.get(key) ?? key));
	const open = judged.filter((one) => isOpen(one) && one.overlap.label !== 'related');
	const matrix = computeUnitMatrix(
		structure.units,
		open.map(({ overlap }) => overlap),
	);
	return {
		colophon: {
			...{ municipality, locale: getLocale(), asOf: ctx.clock.today(), madeBy: actor.name },
			structureValidFrom: version.validFrom,
			createdAt: ctx.clock.now(),
			snapshotId: version.contentHash ?? structureHash(structure),
		},
		pairs: judged.map(({ overlap: { a, b, score, label }, verdict }) => ({
			...{ score, label },
			...{ textA: a.fn.text.bg, unitA: nameOf(a.unitKey), textB: b.fn.text.bg, unitB: nameOf(b.unitKey) },
			verdict: verdict?.verdict ?? null,
			reason: verdict?.reason ?? null,
			decidedBy: verdict?.decidedBy ?? null,
		})),
		cells: matrix.cells.map(({ row, column, count, score }) => ({
			...{ row: nameOf(row) ?? row, column: nameOf(column) ?? column, count, score },
		})),
	};
}

function gapRows({ powers, lists, posts }: GapPage): OverlapBook['gaps'] {
	return [
		...powers.map((power) => ({
			kind: nameOfGap('power'),
			text: localText(power.text),
			detail: `${referenceText(power.reference)} ${localText(power.act)}`,
		})),
		...lists.flatMap(({ code, functions }) =>
			functions.map((fn) => ({ kind: nameOfGap(code), text: localText(fn.text), detail: fn.key })),
		),
		...posts.map((post) => ({
			kind: nameOfGap('post'),
			text: localText(post.title),
			detail: localText(post.unit),
		})),
	];
}

function spreadRow({
	text,
	units,
	concentration,
	dispersion,
	effectiveUnits,
}: DispersionPage['functions'][number]) {
	const total = units.reduce((sum, { amount }) => sum + amount, 0);
	const shares = units.map(({ name, amount }) => `${localText(name)} ${formatShare(amount / total)}`);
	return { text: localText(text), concentration, dispersion, effectiveUnits, shares: shares.join('; ') };
}

function cellsOf({ municipality, text, units, ...side }: TwinSideView) {
	const nameOf = (name: LocalText) => localText(name);
	return {
		municipality: nameOf(municipality),
		text: text.bg,
		units: units.map(({ name }) => nameOf(name)).join('; '),
		fte: side.fte,
		ftePerThousand: side.ftePerThousand,
		ftePerSettlement: side.ftePerSettlement,
	};
}
