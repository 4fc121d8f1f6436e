import type { Parameter } from '../../legal/index.ts';
import type { RuleItem, RuleOutcome, RuleVerdictKind } from './types.ts';

/** An outcome from its parts; what is left out is empty. */
export function outcome(
	verdict: RuleVerdictKind,
	code: string,
	rest: {
		readonly values?: Readonly<Record<string, number | string>>;
		readonly items?: readonly RuleItem[];
		readonly parameters?: readonly Parameter[];
	} = {},
): RuleOutcome {
	return {
		verdict,
		reading: { code, values: rest.values ?? {} },
		items: rest.items ?? [],
		parameters: rest.parameters ?? [],
	};
}

/**
 * One thing that a rule names in its outcome: what it is, its key, why it is named, and the number that the rule
 * looked at.
 */
export function item(kind: RuleItem['kind'], key: string, code: string, value: number | null): RuleItem {
	return { kind, key, code, value };
}
