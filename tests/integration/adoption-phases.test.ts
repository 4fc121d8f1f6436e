import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { OperationBody } from '#lib/domain/scenario/index.ts';
import { asId, headcount, isoDate, type UnitKey } from '#lib/domain/shared/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { restoreAdoption, undoAdoption, viewAdoption } from '#lib/server/services/adoption-undo.ts';
import { viewVersions } from '#lib/server/services/history-versions.ts';
import { submitScenario } from '#lib/server/services/proposal.ts';
import { viewProposal, viewProposalChart } from '#lib/server/services/council-view.ts';
import { openReview, takeReviewStep } from '#lib/server/services/review.ts';
import { planRebase, saveRebase } from '#lib/server/services/scenario-rebase.ts';
import { createScenario, openScenario } from '#lib/server/services/scenario.ts';
import { openStructure } from '#lib/server/services/workspace.ts';
import { at, chair, consultant, decide, EFFECT, vote } from '#tests/support/council-world.ts';
import { aClosedScenario, add, done, paper, SLUG } from '#tests/support/elena-scenario.ts';

const JULY = isoDate('2027-07-01');
const REASON = { reason: 'Областният управител върна решението.' };

const postsOf = async (ctx: Ctx, versionId: string) => {
	const { structure } = await done(openStructure(ctx, { slug: SLUG, versionId }));
	return structure.posts.reduce((sum, post) => sum + post.approved, 0);
};

/** A scenario that takes one post away only from July. */
async function aPhasedScenario() {
	const address = { slug: SLUG, scenarioId: await aClosedScenario(consultant) };
	const { run } = await done(openScenario(consultant, address));
	const line = run.after.posts.find((post) => post.approved >= 2);
	if (!line) throw new Error('no line of two posts');
	const approved = headcount(line.approved - 1);
	const occupied = headcount(Math.min(line.occupied, approved));
	const payload = { postKey: line.key, changes: { approved, occupied } };
	await add(consultant, address.scenarioId, { kind: 'post-change', payload }, JULY);
	return address;
}

/** The same, before the council and voted for by all. */
async function voted() {
	const address = await aPhasedScenario();
	const { scenario } = await done(openScenario(consultant, address));
	const number = await done(submitScenario(consultant, address, paper(scenario.revision)));
	await done(takeReviewStep(chair, { slug: SLUG, number }, { action: 'open-review', note: '', revision: 1 }));
	await done(vote(number, () => 'for'));
	return { address, number };
}

async function applied() {
	const { address, number } = await voted();
	await done(decide(number));
	return address;
}

