import type { Generated } from 'kysely';

/** Time surveys: campaigns, respondents, items and answers. Row types as stored; they never leave `db` and `queries`. */

export interface SurveyCampaignTable {
	id: string;
	municipality_id: string;
	version_id: string;
	name_bg: string;
	name_en: string | null;
	/** Days that the answers speak about. */
	period_from: string;
	period_to: string;
	/** Last day, in the municipality, on which a link works; a respondent may have a later one of its own. */
	closes_on: string;
	validator: 'unit-head' | 'consultant';
	/** Who sees the answers of one person. */
	seen_by: 'validator' | 'validator-and-analyst';
	/** How far from 1 the sum of shares may be when the answers are handed in. */
	tolerance: number;
	state: Generated<'draft' | 'open' | 'closed'>;
	revision: Generated<number>;
	created_at: string;
	created_by: string;
	opened_at: string | null;
	closed_at: string | null;
	/** When the validated shares became allocations of the version. */
	applied_at: string | null;
}

export interface SurveyRespondentTable {
	id: string;
	campaign_id: string;
	unit_key: string;
	post_key: string;
	/** One of the seats of the post, from 1. */
	seat: number;
	/** Who sits there, where HR linked a person; names are HR's. */
	employee_id: string | null;
	occupancy: number;
	weekly_hours: number;
	channel: Generated<'link' | 'workbook'>;
	state: Generated<'not-started' | 'in-progress' | 'submitted' | 'returned' | 'validated'>;
	/** Digest of the personal link; the link itself is shown once and kept nowhere. */
	token_hash: string | null;
	/** Last day on which the link works; null is the last day of the campaign. */
	link_ends_on: string | null;
	link_revoked_at: string | null;
	measure: Generated<'percent' | 'hours-week' | 'days-month'>;
	obstacles: string | null;
	systems: string | null;
	revision: Generated<number>;
	started_at: string | null;
	submitted_at: string | null;
	validated_at: string | null;
	validated_by: string | null;
}

export interface SurveyItemTable {
	id: string;
	campaign_id: string;
	/** Whose own addition it is; null for the list frozen with the campaign. */
	respondent_id: string | null;
	/** The unit in whose list it stands; null is everybody's. */
	unit_key: string | null;
	function_key: string | null;
	/** Policy area. */
	group_key: string;
	text_bg: string;
	text_en: string | null;
	/** Item of the list that an own addition was recognised as. */
	mapped_to: string | null;
	sort: number;
}

export interface SurveyGroupShareTable {
	respondent_id: string;
	group_key: string;
	share: number;
	locked: Generated<number>;
}

export interface SurveyAnswerTable {
	respondent_id: string;
	item_id: string;
	/** What the respondent said, and what stands after validation. */
	layer: 'own' | 'validated';
	/** Share of the working time of the respondent, 0–1. */
	share: number;
	share_low: number | null;
	share_high: number | null;
	participation: 'performs' | 'participates' | 'coordinates' | 'controls' | null;
	/** Bit 0 is January. */
	peak_months: Generated<number>;
	locked: Generated<number>;
}

/** What stood on a seat by the link before a questionnaire took its place. */
export interface SurveyReplacedAnswerTable {
	id: string;
	respondent_id: string;
	text_bg: string;
	text_en: string | null;
	kind: Generated<'item' | 'validated' | 'group' | 'obstacles' | 'systems'>;
	/** Null for what was said in words. */
	share: number | null;
	sort: number;
	replaced_at: string;
}

export interface SurveyEventTable {
	id: string;
	respondent_id: string;
	kind:
		| 'link-issued'
		| 'link-extended'
		| 'link-revoked'
		| 'workbook-issued'
		| 'workbook-read'
		| 'started'
		| 'submitted'
		| 'returned'
		| 'corrected'
		| 'validated'
		| 'reminded';
	comment: string | null;
	made_at: string;
	/** A user; null is the respondent. */
	made_by: string | null;
}

/** Whose answers stood behind the shared figures of a unit; one row a person. */
export interface SurveyReleaseTable {
	/** One set of people that was shown. */
	id: string;
	campaign_id: string;
	unit_key: string;
	/** Seat of a post. */
	person: string;
	/** Full posts that one whole share of the person counts for. */
	weight: number;
	made_at: string;
}
