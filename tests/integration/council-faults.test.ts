import { describe, expect, it } from 'vitest';
import { headcount, isoDate, type OperationId } from '#lib/domain/shared/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { fileAmendment } from '#lib/server/services/council-amendment.ts';
import { correctBallot, recordBallot, voteSheet } from '#lib/server/services/council-ballot.ts';
import { recordOpinion, replyToOpinion } from '#lib/server/services/council-opinion.ts';
import { setProcedure } from '#lib/server/services/council-procedure.ts';
import { askQuestion } from '#lib/server/services/council-question.ts';
import { recordDecision } from '#lib/server/services/council.ts';
import { openProposal, submitScenario } from '#lib/server/services/proposal.ts';
import { commentOn, takeReviewStep } from '#lib/server/services/review.ts';
import { openScenario } from '#lib/server/services/scenario.ts';
import { at, chair, consultant, decide, EFFECT, inReview, vote } from '#tests/support/council-world.ts';
import { SESSION, WHOLE, words } from '#tests/support/council-world.ts';
import { aClosedScenario, add, done, paper, SLUG } from '#tests/support/elena-scenario.ts';

const codeOf = (result: { readonly ok: boolean; readonly error?: { readonly code: string } }) =>
	result.ok ? 'ok' : result.error?.code;

const countOf = async (name: 'ballot' | 'vote' | 'decision' | 'proposal' | 'opinion') =>
	(await at.database.db.selectFrom(name).select('id').execute()).length;

const revisionOf = async (number: number) =>
	(await done(openProposal(chair, { slug: SLUG, number }))).proposal.revision;

/** Every writing of the council, with what is right in all but who asks. */
async function allWrites(ctx: Ctx, number: number): Promise<readonly (string | undefined)[]> {
	const address = { slug: SLUG, number };
	const { frozen, proposal } = await done(openProposal(chair, address));
	const operationId = frozen.snapshot.operations[0]!.id;
	const { revision } = proposal;
	const effect = { number: '45', effectiveOn: EFFECT, leftOut: new Set<OperationId>(), revision };
	const term = { committee: 'Бюджет', amendmentsUntil: null, sessionOn: null, revision };
	const opinion = { source: 'union', name: 'КНСБ', receivedOn: isoDate('2026-11-20'), body: 'Не.' } as const;
	const body = { kind: 'leave-out', operationId } as const;
	const results = [
		await recordBallot(ctx, address, { ...WHOLE, sessionOn: SESSION, choices: new Map(), revision }),
		await recordDecision(ctx, address, effect, words),
		await takeReviewStep(ctx, address, { action: 'return', note: 'Защото', revision }),
		await setProcedure(ctx, address, term),
		await recordOpinion(ctx, address, { ...opinion, operationId: null }),
		await fileAmendment(ctx, address, { body, motive: 'Защото' }),
		await askQuestion(ctx, address, { operationId: null, body: 'Защо?' }),
		await commentOn(ctx, address, { operationId: null, parentId: null, body: 'Защо?' }),
	];
	return results.map(codeOf);
}

