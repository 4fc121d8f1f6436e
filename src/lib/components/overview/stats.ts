import type { Indicators, Municipality, Proportion } from '#lib/domain/org/index.ts';
import { formatFte, formatHeadcount, formatNumber, formatShare } from '#lib/i18n/format.ts';
import { nameOfWorkloadClass } from '#lib/i18n/workload-names.ts';
import { m } from '#lib/paraglide/messages.js';
import { differenceText, utilisationText } from '#lib/components/workload/view.ts';
import type { Places } from './address.ts';
import type { Overview } from '#lib/domain/workload/index.ts';

/** One number with its words and the way to what it is made of. */
export interface Stat {
	readonly value: string;
	readonly label: string;
	readonly href: string;
	readonly note?: string;
	readonly tone?: 'warning' | 'bad' | 'ok';
}

const MISSING = '—';

export function headcountStats(
	indicators: Indicators,
	municipality: Municipality,
	to: Places,
): readonly Stat[] {
	const { administration, allPosts, byPart, postsPerThousand } = indicators;
	const vacant: Stat = {
		value: formatHeadcount(administration.vacant),
		label: m.overview_vacant(),
		href: to.of('vacant'),
	};
	return [
		{
			value: formatHeadcount(administration.approved),
			label: m.overview_administration(),
			href: to.of('administration'),
		},
		{
			value: formatHeadcount(administration.occupied),
			label: m.overview_occupied(),
			href: to.of('administration'),
		},
		administration.vacant > 0 ? { ...vacant, tone: 'warning' } : vacant,
		{
			value: formatHeadcount(allPosts.approved),
			label: m.overview_all_posts(),
			note: m.overview_all_posts_note({ outside: formatHeadcount(byPart.outside.approved) }),
			href: to.of('all-posts'),
		},
		{
			value: postsPerThousand === null ? MISSING : formatFte(postsPerThousand),
			label: m.overview_per_thousand(),
			note:
				municipality.population === null
					? m.overview_population_unknown()
					: m.overview_per_thousand_note({
							approved: formatHeadcount(administration.approved),
							population: formatNumber(municipality.population),
						}),
			href: to.of('administration'),
		},
	];
}

export function managementStats(indicators: Indicators, to: Places): readonly Stat[] {
	const { spans, unitLevels } = indicators;
	return [
		shareStat(indicators.generalShare, m.overview_general_share(), to.of('part-general')),
		shareStat(indicators.specialisedShare, m.overview_specialised_share(), to.of('part-specialised')),
		shareStat(indicators.managersShare, m.overview_managers_share(), to.of('managers')),
		{
			value: spans.approved.average === null ? MISSING : formatNumber(spans.approved.average),
			label: m.overview_span(),
			note: m.overview_span_note({
				actual: spans.actual.average === null ? MISSING : formatNumber(spans.actual.average),
			}),
			href: to.of('spans'),
		},
		{
			value: formatNumber(spans.approved.layers),
			label: m.overview_layers(),
			note: m.overview_layers_note({ levels: unitLevels }),
			href: to.of('spans'),
		},
	];
}

export function functionStats(indicators: Indicators, to: Places): readonly Stat[] {
	const { functionsPerUnit, functionsPerPost, functionsWithBasis, powers } = indicators;
	return [
		{ value: formatNumber(indicators.functions), label: m.overview_functions(), href: to.at('/functions') },
		{
			value: ratioText(functionsPerUnit),
			label: m.overview_functions_per_unit(),
			note: m.overview_functions_per_unit_note({
				functions: functionsPerUnit.part,
				units: functionsPerUnit.whole,
			}),
			href: to.of('functions'),
		},
		{
			value: ratioText(functionsPerPost),
			label: m.overview_functions_per_post(),
			note: m.overview_functions_per_post_note({
				functions: functionsPerPost.part,
				posts: formatHeadcount(functionsPerPost.whole),
			}),
			href: to.of('functions'),
		},
		{
			value: powers.share === null ? MISSING : formatShare(powers.share),
			label: m.overview_powers(),
			note: m.overview_powers_note({
				covered: powers.covered,
				total: powers.total,
				uncovered: powers.uncovered.length,
			}),
			href: to.of('powers'),
		},
		{
			value: functionsWithBasis.share === null ? MISSING : formatShare(functionsWithBasis.share),
			label: m.overview_basis(),
			note: m.overview_basis_note(countsOf(functionsWithBasis)),
			href: to.at('/functions', { basis: 'no' }),
		},
	];
}

