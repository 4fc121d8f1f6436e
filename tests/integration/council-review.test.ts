import { describe, expect, it } from 'vitest';
import { type OperationId } from '#lib/domain/shared/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { recordBallot } from '#lib/server/services/council-ballot.ts';
import { recordDecision } from '#lib/server/services/council.ts';
import { openProposal, submitScenario } from '#lib/server/services/proposal.ts';
import { commentOn, openReview, takeReviewStep } from '#lib/server/services/review.ts';
import { openScenario } from '#lib/server/services/scenario.ts';
import { done, paper, SLUG } from '#tests/support/elena-scenario.ts';
import {
	SESSION,
	EFFECT,
	WHOLE,
	words,
	at,
	consultant,
	chair,
	inReview,
} from '#tests/support/council-world.ts';
import { onDay } from '#tests/support/installation.ts';

describe('a councillor', () => {
	it('reads and comments, but records neither votes nor decisions nor steps of the council', async () => {
		const number = await inReview();
		const address = { slug: SLUG, number };
		const councillor = await at.as('savetnik-elena-2');
		const { open } = await done(openReview(councillor, address));
		expect(open.sides).toEqual([]);
		await done(commentOn(councillor, address, { operationId: null, parentId: null, body: 'Защо?' }));
		const refused = { ok: false, error: { code: 'access/forbidden' } };
		const votes = { ...WHOLE, choices: new Map(), sessionOn: SESSION, revision: open.proposal.revision };
		expect(await recordBallot(councillor, address, votes)).toEqual(refused);
		const step = { action: 'return', note: 'Не', revision: open.proposal.revision } as const;
		expect(await takeReviewStep(councillor, address, step)).toEqual(refused);
		const input = { number: '1', effectiveOn: EFFECT, leftOut: new Set<OperationId>() };
		const decision = { ...input, revision: open.proposal.revision };
		expect(await recordDecision(councillor, address, decision, words)).toEqual(refused);
	});
});

describe('the review', () => {
	it('takes remarks anchored to an operation, and answers to them', async () => {
		const number = await inReview();
		const address = { slug: SLUG, number };
		const { open } = await done(openReview(chair, address));
		const operationId = open.frozen.snapshot.operations[0]!.id;
		const parentId = await done(commentOn(chair, address, { operationId, parentId: null, body: 'Защо?' }));
		const later = onDay(consultant, SESSION);
		await done(commentOn(later, address, { operationId, parentId, body: 'Заради К-07.' }));
		const { comments } = await done(openReview(chair, address));
		expect(comments.map((comment) => [comment.body, comment.parentId])).toEqual([
			['Защо?', null],
			['Заради К-07.', parentId],
		]);
		expect(await commentOn(chair, address, { operationId: 'няма', parentId: null, body: 'x' })).toMatchObject(
			{
				error: { code: 'review/operation-unknown' },
			},
		);
		const viewer = await at.as('nablyudatel');
		expect(await commentOn(viewer, address, { operationId, parentId: null, body: 'x' })).toMatchObject({
			error: { code: 'access/forbidden' },
		});
	});

	it('returns with a reason, and the scenario can be worked on and submitted anew', async () => {
		const number = await inReview();
		const address = { slug: SLUG, number };
		const step = (ctx: Ctx, action: 'return' | 'redraft', note: string, revision: number) =>
			takeReviewStep(ctx, address, { action, note, revision });
		expect(await step(chair, 'return', ' ', 2)).toMatchObject({
			error: { code: 'review/requirement-missing', missing: ['reason'] },
		});
		await done(step(chair, 'return', 'Липсва становище', 2));
		expect(await step(chair, 'redraft', '', 3)).toMatchObject({ error: { code: 'access/forbidden' } });
		await done(step(onDay(consultant, SESSION), 'redraft', '', 3));
		const { proposal } = await done(openProposal(consultant, address));
		const again = { slug: SLUG, scenarioId: proposal.scenarioId };
		const { scenario } = await done(openScenario(consultant, again));
		expect(scenario.status).toBe('draft');
		expect(await done(submitScenario(consultant, again, paper(scenario.revision)))).toBe(number + 1);
		const { events } = await done(openReview(chair, address));
		expect(events.map((event) => event.action)).toEqual(['submit', 'open-review', 'return', 'redraft']);
	});

	it('tells the second of two people that the proposal moved on', async () => {
		const number = await inReview();
		const stale = { action: 'return', note: 'Късно', revision: 1 } as const;
		expect(await takeReviewStep(chair, { slug: SLUG, number }, stale)).toEqual({
			ok: false,
			error: { code: 'review/stale' },
		});
	});
});