describe('whoever has no right', () => {
	it('writes nothing of the council: an observer is refused, a chair of elsewhere finds no such proposal', async () => {
		const number = await inReview();
		const before = await revisionOf(number);
		expect(new Set(await allWrites(await at.as('nablyudatel'), number))).toEqual(
			new Set(['access/forbidden']),
		);
		const stranger = await at.as('predsedatel-lyaskovets');
		const signedOut = at.nobody();
		for (const ctx of [stranger, signedOut])
			for (const code of await allWrites(ctx, number)) expect(code).toMatch(/^access\//u);
		expect(await revisionOf(number)).toBe(before);
		expect([await countOf('ballot'), await countOf('decision'), await countOf('opinion')]).toEqual([0, 0, 0]);
	});
});

describe('out of term', () => {
	it('no vote is taken of a councillor who does not sit on the day of the session', async () => {
		const number = await inReview();
		const address = { slug: SLUG, number };
		const [first, ...rest] = await done(voteSheet(chair, address, { day: SESSION }));
		await at.database.db
			.updateTable('councillor')
			.set({ valid_to: SESSION })
			.where('id', '=', first!.councillorId)
			.execute();
		const ballot = { ...WHOLE, sessionOn: SESSION, revision: await revisionOf(number) };
		const all = new Map([first!, ...rest].map(({ councillorId }) => [councillorId, 'for'] as const));
		expect(codeOf(await recordBallot(chair, address, { ...ballot, choices: all }))).toBe(
			'review/councillor-unknown',
		);
		all.delete(first!.councillorId);
		expect(await done(recordBallot(chair, address, { ...ballot, choices: all }))).toMatchObject({ for: 12 });
	});
});

describe('voting twice', () => {
	it('is refused with the vote that stands, and leaves its votes as they are', async () => {
		const number = await inReview();
		const revision = await revisionOf(number);
		await done(vote(number, () => 'for', revision));
		expect(await vote(number, () => 'against', revision)).toMatchObject({
			error: { code: 'review/whole-voted', ballot: 1 },
		});
		expect([await countOf('ballot'), await countOf('vote')]).toEqual([1, 13]);
		expect(codeOf(await decide(number))).toBe('ok');
	});
});

describe('two secretaries at once', () => {
	it('record one decision, and make one version of it', async () => {
		const number = await inReview();
		await done(vote(number, () => 'for'));
		const both = await Promise.all([decide(number), decide(number)]);
		expect(both.filter(({ ok }) => ok)).toHaveLength(1);
		const late = both.find(({ ok }) => !ok)!;
		expect(['review/stale', 'review/not-permitted']).toContain(codeOf(late));
		expect(await countOf('decision')).toBe(1);
	});

	it('number the opinions that they write down one after the other, and answer each once', async () => {
		const address = { slug: SLUG, number: await inReview() };
		const said = { source: 'union', name: 'КНСБ', receivedOn: isoDate('2026-11-20') } as const;
		const write = (body: string) => recordOpinion(chair, address, { ...said, body, operationId: null });
		const numbers = await Promise.all([done(write('Едно')), done(write('Друго'))]);
		expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2]);
		const reply = { number: 1, revision: 1, operationId: null, amendmentNumber: null, motive: '' } as const;
		const both = await Promise.all([
			replyToOpinion(chair, address, { ...reply, answer: 'accepted' }),
			replyToOpinion(consultant, address, { ...reply, answer: 'not-accepted', motive: 'Няма средства' }),
		]);
		expect(both.map(codeOf).toSorted()).toEqual(['ok', 'review/stale']);
	});
});

describe('what changed under one’s hands', () => {
	it('is not submitted: a scenario that got an operation meanwhile stays a draft', async () => {
		const address = { slug: SLUG, scenarioId: await aClosedScenario(consultant) };
		const { scenario, run } = await done(openScenario(consultant, address));
		const line = run.after.posts.find((post) => post.approved >= 2)!;
		const changes = { approved: headcount(line.approved + 1) };
		await add(consultant, address.scenarioId, {
			kind: 'post-change',
			payload: { postKey: line.key, changes },
		});
		expect(await submitScenario(consultant, address, paper(scenario.revision))).toMatchObject({
			error: { code: 'scenario/stale' },
		});
		expect(await countOf('proposal')).toBe(0);
		expect((await done(openScenario(consultant, address))).scenario.status).toBe('draft');
	});

	it('is submitted once by two at the same time', async () => {
		const address = { slug: SLUG, scenarioId: await aClosedScenario(consultant) };
		const { scenario } = await done(openScenario(consultant, address));
		const submit = () => submitScenario(consultant, address, paper(scenario.revision));
		const both = await Promise.all([submit(), submit()]);
		expect(both.filter(({ ok }) => ok)).toHaveLength(1);
		expect(await countOf('proposal')).toBe(1);
	});

	it('is not decided on: a vote that was corrected after the form was opened has to be seen first', async () => {
		const number = await inReview();
		const address = { slug: SLUG, number };
		await done(vote(number, () => 'for'));
		const seen = await revisionOf(number);
		const counts = { for: 7, against: 6, abstain: 0 };
		const correction = { method: 'counted', counts, ballot: 1, reason: 'Сгрешени колони' } as const;
		await done(correctBallot(chair, address, { ...correction, revision: seen }));
		const input = { number: '45', effectiveOn: EFFECT, leftOut: new Set<OperationId>(), revision: seen };
		expect(codeOf(await recordDecision(chair, address, input, words))).toBe('review/stale');
		expect(await countOf('decision')).toBe(0);
	});
});
