import type { SeenNumbers } from '#lib/domain/scenario/index.ts';
import { formatChange, formatEuro } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';
import type { EurCents } from '#lib/domain/shared/index.ts';

/** What the yearly cost changes by, where the person may see it. */
export function costChangeText({
	before,
	after,
}: {
	readonly before: SeenNumbers;
	readonly after: SeenNumbers;
}): string {
	if (before.annualCost === null || after.annualCost === null) return m.structure_cost_hidden();
	return formatChange(after.annualCost - before.annualCost, (value) => formatEuro(value as EurCents));
}

/** „88 → 87“, or one number where nothing changes. */
export function pair(before: string, after: string): string {
	return before === after ? after : m.scenario_stat_before_after({ before, after });
}
