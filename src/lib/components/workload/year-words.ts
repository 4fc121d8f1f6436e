import { layoutYears } from '#lib/charts/year-bars.ts';
import type { Estimate, FunctionYears } from '#lib/domain/workload/index.ts';
import { formatChange, formatFte, formatNumber } from '#lib/i18n/format.ts';
import { localText } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';

/** As many functions as a drawing shows at once; the table has them all. */
const DRAWN = 20;

/** „1,25“, „не е измерено“, „различни мерки“, or „няма я“ for what is not there in that year. */
export function yearText(
	value: number | 'mixed' | null | undefined,
	format: (value: number) => string = formatNumber,
): string {
	if (value === 'mixed') return m.workload_year_mixed();
	if (value === undefined) return m.workload_year_absent();
	return value === null ? m.common_not_measured() : format(value);
}

/** „+0,25“; nothing where there is no difference to speak of. */
export function changeText(value: number | null, format: (value: number) => string = formatNumber): string {
	return value === null ? '' : formatChange(value, format);
}

/** What full posts change by, as the difference of the two numbers as they are written: „0,51 → 0,62“ is „+0,11“. */
export function fteChangeText(before: number | null | undefined, after: number | null | undefined): string {
	if (before == null || after == null) return '';
	return formatChange((Math.round(after * 100) - Math.round(before * 100)) / 100, formatFte);
}

/** Full posts of a function in one year, for `yearText`. */
export function expectedOf(work: FunctionYears['before'], part: 'hours' | 'fte'): number | null | undefined {
	const found: Estimate | null | undefined = work?.[part];
	return found ? found.expected : (found ?? (work && null));
}

/** The functions whose need changed most, as lines of the drawing; those without a difference are left to the table. */
export function yearLines(functions: readonly FunctionYears[], hrefOf: (key: string) => string) {
	const changed = functions
		.flatMap((item) => (item.change.fte ? [{ item, fte: item.change.fte }] : []))
		.sort((a, b) => Math.abs(b.fte) - Math.abs(a.fte) || (a.item.functionKey < b.item.functionKey ? -1 : 1));
	const shown = changed.slice(0, DRAWN);
	const { bars } = layoutYears(
		shown.map(({ item }) => ({
			key: item.functionKey,
			before: expectedOf(item.before, 'fte') ?? null,
			after: expectedOf(item.after, 'fte') ?? null,
		})),
	);
	const lines = bars.flatMap((bar, at) => {
		const found = shown[at];
		if (!found) return [];
		const { item } = found;
		return [
			{
				...{ bar, name: localText(item.text), href: hrefOf(item.functionKey) },
				before: yearText(expectedOf(item.before, 'fte'), formatFte),
				after: yearText(expectedOf(item.after, 'fte'), formatFte),
				change: fteChangeText(expectedOf(item.before, 'fte'), expectedOf(item.after, 'fte')),
			},
		];
	});
	return { lines, changed: changed.length };
}
