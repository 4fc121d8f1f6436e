import type { SeenNumbers } from '#lib/domain/scenario/index.ts';
import { ADMINISTRATION_PARTS, FUNDING_SOURCES, POST_CATEGORIES } from '#lib/domain/org/index.ts';
import { formatHeadcount, formatNumber } from '#lib/i18n/format.ts';
import { nameOfCategory, nameOfFunding, nameOfPart } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';

/** A number of the decision on both sides. */
export interface NumberRow {
	readonly label: string;
	readonly before: number;
	readonly after: number;
	/** A sum; the rows under it are its parts. */
	readonly isTotal: boolean;
}

interface Numbers {
	readonly before: SeenNumbers;
	readonly after: SeenNumbers;
}

/** Headcount of the administration by part, and what is outside it. Parts without posts on either side are left out. */
export function partRows({ before, after }: Numbers): readonly NumberRow[] {
	const parts = ADMINISTRATION_PARTS.filter((part) => part !== 'outside').map((part) => ({
		...{ label: nameOfPart(part), before: before.byPart[part], after: after.byPart[part] },
		isTotal: false,
	}));
	return [
		total(m.scenario_impact_total(), before.administration, after.administration),
		...parts.filter(isShown),
		...[total(m.scenario_impact_outside(), before.outside, after.outside)].filter(isShown),
	];
}

/** All posts by source of funding. */
export function fundingRows({ before, after }: Numbers): readonly NumberRow[] {
	const rows = FUNDING_SOURCES.map((source) => ({
		...{ label: nameOfFunding(source), before: before.byFunding[source], after: after.byFunding[source] },
		isTotal: false,
	}));
	return [everything({ before, after }), ...rows.filter(isShown)];
}

/** All posts by category. */
export function categoryRows({ before, after }: Numbers): readonly NumberRow[] {
	const rows = POST_CATEGORIES.map((category) => ({
		...{ label: nameOfCategory(category), before: before.byCategory[category] },
		...{ after: after.byCategory[category], isTotal: false },
	}));
	return [everything({ before, after }), ...rows.filter(isShown)];
}

/** Units, layers, span and functions. */
export function structureRowsOf({ before, after }: Numbers): readonly (readonly [string, string, string])[] {
	const span = (value: number | null) => (value === null ? m.common_not_known() : formatNumber(value));
	return [
		[m.scenario_impact_units(), formatNumber(before.units), formatNumber(after.units)],
		[m.scenario_impact_layers(), formatNumber(before.layers), formatNumber(after.layers)],
		[m.scenario_impact_span(), span(before.averageSpan), span(after.averageSpan)],
		[m.scenario_impact_functions(), formatNumber(before.functions), formatNumber(after.functions)],
		[m.scenario_impact_occupied(), formatHeadcount(before.occupied), formatHeadcount(after.occupied)],
	];
}

function everything({ before, after }: Numbers): NumberRow {
	const all = (numbers: SeenNumbers) => numbers.administration + numbers.outside;
	return total(m.common_total(), all(before), all(after));
}

function total(label: string, before: number, after: number): NumberRow {
	return { label, before, after, isTotal: true };
}

function isShown({ before, after }: NumberRow): boolean {
	return before !== 0 || after !== 0;
}
