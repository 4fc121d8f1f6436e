import { sql, type Kysely } from 'kysely';

/**
 * The way of a proposal through the council: its committee and terms, amendments with the opinion of the committee,
 * every vote with its corrections, what was adopted with which amendments, and the opinions that came in.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
	`alter table proposal add column committee text not null default ''`,
	'alter table proposal add column amendments_until text',
	`create table procedure_mark (
		proposal_id text not null references proposal (id) on delete cascade,
		step text not null,
		on_day text not null,
		note text not null,
		recorded_by text not null,
		recorded_name text not null,
		recorded_at text not null,
		primary key (proposal_id, step)
	) strict`,
	`alter table amendment add column opinion text check (opinion in ('accepts', 'rejects', 'conscience'))`,
	`alter table amendment add column opinion_text text not null default ''`,
	'alter table amendment add column revision integer not null default 1',
	`create table ballot (
		id text primary key,
		proposal_id text not null references proposal (id) on delete cascade,
		number integer not null,
		subject text not null check (subject in ('whole', 'points', 'amendments')),
		items text not null,
		method text not null check (method in ('roll-call', 'counted')),
		session_on text not null,
		votes_for integer not null check (votes_for >= 0),
		votes_against integer not null check (votes_against >= 0),
		votes_abstain integer not null check (votes_abstain >= 0),
		recorded_by text not null,
		recorded_name text not null,
		recorded_at text not null,
		unique (proposal_id, number)
	) strict`,
	// What stood in the sheet of a proposal was its one vote on the whole.
	`insert into ballot
		select 'whole-' || proposal.id, proposal.id, 1, 'whole', '[]', 'roll-call',
			coalesce(proposal.session_on, substr(max(vote.recorded_at), 1, 10)),
			sum(vote.choice = 'for'), sum(vote.choice = 'against'), sum(vote.choice = 'abstain'),
			max(vote.recorded_by), '', max(vote.recorded_at)
		from proposal join vote on vote.proposal_id = proposal.id and vote.amendment_id is null
		group by proposal.id, proposal.session_on`,
	'alter table vote add column ballot_id text references ballot (id) on delete cascade',
	`update vote set ballot_id = 'whole-' || proposal_id where amendment_id is null`,
	'drop index vote_once',
	`create unique index vote_once on vote (proposal_id, coalesce(ballot_id, ''), councillor_id)`,
	`create table ballot_correction (
		id text primary key,
		ballot_id text not null references ballot (id) on delete cascade,
		reason text not null,
		before text not null,
		after text not null,
		corrected_by text not null,
		corrected_name text not null,
		corrected_at text not null
	) strict`,
	`alter table decision add column amendments text not null default '[]'`,
	'alter table decision add column operations text',
	`create table opinion (
		id text primary key,
		proposal_id text not null references proposal (id) on delete cascade,
		number integer not null,
		source text not null check (source in ('unit', 'employees', 'union', 'councillor', 'citizen', 'organisation')),
		name text not null,
		received_on text not null,
		body text not null,
		operation_id text,
		amendment_number integer,
		answer text check (answer in ('accepted', 'partly', 'not-accepted')),
		motive text not null,
		revision integer not null default 1,
		created_at text not null,
		created_by text not null,
		unique (proposal_id, number)
	) strict`,
];
