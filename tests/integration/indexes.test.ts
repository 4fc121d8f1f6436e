import { afterAll, beforeAll, expect, it } from 'vitest';
import { anEmptyInstallation, type Installation } from '#tests/support/installation.ts';

let at: Installation;
beforeAll(async () => {
	at = await anEmptyInstallation();
});
afterAll(() => at.close());

it.each([
	['vote', 'ballot_id'],
	['comment', 'proposal_id'],
	['review_event', 'proposal_id'],
	['plan_item', 'plan_id'],
	['evaluation', 'training_session_id'],
	['survey_answer', 'item_id'],
	['workload_allowance', 'version_id'],
	['audit_entry', 'municipality_id'],
])('%s is found by %s without reading the whole table', (table, column) => {
	const plan = at.database.raw
		.prepare(`explain query plan select * from ${table} where ${column} = 'x'`)
		.all() as readonly { readonly detail: string }[];
	expect(plan.map(({ detail }) => detail).join()).toMatch(/^SEARCH/);
});
