import type { OperationSummary } from '#lib/domain/scenario/index.ts';
import { formatChange, formatEuro } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';
import type { EurCents } from '#lib/domain/shared/index.ts';

/** „−1 бр. · −14 820 € годишно“, or that neither changes; the posts alone where the cost is hidden. */
export function effectText({
	posts,
	annualCost,
	withoutCost,
}: Pick<OperationSummary, 'posts' | 'annualCost' | 'withoutCost'>): string {
	const unknown = withoutCost > 0 ? ` (${m.scenario_operation_without_cost()})` : '';
	if (annualCost === null) return m.scenario_operation_effect_posts({ posts: formatChange(posts) });
	if (posts === 0 && annualCost === 0) return `${m.scenario_operation_effect_none()}${unknown}`;
	const cost = formatChange(annualCost, (value) => formatEuro(value as EurCents));
	return `${m.scenario_operation_effect({ posts: formatChange(posts), cost })}${unknown}`;
}
