import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Ctx } from '#lib/server/context.ts';
import { findVersion } from '#lib/server/queries/version.ts';
import { addOperation, type OperationInput } from '#lib/server/services/operation.ts';
import { openProposal, submitScenario } from '#lib/server/services/proposal.ts';
import { openScenario } from '#lib/server/services/scenario.ts';
import { structureHash } from '#lib/server/services/structure-hash.ts';
import {
	aClosedScenario,
	add,
	aProposal,
	aScenario,
	done,
	paper,
	SLUG,
} from '#tests/support/elena-scenario.ts';
import { anInstallation, type Installation } from '#tests/support/installation.ts';

let at: Installation;
let consultant: Ctx;
let chair: Ctx;
beforeEach(async () => {
	at = await anInstallation();
	[consultant, chair] = [await at.as('konsultant'), await at.as('predsedatel-elena')];
});
afterEach(() => at.close());

describe('submitting a scenario', () => {
	it('is refused while a function has nobody to answer for it, with the list', async () => {
		const scenarioId = await aScenario(consultant);
		const { run } = await done(openScenario(consultant, { slug: SLUG, scenarioId }));
		const key = run.before.functions[0]!.key;
		await add(consultant, scenarioId, {
			kind: 'function-drop',
			payload: { functionKey: key, legalReason: '' },
		});
		const refused = await submitScenario(consultant, { slug: SLUG, scenarioId }, paper(2));
		expect(refused.ok).toBe(false);
		expect(JSON.stringify(refused)).toContain(`"ledger/drop-without-reason","functionKey":"${key}"`);
	});

	it('freezes what it rests on, and a second click makes no second proposal', async () => {
		const scenarioId = await aClosedScenario(consultant);
		const address = { slug: SLUG, scenarioId };
		const { scenario } = await done(openScenario(consultant, address));
		const number = await done(submitScenario(consultant, address, paper(scenario.revision)));
		const again = await submitScenario(consultant, address, paper(scenario.revision));
		expect(again.ok).toBe(false);
		const reported = async () => (await done(openProposal(chair, { slug: SLUG, number }))).frozen.report;
		const before = await reported();
		await at.database.db.updateTable('finding').set({ title: 'друго' }).execute();
		await at.database.db.updateTable('parameter').set({ citation: 'подменена' }).execute();
		await at.database.db.updateTable('post').set({ title_bg: 'подменена' }).execute();
		expect(await reported()).toEqual(before);
		expect((await done(openProposal(chair, { slug: SLUG, number }))).frozen.isIntact).toBe(true);
	});

	it('freezes a base that was still a working version, and keeps the hash of it', async () => {
		const { db } = at.database;
		await db.updateTable('structure_version').set({ status: 'working', content_hash: null }).execute();
		const scenarioId = await aClosedScenario(consultant);
		const address = { slug: SLUG, scenarioId };
		const { scenario, version, run } = await done(openScenario(consultant, address));
		expect(version).toMatchObject({ status: 'working', contentHash: null });
		const number = await done(submitScenario(consultant, address, paper(scenario.revision)));
		const { frozen } = await done(openProposal(chair, { slug: SLUG, number }));
		const base = await findVersion(db, version.id);
		expect(base).toMatchObject({ status: 'frozen', contentHash: structureHash(run.before) });
		expect(frozen.snapshot.baseVersionHash).toBe(structureHash(run.before));
	});

	it('closes the scenario for further changes', async () => {
		const number = await aProposal(consultant);
		const { proposal } = await done(openProposal(consultant, { slug: SLUG, number }));
		const input = {
			kind: 'post-close',
			payload: { postKey: 'p' },
			motive: 'x',
			findingIds: [],
			effectiveOn: null,
			revision: 1,
		} as unknown as OperationInput;
		expect(await addOperation(consultant, { slug: SLUG, scenarioId: proposal.scenarioId }, input)).toEqual({
			ok: false,
			error: { code: 'scenario/not-a-draft' },
		});
	});

	it('shows a tampered proposal as not intact', async () => {
		const number = await aProposal(consultant);
		const row = await at.database.db.selectFrom('proposal').select('snapshot').executeTakeFirstOrThrow();
		const snapshot = row.snapshot.replace('"format":1', '"format":1,"x":1');
		await at.database.db.updateTable('proposal').set({ snapshot }).execute();
		expect((await done(openProposal(chair, { slug: SLUG, number }))).frozen.isIntact).toBe(false);
	});

	it('is not for councillors', async () => {
		const scenarioId = await aClosedScenario(consultant);
		expect(await submitScenario(chair, { slug: SLUG, scenarioId }, paper(1))).toEqual({
			ok: false,
			error: { code: 'access/forbidden' },
		});
	});
});
