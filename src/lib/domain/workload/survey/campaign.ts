import type { IsoDate } from '../../shared/index.ts';
import type { SurveyCampaign, SurveyCampaignState } from './types.ts';

/** What the organiser decides about a campaign. */
export type SurveyPlan = Pick<
	SurveyCampaign,
	'name' | 'periodFrom' | 'periodTo' | 'closesOn' | 'validator' | 'seenBy' | 'tolerance'
>;

export type SurveyPlanIssue =
	| { readonly field: 'periodTo'; readonly code: 'survey/period-reversed' }
	| { readonly field: 'closesOn'; readonly code: 'survey/closes-in-past' }
	| { readonly field: 'tolerance'; readonly code: 'survey/tolerance-too-wide' };

/** A sum that may be a fifth off says nothing about the rest of the time. */
export const WIDEST_TOLERANCE = 0.2;

/**
 * What is wrong with the plan of a campaign, by field; empty when it may be used. `today` is the day in the
 * municipality. Codes: a period that ends before it begins, a last day that has passed, a tolerance over 20 %.
 */
export function checkSurveyPlan(plan: SurveyPlan, today: IsoDate): readonly SurveyPlanIssue[] {
	const issues: SurveyPlanIssue[] = [];
	if (plan.periodTo < plan.periodFrom) issues.push({ field: 'periodTo', code: 'survey/period-reversed' });
	if (plan.closesOn < today) issues.push({ field: 'closesOn', code: 'survey/closes-in-past' });
	if (plan.tolerance > WIDEST_TOLERANCE)
		issues.push({ field: 'tolerance', code: 'survey/tolerance-too-wide' });
	return issues;
}

/** What can happen to a campaign as a whole. */
export const CAMPAIGN_MOVES = ['open', 'close', 'reopen', 'apply', 'take-back'] as const;
export type CampaignMove = (typeof CAMPAIGN_MOVES)[number];

const PERMITTED: Readonly<
	Record<CampaignMove, { readonly from: SurveyCampaignState; readonly isApplied: boolean }>
> = {
	open: { from: 'draft', isApplied: false },
	close: { from: 'open', isApplied: false },
	reopen: { from: 'closed', isApplied: false },
	apply: { from: 'closed', isApplied: false },
	'take-back': { from: 'closed', isApplied: true },
};

/**
 * Whether the campaign may make the move: draft → open → closed → applied, and back by one step at a time. An
 * applied campaign is first taken back, then opened again, so that no answer changes under an allocation.
 */
export function mayMove(campaign: Pick<SurveyCampaign, 'state' | 'appliedAt'>, move: CampaignMove): boolean {
	const rule = PERMITTED[move];
	return campaign.state === rule.from && (campaign.appliedAt !== null) === rule.isApplied;
}
