import { comparisonFileName, comparisonWorkbook } from '#exports/comparison/workbook.ts';
import { weighAlternatives, type Weights } from '#lib/domain/scenario/index.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import type { Locale } from '#lib/paraglide/runtime.js';
import type { Ctx, Refused } from '../context.ts';
import { makeWorkbookFile, type WorkbookFile } from './export-file.ts';
import { compareScenarios, type AskedComparison } from './scenario-compare.ts';
import type { ScenarioRefusal } from './scenario.ts';
import { openMunicipality } from './workspace.ts';

interface Asked extends AskedComparison {
	readonly weights: Weights;
}

/** A comparison of the base with nothing is no comparison. */
interface NothingChosen {
	readonly code: 'compare/nothing-chosen';
}

/** A file is made whole: it waits for the analysis, in milliseconds. */
const PATIENCE = 60_000;

/**
 * The comparison of up to four scenarios as a workbook, in the language of the person.
 * Errors: those of access; `scenario/no-parameter`; `compare/nothing-chosen` when none of the scenarios is known.
 */
export async function exportComparison(
	ctx: Ctx,
	slug: string,
	{ weights, ...asked }: Asked,
	locale: Locale,
): Promise<Result<WorkbookFile, Refused | ScenarioRefusal | NothingChosen>> {
	const found = await openMunicipality(ctx, slug, 'scenario.read');
	if (!found.ok) return found;
	const compared = await compareScenarios(ctx, slug, asked, PATIENCE);
	if (!compared.ok) return compared;
	const { columns, rows, rules, judgedOn, hasSeveralBases } = compared.value;
	const [base] = columns;
	if (!base || judgedOn === null) return err({ code: 'compare/nothing-chosen' });
	const { municipality, actor } = found.value;
	const book = {
		colophon: {
			...{ municipality, locale, asOf: ctx.clock.today(), createdAt: ctx.clock.now(), madeBy: actor.name },
			...{ structureValidFrom: base.baseValidFrom, snapshotId: null },
		},
		sides: columns.map(({ scenario, baseValidFrom, operations, isCutShort, values, numbers }) => ({
			...{ name: scenario?.name ?? null, baseValidFrom, operations, isCutShort, values },
			outside: numbers.outside,
		})),
		weighing: weighAlternatives(
			columns.map(({ values }) => values),
			weights,
		),
		...{ rows, rules, judgedOn, hasSeveralBases },
	};
	return ok(await makeWorkbookFile(comparisonWorkbook(book), comparisonFileName(book)));
}
