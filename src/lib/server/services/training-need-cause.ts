import type { LocalText } from '#lib/domain/org/index.ts';
import type { ScenarioId } from '#lib/domain/shared/index.ts';
import type { NeedCauseKind, TrainingNeed } from '#lib/domain/training/index.ts';
import type { KeptNeed } from './training-need.ts';
import type { RuleChanges, RuleName } from './training-rules.ts';
import { causeWords, type TrainingWords } from './training-words.ts';
import type { OpenTraining } from './training.ts';

/** Why a need exists, as a page shows it. */
export interface NeedCauseView {
	readonly kind: NeedCauseKind;
	readonly functionText: LocalText | null;
	readonly functionKey: string | null;
	readonly postTitle: LocalText | null;
	/** The changed rule; null for other causes and for one that is no longer among the recent changes. */
	readonly rule: (RuleName & { readonly ref: string }) | null;
	/** The law behind mandatory training. */
	readonly law: { readonly citation: string; readonly months: number } | null;
	readonly scenario: {
		readonly id: ScenarioId;
		readonly name: string;
		readonly isLaidAside: boolean;
	} | null;
}

/** Why a need exists, in words and with what its parts link to. */
export function causeView(
	need: KeptNeed,
	context: {
		readonly training: OpenTraining;
		readonly words: TrainingWords;
		readonly rules: RuleChanges['names'];
	},
): NeedCauseView {
	const { training, words, rules } = context;
	const { cause } = need;
	const scenario = need.scenarioId === null ? undefined : words.scenarios.get(need.scenarioId);
	return {
		kind: cause.kind,
		...causeWords(cause, words),
		functionKey: 'functionKey' in cause ? cause.functionKey : null,
		rule: ruleOf(cause, rules),
		law: need.competencyKey === null && cause.kind !== 'rule-changed' ? training.mandatoryLaw : null,
		scenario: scenario ? { id: scenario.id, name: scenario.name, isLaidAside: need.isLaidAside } : null,
	};
}

function ruleOf(cause: TrainingNeed['cause'], rules: RuleChanges['names']): NeedCauseView['rule'] {
	if (cause.kind !== 'rule-changed') return null;
	const name = rules.get(`${cause.rule}:${cause.ref}`);
	return name ? { ...name, ref: cause.ref } : null;
}
