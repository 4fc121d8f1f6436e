import type { ActivityKey } from '../shared/index.ts';
import type { CheckSubject } from './checks-types.ts';

/** What can be wrong with a datum, in the order of the list: what distorts the analysis most comes first. */
export const QUALITY_CODES = [
	'function-without-owner',
	'function-several-owners',
	'function-shares-above-one',
	'function-without-basis',
	'function-without-category',
	'function-without-verb',
	'function-several-verbs',
	'owner-without-posts',
	'unit-without-function',
	'post-without-cost',
	'occupied-above-approved',
	'activity-without-volume',
	'activity-without-minutes',
	'activity-old-data',
	'same-name-units',
	'same-text-functions',
	'mixed-letters',
	'unit-reconstructed',
	'post-reconstructed',
	'function-reconstructed',
] as const;
export type QualityCode = (typeof QUALITY_CODES)[number];

export type QualitySubject = CheckSubject | { readonly kind: 'activity'; readonly key: ActivityKey };

/** A datum that is missing, contradicts another one or rests on no source; it has a form that mends it. */
export interface QualityProblem {
	readonly code: QualityCode;
	readonly subject: QualitySubject;
	readonly terms: Readonly<Record<string, number | string | readonly string[]>>;
}

export interface QualityRules {
	/** Volumes and times counted in an earlier year are old. */
	readonly oldestDataYear: number;
}

/** Whole years after which volumes and times should be counted anew; our choice, no law sets it. */
export const DATA_AGE_YEARS = 3;
