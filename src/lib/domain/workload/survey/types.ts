import type { LocalText } from '../../org/index.ts';
import type {
	Brand,
	EmployeeId,
	IsoDate,
	MunicipalityId,
	PostKey,
	Share,
	UnitKey,
	VersionId,
} from '../../shared/index.ts';

export type SurveyCampaignId = Brand<string, 'SurveyCampaignId'>;
export type SurveyRespondentId = Brand<string, 'SurveyRespondentId'>;
export type SurveyItemId = Brand<string, 'SurveyItemId'>;

export const SURVEY_MEASURES = ['percent', 'hours-week', 'days-month'] as const;
/** How a respondent states time; stored is always the share of the working time. */
export type SurveyMeasure = (typeof SURVEY_MEASURES)[number];

export const SURVEY_PARTICIPATIONS = ['performs', 'participates', 'coordinates', 'controls'] as const;
/** What the respondent does in the work: извършва, участва, съгласува, контролира. */
export type SurveyParticipation = (typeof SURVEY_PARTICIPATIONS)[number];

/** What the respondent said, and what stands after validation; the one never replaces the other. */
export type SurveyLayer = 'own' | 'validated';

export const SURVEY_RESPONDENT_STATES = [
	'not-started',
	'in-progress',
	'submitted',
	'returned',
	'validated',
] as const;
export type SurveyRespondentState = (typeof SURVEY_RESPONDENT_STATES)[number];

/** Something that one can work on: a function of the frozen list, or what a respondent added in own words. */
export interface SurveyItem {
	readonly id: SurveyItemId;
	/** Whose own addition it is; null for the list of the campaign. */
	readonly respondentId: SurveyRespondentId | null;
	/** The unit in whose list it stands; null is everybody's. */
	readonly unitKey: UnitKey | null;
	/** Policy area. */
	readonly groupKey: string;
	readonly text: LocalText;
}

/** Time that one respondent spends on one item. Shares are of the whole working time of the respondent. */
export interface SurveyAnswer {
	readonly itemId: SurveyItemId;
	readonly share: Share;
	/** Least and greatest, where the respondent gave them: low ≤ share ≤ high. */
	readonly low: Share | null;
	readonly high: Share | null;
	readonly participation: SurveyParticipation | null;
	/** Months of peak as bits; bit 0 is January. */
	readonly peakMonths: number;
	/** Stays as it is when the rest is divided. */
	readonly isLocked: boolean;
}

/** Time of one respondent for one policy area, the step before its items. */
export interface SurveyGroupShare {
	readonly groupKey: string;
	readonly share: Share;
	readonly isLocked: boolean;
}

export const SURVEY_CAMPAIGN_STATES = ['draft', 'open', 'closed'] as const;
export type SurveyCampaignState = (typeof SURVEY_CAMPAIGN_STATES)[number];

export const SURVEY_VALIDATORS = ['unit-head', 'consultant'] as const;
export type SurveyValidator = (typeof SURVEY_VALIDATORS)[number];

export const SURVEY_AUDIENCES = ['validator', 'validator-and-analyst'] as const;
/** Who sees the answers of one person; everybody else sees sums of at least three people. */
export type SurveyAudience = (typeof SURVEY_AUDIENCES)[number];

/** A time survey over one structure version. */
export interface SurveyCampaign {
	readonly id: SurveyCampaignId;
	readonly municipalityId: MunicipalityId;
	readonly versionId: VersionId;
	readonly name: LocalText;
	/** First and last day of the time that the answers speak about. */
	readonly periodFrom: IsoDate;
	readonly periodTo: IsoDate;
	/** Last day, in the municipality, on which a link works unless the respondent has a later one. */
	readonly closesOn: IsoDate;
	readonly validator: SurveyValidator;
	readonly seenBy: SurveyAudience;
	/** How far from 1 the sum of shares may be when the answers are handed in. */
	readonly tolerance: number;
	readonly state: SurveyCampaignState;
	readonly revision: number;
	readonly createdAt: string;
	readonly openedAt: string | null;
	readonly closedAt: string | null;
	/** When the validated shares became allocations of the version. */
	readonly appliedAt: string | null;
}

export const SURVEY_CHANNELS = ['link', 'workbook'] as const;
/** How a respondent answers: by the personal link or by a questionnaire in Excel. */
export type SurveyChannel = (typeof SURVEY_CHANNELS)[number];

/** One seat of a post that is asked. */
export interface SurveyRespondent {
	readonly id: SurveyRespondentId;
	readonly campaignId: SurveyCampaignId;
	readonly unitKey: UnitKey;
	readonly postKey: PostKey;
	/** One of the seats of the post, from 1. */
	readonly seat: number;
	/** Who sits there, where human resources know it; names are theirs. */
	readonly employeeId: EmployeeId | null;
	/** Part of a full post that the seat is, above 0 and at most 1. */
	readonly occupancy: number;
	/** Hours of work a week agreed with this seat. */
	readonly weeklyHours: number;
	readonly channel: SurveyChannel;
	readonly state: SurveyRespondentState;
	readonly measure: SurveyMeasure;
	readonly obstacles: string | null;
	readonly systems: string | null;
	/** A link was issued; it may have ended or been revoked. */
	readonly hasLink: boolean;
	/** A last day of its own for the link; null is the last day of the campaign. */
	readonly linkEndsOn: IsoDate | null;
	readonly isLinkRevoked: boolean;
	readonly submittedAt: string | null;
	readonly validatedAt: string | null;
	readonly revision: number;
}
