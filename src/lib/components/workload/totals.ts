import type { WorkloadFigure } from '#lib/domain/workload/index.ts';
import { formatFte, formatHeadcount, formatShare } from '#lib/i18n/format.ts';
import { nameOfWorkloadClass } from '#lib/i18n/workload-names.ts';
import { m } from '#lib/paraglide/messages.js';
import { changeAddress } from './address.ts';
import { differenceText, rangeText, utilisationText } from './view.ts';

interface Stat {
	readonly value: string;
	readonly label: string;
	readonly href?: string;
	readonly note?: string;
	readonly tone?: 'warning' | 'bad' | 'ok';
}

/** The numbers above the bars; each leads to the rows it is the sum of, in the order that shows them best. */
export function totals(figure: WorkloadFigure, url: URL): readonly Stat[] {
	const table = (sort: string | null) => changeAddress(url, { view: 'table', sort, class: null });
	if (figure.need.kind !== 'measured') {
		return [
			{ value: m.common_not_measured(), label: m.workload_stat_need() },
			{ value: formatHeadcount(figure.occupied), label: m.workload_mark_occupied(), href: table(null) },
		];
	}
	const { compared, coverage } = figure;
	return [
		{
			value: formatFte(figure.need.value.expected),
			label: m.workload_stat_need(),
			note: rangeText(figure),
			href: table(null),
		},
		{
			value: formatHeadcount(compared.occupied),
			label: m.workload_stat_occupied(),
			note: m.workload_stat_approved_note({ approved: formatHeadcount(compared.approved) }),
			href: table(null),
		},
		{ value: differenceText(figure) || '—', label: m.workload_stat_balance(), href: table('shortage') },
		{
			value: utilisationText(figure) || '—',
			label: m.workload_stat_utilisation(),
			note: nameOfWorkloadClass(figure.class),
			href: table('utilisation'),
		},
		{
			value: coverage.share === null ? m.common_not_measured() : formatShare(coverage.share),
			label: m.workload_stat_coverage(),
			note: m.workload_stat_coverage_note(),
			href: changeAddress(url, { class: 'not-measured', view: null }),
		},
	];
}

/** The numbers above one unit; each leads to the part of the page that it is made of. */
export function unitStats(figure: WorkloadFigure): readonly Stat[] {
	const staff: Stat = {
		value: formatHeadcount(figure.occupied),
		label: m.workload_mark_occupied(),
		note: m.workload_stat_approved_note({ approved: formatHeadcount(figure.approved) }),
		href: '#posts',
	};
	const coverage: Stat = {
		value: figure.coverage.share === null ? '—' : formatShare(figure.coverage.share),
		label: m.workload_stat_coverage(),
		note: m.workload_stat_coverage_note(),
		href: '#unmeasured',
	};
	if (figure.need.kind !== 'measured') {
		return [{ value: '—', label: m.workload_mark_need(), note: m.common_not_measured() }, staff, coverage];
	}
	const need = formatFte(figure.need.value.expected);
	return [
		{ value: need, label: m.workload_mark_need(), note: rangeText(figure), href: '#formula' },
		staff,
		{ value: differenceText(figure) || '—', label: m.workload_formula_balance(), href: '#formula' },
		{
			value: utilisationText(figure) || '—',
			label: m.workload_formula_utilisation(),
			note: nameOfWorkloadClass(figure.class),
			href: '#formula',
		},
		coverage,
	];
}
