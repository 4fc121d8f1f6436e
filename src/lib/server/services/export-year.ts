import type { YearActivity, YearBook, YearTerms, YearUnit } from '#exports/workload/year-model.ts';
import { yearFileName, yearWorkbook } from '#exports/workload/year-workbook.ts';
import type { Activity } from '#lib/domain/org/index.ts';
import { err, ok, type Result, type UnitKey } from '#lib/domain/shared/index.ts';
import {
	commonWorkFactor,
	pertMean,
	type WorkloadError,
	type WorkloadReport,
} from '#lib/domain/workload/index.ts';
import type { Locale } from '#lib/paraglide/runtime.js';
import type { Ctx, Refused } from '../context.ts';
import { colophonOf } from './export-colophon.ts';
import { makeWorkbookFile, type WorkbookFile } from './export-file.ts';
import type { WorkloadAssumptions } from './workload.ts';
import { openYears, type ComparedYears } from './workload-year.ts';
import type { WorkspaceAddress } from './workspace.ts';

/** The version continues none, and there is no difference to write down. */
export type NoYearBefore = { readonly code: 'workload/no-year-before' };

/** The difference to last year by function, unit and activity as a workbook with live formulas. */
export async function exportYear(
	ctx: Ctx,
	address: WorkspaceAddress,
	{ assumptions, locale }: { readonly assumptions: WorkloadAssumptions; readonly locale: Locale },
): Promise<Result<WorkbookFile, Refused | WorkloadError | NoYearBefore>> {
	const opened = await openYears(ctx, address, assumptions);
	if (!opened.ok) return opened;
	const { now, years } = opened.value;
	if (!years) return err({ code: 'workload/no-year-before' });
	if (!years.ok) return years;
	const book: YearBook = {
		colophon: colophonOf(ctx, now, locale),
		before: years.value.before.label,
		after: now.version.label,
		functions: years.value.compared.functions,
		units: yearUnits(years.value),
		activities: yearActivities(years.value),
	};
	return ok(await makeWorkbookFile(yearWorkbook(book), yearFileName(book)));
}

/** Units that the difference speaks of, and those that are gone but had counted work. */
function yearUnits({ before, after, compared, nameOf }: ComparedYears): readonly YearUnit[] {
	const known = new Map(compared.units.map((unit) => [unit.unitKey, unit]));
	const keys = new Set([...known.keys(), ...compared.activities.map(({ unitKey }) => unitKey)]);
	return [...keys].map((key) => {
		const unit = known.get(key);
		return {
			...{ key, name: nameOf(key), before: termsOf(before.report, key), after: termsOf(after.report, key) },
			needBefore: unit?.before?.expected ?? null,
			needAfter: unit?.after?.expected ?? null,
			difference: unit?.difference ?? null,
		};
	});
}

function termsOf(report: WorkloadReport, key: UnitKey): YearTerms | null {
	const terms = report.units.get(key)?.terms;
	if (!terms) return null;
	return {
		hours: terms.time.hours,
		factor: commonWorkFactor(report, terms),
		individual: terms.individualAllowanceFte,
	};
}

function yearActivities({ before, after, compared, nameOf }: ComparedYears): readonly YearActivity[] {
	const texts = new Map(
		[...before.structure.functions, ...after.structure.functions].map(({ key, text }) => [key, text]),
	);
	const [then, now] = [before, after].map(
		({ structure }) => new Map(structure.activities.map((item) => [item.key, item])),
	);
	return compared.activities.map(({ key, unitKey, functionKey, activity }) => ({
		...{ unitKey, unit: nameOf(unitKey), functionKey },
		fn: texts.get(functionKey) ?? { bg: functionKey, en: null },
		...{ name: activity.name, unitOfMeasure: activity.unitOfMeasure },
		before: figuresOf(then?.get(key)),
		after: figuresOf(now?.get(key)),
	}));
}

function figuresOf(activity: Activity | undefined): YearActivity['before'] {
	if (!activity) return null;
	const { annualVolume, minutes } = activity;
	return { volume: annualVolume, minutes: minutes && pertMean(minutes) };
}