describe('a decision that takes effect on two days', () => {
	it('makes a version for each, in force one after the other, with one post fewer from July', async () => {
		const address = await applied();
		const { versions } = await done(viewAdoption(consultant, address));
		expect(versions.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([
			[EFFECT, JULY],
			[JULY, null],
		]);
		const [january, july] = versions;
		expect(july?.basedOnId).toBe(january?.id);
		const { run } = await done(openScenario(consultant, address));
		const before = run.before.posts.reduce((sum, post) => sum + post.approved, 0);
		expect(await postsOf(consultant, january?.id ?? '')).toBe(before);
		expect(await postsOf(consultant, july?.id ?? '')).toBe(before - 1);
		expect(july?.label.bg).toBe('Решение № 45 от 10.12.2026 г. – структура от 01.07.2027 г.');
	});

	it('has its numbers and its drawing of each day on the pages of the council', async () => {
		const { number } = await voted();
		const page = await done(openReview(chair, { slug: SLUG, number }));
		const { phases, numbers } = viewProposal(page);
		expect(phases.map(({ on }) => on)).toEqual([EFFECT, JULY]);
		const all = phases.map(({ administration, outside }) => administration + outside);
		expect(all[1]).toBe((all[0] ?? 0) - 1);
		expect(phases[1]?.administration).toBe(numbers.after.administration);
		expect(viewProposalChart(page, null)).toMatchObject({ day: JULY });
		const first = viewProposalChart(page, EFFECT);
		expect(first.day).toBe(EFFECT);
		expect(first.chart).not.toEqual(viewProposalChart(page, JULY).chart);
	});

	it('names the decision on both of them in the list of versions', async () => {
		const address = await applied();
		const { versions } = await done(viewAdoption(consultant, address));
		const ids = new Set<string>(versions.map(({ id }) => id));
		const lines = (await done(viewVersions(consultant, SLUG))).filter(({ id }) => ids.has(id));
		expect(lines.map(({ decision }) => decision?.number)).toEqual(['45', '45']);
		const made = lines.map(({ decision }) => decision?.scenarioId);
		expect(made).toEqual([address.scenarioId, address.scenarioId]);
	});

	it('is shown with every version that it made', async () => {
		const { address, number } = await voted();
		await done(decide(number));
		const { versions } = await done(viewAdoption(consultant, address));
		const review = viewProposal(await done(openReview(consultant, { slug: SLUG, number })));
		expect(review.decision?.versions).toEqual(
			versions.map(({ id, validFrom }) => ({ versionId: id, startsOn: validFrom })),
		);
	});

	it('is the source of what it changed, from the day on which it did, as certain as before', async () => {
		const address = await applied();
		const { versions } = await done(viewAdoption(consultant, address));
		const { run } = await done(openScenario(consultant, address));
		const cut = run.before.posts.find(({ key, approved }) =>
			run.after.posts.some((post) => post.key === key && post.approved < approved),
		);
		const originIn = async (versionId = '') => {
			const { structure } = await done(openStructure(consultant, { slug: SLUG, versionId }));
			return structure.posts.find(({ key }) => key === cut?.key)?.origin;
		};
		expect(await originIn(versions[0]?.id)).toEqual(cut?.origin);
		expect(await originIn(versions[1]?.id)).toEqual({
			...{ verification: cut?.origin.verification, asOf: '2026-12-10' },
			source: 'Решение № 45 от 10.12.2026\u00a0г.',
		});
	});

	it('is taken back whole and put back as it was', async () => {
		const address = await applied();
		const before = await done(viewAdoption(consultant, address));
		await done(undoAdoption(consultant, address, REASON));
		expect(await done(viewAdoption(consultant, address))).toMatchObject({ versions: [], undos: [REASON] });
		const base = before.versions[0]?.basedOnId ?? '';
		const { version } = await done(openStructure(consultant, { slug: SLUG, versionId: base }));
		expect(version.validTo).toBeNull();
		await done(restoreAdoption(consultant, address));
		expect((await done(viewAdoption(consultant, address))).versions).toEqual(before.versions);
	});

	it('is not taken back while something rests on the version of July', async () => {
		const address = await applied();
		const { versions } = await done(viewAdoption(consultant, address));
		const input = { name: 'Следващ', description: '', effectiveOn: isoDate('2028-01-01') };
		const scenarioId = await done(createScenario(consultant, SLUG, input));
		await at.database.db
			.updateTable('scenario')
			.set({ base_version_id: versions[1]?.id ?? '' })
			.where('id', '=', scenarioId)
			.execute();
		expect(await undoAdoption(consultant, address, REASON)).toMatchObject({
			error: { code: 'adoption/rested-on', by: [{ kind: 'scenario', count: 1 }] },
		});
	});

	it('leaves nothing behind when it is cut off between its two versions', async () => {
		const { number } = await voted();
		const count = async () =>
			(await at.database.db.selectFrom('structure_version').select('id').execute()).length;
		const before = await count();
		await sql`create trigger cut before insert on structure_version when new.valid_from = '2027-07-01'
			begin select raise(abort, 'cut off'); end`.execute(at.database.db);
		await expect(decide(number)).rejects.toThrow('cut off');
		expect(await count()).toBe(before);
		expect(await at.database.db.selectFrom('decision').select('id').execute()).toEqual([]);
		await sql`drop trigger cut`.execute(at.database.db);
		await done(decide(number));
		expect(await count()).toBe(before + 2);
	});

	it('lets another scenario be put on the version of July', async () => {
		const other = { slug: SLUG, scenarioId: await anotherScenario() };
		const address = await applied();
		const { versions } = await done(viewAdoption(consultant, address));
		const open = await done(openScenario(consultant, other));
		const plan = await planRebase(consultant, open);
		expect(plan?.to.id).toBe(versions[1]?.id);
		const { revision } = open.scenario;
		const input = { toVersionId: plan?.to.id ?? '', decisions: new Map(), revision };
		expect(await done(saveRebase(consultant, other, input))).toEqual([]);
		expect((await done(openScenario(consultant, other))).version.id).toBe(versions[1]?.id);
	});
});

describe('a scenario whose days do not follow each other', () => {
	it('is not submitted while an operation takes effect before the one that it rests on', async () => {
		const address = { slug: SLUG, scenarioId: await aClosedScenario(consultant) };
		const key = asId<UnitKey>('yulski-otdel');
		await add(consultant, address.scenarioId, aDepartment(key), JULY);
		await add(consultant, address.scenarioId, {
			kind: 'unit-rename',
			payload: {
				unitKey: key,
				name: { bg: 'Отдел „Юли“', en: null },
				kind: 'department',
				part: 'specialised',
			},
		});
		const { scenario } = await done(openScenario(consultant, address));
		expect(await submitScenario(consultant, address, paper(scenario.revision))).toMatchObject({
			error: {
				code: 'proposal/blocked',
				blocks: [
					{
						...{ code: 'scenario/phase', startsOn: EFFECT },
						problem: { code: 'scenario/unit-not-found', unitKey: key },
					},
				],
			},
		});
	});
});

const aDepartment = (key: UnitKey): OperationBody => ({
	kind: 'unit-create',
	payload: {
		...{ key, parentKey: null, name: { bg: 'Отдел „Друг“', en: null } },
		...{ kind: 'department', part: 'specialised' },
	},
});

async function anotherScenario(): Promise<string> {
	const input = { name: 'Следващ', description: '', effectiveOn: isoDate('2028-01-01') };
	const scenarioId = await done(createScenario(consultant, SLUG, input));
	await add(consultant, scenarioId, aDepartment(asId<UnitKey>('drug-otdel')));
	return scenarioId;
}