/** Nothing where the workload cannot be computed; the page then says why. */
export function workloadStats(workload: Overview['workload'], to: Places): readonly Stat[] {
	if (workload.kind === 'not-computable') return [];
	const { figure, classes } = workload;
	return [
		{
			value: utilisationText(figure) || MISSING,
			label: m.workload_stat_utilisation(),
			note: verdictNote(workload),
			href: to.at('/workload', { view: 'table' }),
		},
		{
			value: differenceText(figure) || MISSING,
			label: m.workload_stat_balance(),
			href: to.at('/workload', { view: 'table', sort: 'shortage' }),
		},
		{
			value: figure.coverage.share === null ? MISSING : formatShare(figure.coverage.share),
			label: m.workload_stat_coverage(),
			note: m.workload_stat_coverage_note(),
			href: to.at('/workload', { view: 'table' }),
		},
		...COUNTED_CLASSES.map(([code, label]) => ({
			value: formatNumber(classes[code] ?? 0),
			label: label(),
			href: to.at('/workload', { class: code }),
		})),
	];
}

/** Classes that the overview counts; each leads to exactly the units that it counts. */
const COUNTED_CLASSES = [
	['overloaded', m.overview_workload_overloaded],
	['low', m.overview_workload_low],
	['insufficient-data', m.overview_workload_insufficient],
	['not-measured', m.overview_workload_not_measured],
] as const;

/** The verdict, or why there is none: „покритие 69 % при минимум 70 %“. */
function verdictNote({ figure, coverageMinimum }: ComputedWorkload): string {
	const { share } = figure.coverage;
	if (figure.class !== 'insufficient-data' || share === null) return nameOfWorkloadClass(figure.class);
	return m.workload_verdict_why({
		share: formatShare(share, { digits: 1 }),
		minimum: formatShare(coverageMinimum),
	});
}

type ComputedWorkload = Extract<Overview['workload'], { kind: 'computed' }>;

/** What is under way; entries that the person may not open are left out. */
export function workStats(
	counts: Readonly<{ findings?: number; scenarios?: number; proposals?: number; needs?: number }>,
	to: Places,
): readonly Stat[] {
	const entries: readonly (readonly [number | undefined, string, string, string?])[] = [
		[counts.findings, m.overview_findings(), '/findings', m.overview_findings_none()],
		[counts.scenarios, m.overview_scenarios(), '/scenarios'],
		[counts.proposals, m.overview_proposals(), '/council'],
		[counts.needs, m.overview_needs(), '/training/needs'],
	];
	return entries.flatMap(([count, label, path, none]): readonly Stat[] => {
		if (count === undefined) return [];
		const stat = { value: formatNumber(count), label, href: to.at(path) };
		return [count === 0 && none !== undefined ? { ...stat, note: none } : stat];
	});
}

function shareStat(proportion: Proportion, label: string, href: string): Stat {
	const { part, whole, share } = proportion;
	const note = m.overview_part_of_whole({ part: formatHeadcount(part), whole: formatHeadcount(whole) });
	return { value: share === null ? MISSING : formatShare(share), label, note, href };
}

function ratioText(proportion: Proportion): string {
	return proportion.share === null ? MISSING : formatNumber(proportion.share);
}

function countsOf({ part, whole }: Proportion): { part: number; whole: number } {
	return { part, whole };
}
