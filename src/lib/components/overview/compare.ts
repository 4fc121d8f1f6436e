import { formatNumber } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { placesOf } from './address.ts';
import { functionStats, headcountStats, managementStats, workloadStats, type Stat } from './stats.ts';
import type { Overview } from '#lib/domain/workload/index.ts';

/** One indicator over all municipalities; a cell is null where a municipality has no such figure. */
export interface CompareRow {
	readonly label: string;
	readonly cells: readonly (Stat | null)[];
}

export interface CompareGroup {
	readonly title: string;
	readonly rows: readonly CompareRow[];
}

/** The indicators of every municipality in one table, in the groups and the order of the overview. */
export function compareGroups(overviews: readonly Overview[]): readonly CompareGroup[] {
	const columns = overviews.map((overview) => groupsOf(overview));
	const [first] = columns;
	if (!first) return [];
	return first.map(({ title }, at) => {
		const lists = columns.map((groups) => groups[at]?.stats ?? []);
		const labels = [...new Set(lists.flatMap((stats) => stats.map((stat) => stat.label)))];
		const rows = labels.map((label) => ({
			label,
			cells: lists.map((stats) => stats.find((stat) => stat.label === label) ?? null),
		}));
		return { title, rows };
	});
}

function groupsOf(overview: Overview): readonly { title: string; stats: readonly Stat[] }[] {
	const { indicators, municipality, workload, checks } = overview;
	const to = placesOf(municipality.slug, null);
	const checkStat: Stat = {
		value: formatNumber(checks.length),
		label: m.overview_checks_count(),
		href: `${to.at('')}#checks`,
	};
	return [
		{ title: m.overview_headcount_title(), stats: headcountStats(indicators, municipality, to) },
		{ title: m.overview_management_title(), stats: [...managementStats(indicators, to), checkStat] },
		{ title: m.overview_functions_title(), stats: functionStats(indicators, to) },
		{ title: m.overview_workload_title(), stats: workloadStats(workload, to) },
	];
}
