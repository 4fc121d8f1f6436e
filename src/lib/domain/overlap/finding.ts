/** Kinds of finding (констатация); methodology §1.8. */
export const FINDING_KINDS = [
	'duplication',
	'overlap',
	'fragmentation',
	'gap',
	'role-conflict',
	'no-basis',
	'overload',
	'underload',
	'structure',
	'rule',
	'training',
	'other',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** The three criteria of the Bulgarian methodology: релевантност, ефективност, ефикасност. */
export const FINDING_CRITERIA = ['relevance', 'effectiveness', 'efficiency'] as const;
export type FindingCriterion = (typeof FINDING_CRITERIA)[number];

export const FINDING_STATUSES = ['open', 'accepted', 'resolved', 'dismissed'] as const;
export type FindingStatus = (typeof FINDING_STATUSES)[number];

export const FINDING_SEVERITIES = [1, 2, 3, 4, 5] as const;

export const EVIDENCE_KINDS = [
	'function-pair',
	'function',
	'power',
	'policy-area',
	'unit',
	'post',
	'workload',
	'structure-check',
	'rule',
	'employee-group',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const RECOMMENDATION_KINDS = [
	'structural',
	'normative',
	'process',
	'staffing',
	'training',
	'it',
] as const;
export type RecommendationKind = (typeof RECOMMENDATION_KINDS)[number];

export const RECOMMENDATION_STATUSES = [
	'proposed',
	'discussed',
	'accepted',
	'rejected',
	'implemented',
] as const;
export type RecommendationStatus = (typeof RECOMMENDATION_STATUSES)[number];

/** What decides the order of recommendations: impact and effort 1–5, legal complexity 1–3. */
export interface Weighing {
	readonly impact: number;
	readonly effort: number;
	readonly legalComplexity: number;
}

/** Priority = impact ÷ effort (methodology §1.11). Example: impact 4, effort 2 → 2. */
export function priorityOf({ impact, effort }: Pick<Weighing, 'impact' | 'effort'>): number {
	return impact / effort;
}

/** Order of recommendations: the higher priority first, ties by the lesser legal complexity. */
export function comparePriority(a: Weighing, b: Weighing): number {
	return priorityOf(b) - priorityOf(a) || a.legalComplexity - b.legalComplexity;
}

/** The criterion under which the methodology reports a kind of finding. */
export function criterionOf(kind: FindingKind): FindingCriterion {
	if (kind === 'overload' || kind === 'underload' || kind === 'structure') return 'efficiency';
	return kind === 'training' ? 'effectiveness' : 'relevance';
}
