import { sql, type Kysely } from 'kysely';

/**
 * Time surveys: a campaign over one structure version with its own frozen list of items, one respondent per seat with a
 * personal link, the respondent's answers beside the validated ones, and what was done with each respondent. A validated
 * campaign ends as allocations, which keep the spread of the answers behind them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
	`create table survey_campaign (
		id text primary key,
		municipality_id text not null references municipality (id) on delete cascade,
		version_id text not null references structure_version (id) on delete restrict,
		name_bg text not null,
		name_en text,
		period_from text not null,
		period_to text not null check (period_to >= period_from),
		closes_on text not null,
		validator text not null check (validator in ('unit-head', 'consultant')),
		seen_by text not null check (seen_by in ('validator', 'validator-and-analyst')),
		tolerance real not null check (tolerance >= 0 and tolerance < 1),
		state text not null default 'draft' check (state in ('draft', 'open', 'closed')),
		revision integer not null default 1 check (revision >= 1),
		created_at text not null,
		created_by text not null,
		opened_at text,
		closed_at text,
		applied_at text
	) strict`,
	`create index survey_campaign_by_municipality on survey_campaign (municipality_id, created_at)`,
	`create table survey_respondent (
		id text primary key,
		campaign_id text not null references survey_campaign (id) on delete cascade,
		unit_key text not null,
		post_key text not null,
		seat integer not null check (seat >= 1),
		employee_id text references employee (id) on delete set null,
		occupancy real not null check (occupancy > 0 and occupancy <= 1),
		weekly_hours real not null check (weekly_hours > 0),
		channel text not null default 'link' check (channel in ('link', 'workbook')),
		state text not null default 'not-started'
			check (state in ('not-started', 'in-progress', 'submitted', 'returned', 'validated')),
		token_hash text unique,
		link_ends_on text,
		link_revoked_at text,
		measure text not null default 'percent' check (measure in ('percent', 'hours-week', 'days-month')),
		obstacles text,
		systems text,
		revision integer not null default 1 check (revision >= 1),
		started_at text,
		submitted_at text,
		validated_at text,
		validated_by text,
		unique (campaign_id, post_key, seat)
	) strict`,
	`create index survey_respondent_by_unit on survey_respondent (campaign_id, unit_key)`,
	`create table survey_item (
		id text primary key,
		campaign_id text not null references survey_campaign (id) on delete cascade,
		respondent_id text references survey_respondent (id) on delete cascade,
		unit_key text,
		function_key text,
		group_key text not null references policy_area (key) on delete restrict,
		text_bg text not null,
		text_en text,
		mapped_to text references survey_item (id) on delete set null,
		sort integer not null,
		check (respondent_id is null or function_key is null)
	) strict`,
	`create index survey_item_by_campaign on survey_item (campaign_id, unit_key)`,
	`create index survey_item_by_respondent on survey_item (respondent_id)`,
	`create table survey_group_share (
		respondent_id text not null references survey_respondent (id) on delete cascade,
		group_key text not null references policy_area (key) on delete restrict,
		share real not null check (share >= 0 and share <= 1),
		locked integer not null default 0 check (locked in (0, 1)),
		primary key (respondent_id, group_key)
	) strict`,
	`create table survey_answer (
		respondent_id text not null references survey_respondent (id) on delete cascade,
		item_id text not null references survey_item (id) on delete cascade,
		layer text not null check (layer in ('own', 'validated')),
		share real not null check (share >= 0 and share <= 1),
		share_low real check (share_low >= 0 and share_low <= share),
		share_high real check (share_high >= share and share_high <= 1),
		participation text check (participation in ('performs', 'participates', 'coordinates', 'controls')),
		peak_months integer not null default 0 check (peak_months between 0 and 4095),
		locked integer not null default 0 check (locked in (0, 1)),
		primary key (respondent_id, item_id, layer)
	) strict`,
	`create table survey_event (
		id text primary key,
		respondent_id text not null references survey_respondent (id) on delete cascade,
		kind text not null check (kind in ('link-issued', 'link-extended', 'link-revoked', 'workbook-issued',
			'workbook-read', 'started', 'submitted', 'returned', 'corrected', 'validated', 'reminded')),
		comment text,
		made_at text not null,
		made_by text
	) strict`,
	`create index survey_event_by_respondent on survey_event (respondent_id, made_at)`,
	`alter table allocation add column share_low real check (share_low >= 0 and share_low <= share)`,
	`alter table allocation add column share_high real check (share_high >= share and share_high <= 1)`,
	`alter table allocation add column respondents integer check (respondents >= 1)`,
	`alter table allocation add column load real check (load > 0)`,
	`alter table allocation add column campaign_id text references survey_campaign (id) on delete set null`,
];
