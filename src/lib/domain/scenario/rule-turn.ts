import type { RuleComparison, RuleVerdictKind } from './rules/index.ts';

/** What a change does to a rule. */
export type RuleTurn = 'better' | 'same' | 'worse';

/** How far a verdict is from being met; what does not apply breaks nothing. */
const DISTANCE: Readonly<Record<RuleVerdictKind, number>> = {
	passed: 0,
	'not-applicable': 0,
	'needs-lawyer': 1,
	failed: 2,
};

/**
 * Whether a rule is nearer to being met after the change. Example: met → not met is worse, not met → does not
 * apply is better, needs a lawyer on both sides is the same.
 */
export function ruleTurn({ before, after }: RuleComparison): RuleTurn {
	const difference = DISTANCE[after.verdict] - DISTANCE[before.verdict];
	if (difference === 0) return 'same';
	return difference > 0 ? 'worse' : 'better';
}
