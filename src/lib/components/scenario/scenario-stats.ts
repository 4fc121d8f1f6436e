import type { NameBook, OperationRefusal, RuleVerdictKind, SeenNumbers } from '#lib/domain/scenario/index.ts';
import type { IsoDate } from '#lib/domain/shared/index.ts';
import { formatChange, formatEuro, formatHeadcount, formatNumber } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';
import type { EurCents } from '#lib/domain/shared/index.ts';
import type { ScenarioAside } from './scenario-aside.ts';

/** What the frame of a scenario shows. */
export interface Summary {
	readonly scenario: {
		readonly id: string;
		readonly name: string;
		readonly description: string;
		readonly status: 'draft' | 'submitted' | 'adopted' | 'archived';
		readonly effectiveOn: IsoDate;
		readonly revision: number;
	};
	readonly baseValidFrom: IsoDate;
	readonly operations: number;
	readonly numbers: { readonly before: SeenNumbers; readonly after: SeenNumbers };
	readonly verdicts: Readonly<Record<RuleVerdictKind, number>>;
	readonly obstacles: number;
	readonly refused: {
		readonly refusal: OperationRefusal;
		readonly names: NameBook;
		readonly places: Readonly<Record<string, number>>;
	} | null;
	readonly proposalNumber: number | null;
	readonly mayEdit: boolean;
	readonly maySubmit: boolean;
	readonly aside: ScenarioAside;
}

/** The numbers at the head of a scenario, each a link to what it is made of. */
export function scenarioStats({ numbers, verdicts, obstacles }: Summary, base: string) {
	const { before, after } = numbers;
	const lawyer = verdicts['needs-lawyer'];
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
			...(lawyer > 0 && { note: m.scenario_stat_rules_lawyer({ count: lawyer }), tone: 'warning' as const }),
		},
		{
			value: formatNumber(obstacles),
			label: m.scenario_stat_unplaced(),
			href: `${base}/ledger`,
		},
	];
}

/** What the yearly cost changes by, where the person may see it. */
export function costChangeText({ before, after }: Summary['numbers']): string {
	if (before.annualCost === null || after.annualCost === null) return m.structure_cost_hidden();
	return formatChange(after.annualCost - before.annualCost, (value) => formatEuro(value as EurCents));
}

/** „88 → 87“, or one number where nothing changes. */
export function pair(before: string, after: string): string {
	return before === after ? after : m.scenario_stat_before_after({ before, after });
}
