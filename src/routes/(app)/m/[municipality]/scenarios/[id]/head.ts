import { costChangeText, pair } from '#lib/components/scenario/scenario-stats.ts';
import type { ScenarioHead } from '#lib/components/scenario/scenario-head.ts';
import { formatDate, formatHeadcount, formatNumber } from '#lib/i18n/format.ts';
import { refusalText } from '#lib/i18n/scenario-refusal.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ScenarioSummary } from '#lib/server/services/scenario-view.ts';

/** The head of every page of a scenario in words: what it is, its numbers, its pages, what stands in its way. */
export function headOf(counted: ScenarioSummary, base: string): ScenarioHead {
	const { scenario, operations, baseValidFrom } = counted;
	return {
		lead: scenario.description || m.scenario_lead({ count: operations, date: formatDate(baseValidFrom) }),
		refused: refusedText(counted),
		status: statusOf(counted, base),
		stats: statsOf(counted, base),
		tabs: [
			{ path: '', label: m.scenario_tab_operations(), count: operations },
			{ path: 'chart', label: m.scenario_tab_chart() },
			{ path: 'staffing', label: m.scenario_tab_staffing() },
			{ path: 'impact', label: m.scenario_tab_impact() },
			{ path: 'ledger', label: m.scenario_tab_ledger() },
			{ path: 'rules', label: m.scenario_tab_rules() },
			{ path: 'matrix', label: m.compare_seats_tab() },
			{ path: 'targets', label: m.target_link() },
			{ path: 'delegation', label: m.delegation_tab() },
		],
	};
}

function refusedText({ refused }: ScenarioSummary): string | null {
	if (!refused) return null;
	const number = refused.places[refused.refusal.operationId] ?? 0;
	return m.scenario_not_applied({ number, reason: refusalText(refused.refusal, refused) });
}

function statusOf(
	{ scenario, proposalNumber: number }: ScenarioSummary,
	base: string,
): ScenarioHead['status'] {
	if (scenario.status === 'draft' || number === null) return null;
	const isAdopted = scenario.status === 'adopted';
	return {
		tone: isAdopted ? 'ok' : 'info',
		text: isAdopted ? m.scenario_adopted_note({ number }) : m.scenario_submitted_note({ number }),
		href: `${base.slice(0, base.indexOf('/scenarios/'))}/council/${number}`,
		label: m.scenario_submitted_link(),
	};
}

/** The numbers at the head of a scenario, each a link to what it is made of. */
function statsOf(
	{ numbers, verdicts, passing, obstacles }: ScenarioSummary,
	base: string,
): ScenarioHead['stats'] {
	const { before, after } = numbers;
	return [
		{
			value: pair(formatHeadcount(before.administration), formatHeadcount(after.administration)),
			label: m.scenario_stat_posts(),
			href: `${base}/staffing`,
		},
		...(before.outside === after.outside
			? []
			: [
					{
						value: pair(formatHeadcount(before.outside), formatHeadcount(after.outside)),
						label: m.scenario_stat_outside(),
						href: `${base}/staffing`,
					},
				]),
		{
			value: costChangeText(numbers),
			label: m.scenario_stat_cost(),
			href: `${base}/impact#cost`,
			...(after.withoutCost > 0 && {
				note: m.scenario_stat_cost_unknown({ count: formatHeadcount(after.withoutCost) }),
			}),
		},
		{
			value: pair(formatNumber(before.units), formatNumber(after.units)),
			label: m.scenario_stat_units(),
			href: `${base}/chart`,
		},
		{
			value: m.scenario_stat_rules_value({ passed: verdicts.passed, failed: verdicts.failed }),
			label: m.scenario_stat_rules(),
			href: `${base}/rules`,
			...ruleNote(verdicts['needs-lawyer'], passing),
		},
		{
			value: formatNumber(obstacles),
			label: m.scenario_stat_unplaced(),
			href: `${base}/ledger`,
		},
	];
}

/** What a lawyer has to look at, and what is broken between two days of effect. */
function ruleNote(lawyer: number, passing: number): { readonly note?: string; readonly tone?: 'warning' } {
	const notes = [
		...(passing > 0 ? [m.scenario_stat_rules_passing({ count: passing })] : []),
		...(lawyer > 0 ? [m.scenario_stat_rules_lawyer({ count: lawyer })] : []),
	];
	return notes.length === 0 ? {} : { note: notes.join(' · '), tone: 'warning' };
}
