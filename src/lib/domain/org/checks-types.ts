import type { FunctionKey, PostKey, UnitKey } from '../shared/index.ts';

export const CHECK_CODES = [
	'org/unit-without-head',
	'org/manager-with-one-report',
	'org/unit-with-one-sub-unit',
	'org/unit-without-function',
	'org/nesting',
	'org/post-step',
	'org/occupied-above-approved',
	'org/post-without-function',
	'org/function-without-accountable',
	'org/function-with-several-accountable',
	'org/function-without-basis',
	'org/shares-above-one',
] as const;
export type CheckCode = (typeof CHECK_CODES)[number];

export type CheckSubject =
	| { readonly kind: 'unit'; readonly key: UnitKey }
	| { readonly kind: 'post'; readonly key: PostKey }
	| { readonly kind: 'function'; readonly key: FunctionKey };

/** A probable flaw of a structure: what, about whom, and the figures it rests on. Its text is made in `i18n`. */
export interface StructureFinding {
	readonly code: CheckCode;
	readonly subject: CheckSubject;
	readonly terms: Readonly<Record<string, number | string | readonly string[]>>;
}

/** Dated parameters of the checks. */
export interface CheckRules {
	/** R03: post counts are whole multiples of this, in posts; null when no step is set, then nothing is checked. */
	readonly postStep: number | null;
}

/** Key of the parameter that says in which steps posts are counted. */
export const POST_STEP = 'org.post-step';
