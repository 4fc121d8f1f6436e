import type { TrainingNeed } from '#lib/domain/training/index.ts';
import type { KeptNeed } from './training-need.ts';
import type { NeedView } from './training-need-view.ts';
import type { RuleChanges } from './training-rules.ts';
import { causeWords, type TrainingWords } from './training-words.ts';
import type { OpenTraining } from './training.ts';

/** Why a need exists, in words and with what its parts link to. */
export function causeView(
	need: KeptNeed,
	context: {
		readonly training: OpenTraining;
		readonly words: TrainingWords;
		readonly rules: RuleChanges['names'];
	},
): NeedView['cause'] {
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

function ruleOf(cause: TrainingNeed['cause'], rules: RuleChanges['names']): NeedView['cause']['rule'] {
	if (cause.kind !== 'rule-changed') return null;
	const name = rules.get(`${cause.rule}:${cause.ref}`);
	return name ? { ...name, ref: cause.ref } : null;
}
