import { sql, type Kysely } from 'kysely';

/** Tables that grow over the years are read by what their rows belong to, not from end to end. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
	`create index vote_of_ballot on vote (ballot_id)`,
	`create index comment_of_proposal on comment (proposal_id)`,
	`create index review_event_of_proposal on review_event (proposal_id)`,
	`create index plan_item_of_plan on plan_item (plan_id)`,
	`create index evaluation_of_session on evaluation (training_session_id)`,
	`create index survey_answer_of_item on survey_answer (item_id)`,
	`create index workload_allowance_of_unit on workload_allowance (version_id, unit_key)`,
];
