import type { WorkloadBar } from '#lib/charts/workload-bars.ts';
import type { WorkloadBarRow } from '#lib/components/charts/workload-marks.ts';
import type { AllowanceError, WorkloadClass, WorkloadFigure } from '#lib/domain/workload/index.ts';
import { formatChange, formatFte, formatHeadcount, formatShare } from '#lib/i18n/format.ts';
import { nameOfWorkloadClass } from '#lib/i18n/workload-names.ts';
import { assertNever } from '#lib/domain/shared/index.ts';
import { m } from '#lib/paraglide/messages.js';

export const WORKLOAD_SCOPES = ['own', 'subtree'] as const;
export type WorkloadScope = (typeof WORKLOAD_SCOPES)[number];

export const WORKLOAD_SORTS = ['structure', 'shortage', 'utilisation', 'uncertainty'] as const;
export type WorkloadSort = (typeof WORKLOAD_SORTS)[number];

interface Sortable {
	readonly figure: WorkloadFigure;
}

/** Rows in the chosen order; what has no figure goes last, equal ones keep the order of the structure. */
export function sortRows<Row extends Sortable>(rows: readonly Row[], sort: WorkloadSort): readonly Row[] {
	if (sort === 'structure') return rows;
	return [...rows].sort((a, b) => weightOf(b.figure, sort) - weightOf(a.figure, sort));
}

function weightOf(figure: WorkloadFigure, sort: Exclude<WorkloadSort, 'structure'>): number {
	const nothing = -Infinity;
	if (figure.need.kind !== 'measured') return Number.MIN_SAFE_INTEGER;
	if (sort === 'shortage') return -(figure.difference ?? nothing);
	if (sort === 'utilisation') return figure.utilisation ?? Number.MAX_SAFE_INTEGER;
	return figure.need.value.high - figure.need.value.low;
}

/** The words of one row of the drawing. */
export function barRow(input: {
	readonly bar: WorkloadBar;
	readonly name: string;
	readonly href: string;
	readonly depth: number;
	readonly figure: WorkloadFigure;
	readonly problem?: AllowanceError | null;
}): WorkloadBarRow {
	const { figure, problem } = input;
	return {
		bar: input.bar,
		name: input.name,
		href: input.href,
		depth: input.depth,
		need: needText(figure),
		staff: staffText(figure),
		verdict: problem ? m.workload_row_problem() : verdictText(figure),
		detail: coverageText(figure),
	};
}

export function needText(figure: WorkloadFigure): string {
	if (figure.need.kind !== 'measured') return '';
	const { low, expected, high } = figure.need.value;
	const need = formatFte(expected);
	return high > low
		? m.workload_row_need({ need, range: rangeText(figure) })
		: m.workload_row_need_certain({ need });
}

/** „от 1,50 до 2,30“, or that there is no spread. */
export function rangeText(figure: WorkloadFigure): string {
	if (figure.need.kind !== 'measured') return '';
	const { low, high } = figure.need.value;
	if (!(high > low)) return m.workload_certain();
	return m.workload_range({ low: formatFte(low), high: formatFte(high) });
}

function staffText(figure: WorkloadFigure): string {
	const isPart = figure.need.kind === 'measured' && figure.compared.approved !== figure.approved;
	const { approved, occupied } = isPart ? figure.compared : figure;
	const terms = { occupied: formatHeadcount(occupied), approved: formatHeadcount(approved) };
	return isPart ? m.workload_row_staff_compared(terms) : m.workload_row_staff(terms);
}

/** „претоварване, 131 %“; without a verdict there is no percentage either. */
export function verdictText(figure: WorkloadFigure): string {
	const name = nameOfWorkloadClass(figure.class);
	const utilisation = utilisationText(figure);
	return utilisation ? `${name}, ${utilisation}` : name;
}

/** „131 %“; nothing where the measurement permits no verdict. */
export function utilisationText(figure: WorkloadFigure): string {
	if (figure.utilisation === null || figure.class === 'insufficient-data') return '';
	return formatShare(figure.utilisation);
}

function coverageText(figure: WorkloadFigure): string {
	const { share } = figure.coverage;
	return share === null ? '' : m.workload_row_coverage({ share: formatShare(share) });
}

/** „−0,45“ posts; nothing where the measurement permits no verdict. */
export function differenceText(figure: WorkloadFigure): string {
	return figure.class === 'insufficient-data' ? '' : balanceText(figure);
}

/** „−0,45“ posts, whatever the coverage; for the calculation itself. */
export function balanceText(figure: WorkloadFigure): string {
	return figure.difference === null ? '' : formatChange(figure.difference, (value) => formatFte(value));
}

/** What a class looks like as a chip. */
export function toneOf(code: WorkloadClass): 'plain' | 'ok' | 'warning' | 'bad' | 'info' {
	switch (code) {
		case 'overloaded':
		case 'no-staff':
			return 'bad';
		case 'high':
			return 'warning';
		case 'normal':
			return 'ok';
		case 'below-norm':
		case 'low':
			return 'info';
		case 'insufficient-data':
		case 'not-measured':
			return 'plain';
		default:
			return assertNever(code);
	}
}
