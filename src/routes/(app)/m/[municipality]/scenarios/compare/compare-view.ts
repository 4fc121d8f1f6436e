import {
	MEASURES,
	WEIGHED_MEASURES,
	type Measure,
	type WeighedMeasure,
	type Weights,
} from '#lib/domain/scenario/index.ts';
import { dayIn } from '#lib/forms/index.ts';
import {
	digitsApart,
	letterOfSide,
	measureText,
	nameOfMeasure,
	pageOfMeasure,
} from '#lib/i18n/compare-text.ts';
import { formatDate, formatHeadcount, formatNumber } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';
import type { AskedComparison, ComparedColumn } from '#lib/server/services/scenario-compare.ts';

export const MOST_WEIGHT = 10;

/** „with=a,b“ and „with=a&with=b“ alike; „on=2027-07-01“ is the day by whose law the rules are checked. */
export function askedComparison(search: URLSearchParams): AskedComparison {
	const scenarioIds = search
		.getAll('with')
		.flatMap((text) => text.split(','))
		.filter((id) => id !== '');
	return { scenarioIds, judgedOn: dayIn(search, 'on') };
}

/** „w.cost=2“; 1 where the address says nothing or nothing that could be a weight. */
export function askedWeights(search: URLSearchParams): Weights {
	return Object.fromEntries(
		WEIGHED_MEASURES.map((measure) => [measure, weightIn(search.get(`w.${measure}`))]),
	) as Record<WeighedMeasure, number>;
}

function weightIn(text: string | null): number {
	const number = text === null || text.trim() === '' ? 1 : Number(text.replace(',', '.'));
	return Number.isFinite(number) && number >= 0 ? Math.min(number, MOST_WEIGHT) : 1;
}

export function columnHeads(columns: readonly ComparedColumn[], base: string) {
	return columns.map(({ scenario, baseValidFrom, isCutShort }, at) => ({
		id: scenario?.id ?? '',
		letter: letterOfSide(at),
		name: scenario?.name ?? m.compare_base_from({ date: formatDate(baseValidFrom) }),
		href: scenario && `${base}/${scenario.id}`,
		note: isCutShort ? m.compare_cut_short() : '',
	}));
}

interface Cell {
	readonly text: string;
	/** Where the number is told in full. */
	readonly href: string | null;
	readonly note: string;
}

/** The measures and what else a decision is read by, one row each. */
export function numberRows(columns: readonly ComparedColumn[], base: string) {
	const row = (id: string, label: string, cellOf: (column: ComparedColumn) => Cell) => ({
		...{ id, label, cells: columns.map(cellOf) },
	});
	const linked = (column: ComparedColumn, path: string, text: string, note = ''): Cell => ({
		...{ text, note, href: column.scenario ? `${base}/${column.scenario.id}${path}` : null },
	});
	const digits = Object.fromEntries(
		MEASURES.map((measure) => [
			measure,
			digitsApart(
				measure,
				columns.map(({ values }) => values[measure]),
			),
		]),
	) as Record<Measure, number>;
	const noteOf = (measure: Measure, { numbers }: ComparedColumn) =>
		measure === 'cost' && numbers.withoutCost > 0
			? m.compare_without_cost({ count: formatHeadcount(numbers.withoutCost) })
			: '';
	return [
		row('operations', m.compare_operations(), (column) =>
			linked(column, '', column.scenario ? formatNumber(column.operations) : '–'),
		),
		...MEASURES.map((measure) =>
			row(measure, nameOfMeasure(measure), (column) =>
				linked(
					column,
					pageOfMeasure(measure),
					measure === 'cost' && column.numbers.annualCost === null
						? m.structure_cost_hidden()
						: measureText(measure, column.values[measure], digits[measure]),
					noteOf(measure, column),
				),
			),
		),
		row('outside', m.compare_outside(), (column) =>
			linked(column, '/staffing', formatHeadcount(column.numbers.outside)),
		),
	];
}
