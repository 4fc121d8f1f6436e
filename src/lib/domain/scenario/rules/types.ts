import type { Parameter, ParameterSet } from '../../legal/index.ts';
import type { Power, Structure } from '../../org/index.ts';
import type { IsoDate } from '../../shared/index.ts';

export const RULE_VERDICTS = ['passed', 'failed', 'not-applicable', 'needs-lawyer'] as const;
export type RuleVerdictKind = (typeof RULE_VERDICTS)[number];

export const RULE_SEVERITIES = ['error', 'warning', 'information'] as const;
/** `error` breaks the law, `warning` is a probable problem, `information` is worth knowing. */
export type RuleSeverity = (typeof RULE_SEVERITIES)[number];

/** What a rule counted or stumbled over. */
export interface RuleItem {
	readonly kind: 'unit' | 'post' | 'function' | 'power' | 'settlement' | 'body';
	/** Key of the thing; of a settlement its name, of a collective body its key in the rule. */
	readonly key: string;
	/** What is wrong or was counted; the text is made in `i18n`. */
	readonly code: string;
	readonly value: number | null;
}

/** How the rule was read: a code for the sentence and the numbers in it. */
export interface RuleReading {
	readonly code: string;
	readonly values: Readonly<Record<string, number | string>>;
}

/** What is handed to every rule. */
export interface RuleContext {
	readonly structure: Structure;
	readonly parameters: ParameterSet;
	readonly asOf: IsoDate;
	/** Powers of the mayor in force on the day. */
	readonly powers: readonly Power[];
	/** The structure in force, where another is judged that would follow it. */
	readonly base?: Structure;
}

/** Outcome of one rule before its name and citation are added. */
export interface RuleOutcome {
	readonly verdict: RuleVerdictKind;
	readonly reading: RuleReading;
	readonly items: readonly RuleItem[];
	/** The dated parameters on which the verdict rests. */
	readonly parameters: readonly Parameter[];
}

export interface Rule {
	/** Number in the catalogue of rules, for example R13. */
	readonly id: RuleId;
	readonly severity: RuleSeverity;
	/** The provision, as cited in Bulgarian documents. */
	readonly citation: string;
	readonly check: (context: RuleContext) => RuleOutcome;
}

export interface RuleVerdict extends RuleOutcome {
	readonly rule: RuleId;
	readonly severity: RuleSeverity;
	readonly citation: string;
}

/** A rule of law on the structure before and on the one after. */
export interface RuleComparison {
	readonly before: RuleVerdict;
	readonly after: RuleVerdict;
}

export const RULE_IDS = [
	'R01',
	'R02',
	'R03',
	'R04',
	'R05',
	'R06',
	'R07',
	'R08',
	'R09',
	'R10',
	'R11',
	'R12',
	'R13',
	'R14',
	'R15',
	'R16',
	'R17',
	'R18',
	'R19',
	'R20',
	'R21',
	'R22',
	'R23',
	'R24',
	'R25',
	'R26',
	'R27',
	'R28',
	'R29',
	'R30',
	'R31',
	'R32',
	'R33',
	'R34',
	'R35',
	'R36',
	'R37',
	'R38',
	'R39',
	'R40',
	'R41',
	'R42',
	'R43',
	'R44',
	'R45',
	'R46',
	'R47',
] as const;
export type RuleId = (typeof RULE_IDS)[number];
