import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { VoteChoice } from '#lib/domain/review/index.ts';
import { countStructure } from '#lib/domain/scenario/index.ts';
import { isoDate, type OperationId } from '#lib/domain/shared/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { nameOfDecision } from '#lib/i18n/decision-text.ts';
import { recordDecision, recordVotes, voteSheet } from '#lib/server/services/council.ts';
import { viewProposal } from '#lib/server/services/council-view.ts';
import { proposalModel } from '#lib/server/services/export-proposal.ts';
import { openProposal, submitScenario } from '#lib/server/services/proposal.ts';
import { viewVersions } from '#lib/server/services/history-versions.ts';
import { commentOn, openReview, takeReviewStep } from '#lib/server/services/review.ts';
import { openScenario } from '#lib/server/services/scenario.ts';
import { openStructure } from '#lib/server/services/workspace.ts';
import { aProposal, done, paper, SLUG } from '#tests/support/elena-scenario.ts';
import { anInstallation, type Installation } from '#tests/support/installation.ts';

const SESSION = isoDate('2026-12-10');
const EFFECT = isoDate('2027-01-01');
const words = { body: () => 'Текст на решението', name: nameOfDecision };

let at: Installation;
let consultant: Ctx;
let chair: Ctx;
beforeEach(async () => {
	at = await anInstallation();
	[consultant, chair] = [await at.as('konsultant'), await at.as('predsedatel-elena')];
});
afterEach(() => at.close());

/** Everybody of the council votes by a function of the place in the list. */
async function vote(number: number, choose: (at: number) => VoteChoice, revision?: number) {
	const address = { slug: SLUG, number };
	const sheet = await done(voteSheet(chair, address, SESSION));
	const { proposal } = await done(openProposal(chair, address));
	const choices = new Map(sheet.map((line, place) => [line.councillorId, choose(place)]));
	return recordVotes(chair, address, {
		choices,
		sessionOn: SESSION,
		revision: revision ?? proposal.revision,
	});
}

async function inReview(): Promise<number> {
	const number = await aProposal(consultant);
	await done(takeReviewStep(chair, { slug: SLUG, number }, { action: 'open-review', note: '', revision: 1 }));
	return number;
}

async function decide(number: number, leftOut: readonly OperationId[] = [], effectiveOn = EFFECT) {
	const { proposal } = await done(openProposal(chair, { slug: SLUG, number }));
	const input = { number: '45', effectiveOn, leftOut: new Set(leftOut), revision: proposal.revision };
	return recordDecision(chair, { slug: SLUG, number }, input, words);
}

describe('a councillor', () => {
	it('reads and comments, but records neither votes nor decisions nor steps of the council', async () => {
		const number = await inReview();
		const address = { slug: SLUG, number };
		const councillor = await at.as('savetnik-elena-2');
		const { open } = await done(openReview(councillor, address));
		expect(open.sides).toEqual([]);
		await done(commentOn(councillor, address, { operationId: null, parentId: null, body: 'Защо?' }));
		const refused = { ok: false, error: { code: 'access/forbidden' } };
		const votes = { choices: new Map(), sessionOn: SESSION, revision: open.proposal.revision };
		expect(await recordVotes(councillor, address, votes)).toEqual(refused);
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
		await done(commentOn(consultant, address, { operationId, parentId, body: 'Заради К-07.' }));
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
		await done(step(consultant, 'redraft', '', 3));
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

describe('voting and deciding', () => {
	it('adopts with a majority: the next version is valid from its day and holds what was decided', async () => {
		const number = await inReview();
		const tally = await done(vote(number, (place) => (place < 9 ? 'for' : 'abstain')));
		expect(tally).toMatchObject({ for: 9, outcome: 'carried' });
		expect(await done(decide(number))).toBe('adopted');
		const { decision, open } = await done(openReview(chair, { slug: SLUG, number }));
		expect(decision).toMatchObject({ number: '45', outcome: 'adopted', body: 'Текст на решението' });
		const next = await done(
			openStructure(consultant, { slug: SLUG, versionId: decision?.resultingVersionId ?? '' }),
		);
		expect(next.version).toMatchObject({ validFrom: EFFECT, validTo: null, status: 'frozen' });
		expect(next.structure.posts.map((post) => post.title.bg)).toContain('Главен експерт „Координация“');
		expect(next.structure.functions).toHaveLength(open.frozen.run.after.functions.length);
		const { version } = await done(
			openStructure(consultant, { slug: SLUG, versionId: next.version.basedOnId }),
		);
		expect(version.validTo).toBe(EFFECT);
	});

	it('says of the new version which decision made it, and makes nothing more certain than it was', async () => {
		const number = await inReview();
		await done(vote(number, () => 'for'));
		await done(decide(number));
		const [adopted, base] = await done(viewVersions(consultant, SLUG));
		expect(adopted).toMatchObject({
			label: { bg: 'Решение № 45 от 10.12.2026\u00a0г.', en: 'Decision No. 45 of 10 Dec 2026' },
			decision: { number: '45', decidedOn: SESSION, proposalNumber: number },
			basedOn: base?.label,
			origin: { verification: base?.origin.verification },
		});
		expect(base?.decision).toBeNull();
	});

	it('decides once, whoever clicks twice', async () => {
		const number = await inReview();
		await done(vote(number, () => 'for'));
		await done(decide(number));
		expect(await decide(number)).toMatchObject({ error: { code: 'review/not-permitted' } });
		const versions = await at.database.db.selectFrom('structure_version').select('id').execute();
		expect(versions).toHaveLength(3);
	});

	it('rejects without a majority and makes no version', async () => {
		const number = await inReview();
		await done(vote(number, () => 'against'));
		expect(await done(decide(number))).toBe('rejected');
		const { decision } = await done(openReview(chair, { slug: SLUG, number }));
		expect(decision?.resultingVersionId).toBeNull();
	});

	it('decides nothing without a quorum or without a vote', async () => {
		const number = await inReview();
		expect(await decide(number)).toMatchObject({ error: { code: 'review/no-vote' } });
		await done(vote(number, (place) => (place < 3 ? 'for' : 'absent')));
		expect(await decide(number)).toMatchObject({ error: { code: 'review/no-quorum', present: 3 } });
	});

	it('adopts with changes when what is left still applies, and leaves the rest out', async () => {
		const number = await inReview();
		await done(vote(number, () => 'for'));
		const { open } = await done(openReview(chair, { slug: SLUG, number }));
		const rename = open.frozen.snapshot.operations.find((item) => item.kind === 'post-change');
		const all = open.frozen.snapshot.operations.map((item) => item.id);
		expect(await decide(number, all)).toMatchObject({ error: { code: 'review/nothing-left' } });
		expect(await done(decide(number, [rename!.id]))).toBe('adopted-amended');
		const { decision } = await done(openReview(chair, { slug: SLUG, number }));
		const versionId = decision?.resultingVersionId ?? '';
		const { structure } = await done(openStructure(chair, { slug: SLUG, versionId }));
		expect(structure.units.map((unit) => unit.key)).toContain('nov-otdel');
		expect(structure.posts.map((post) => post.title.bg)).not.toContain('Главен експерт „Координация“');
	});

	it('shows the numbers of what was adopted and marks the point that was not', async () => {
		const number = await inReview();
		await done(vote(number, () => 'for'));
		const { open } = await done(openReview(chair, { slug: SLUG, number }));
		const left = open.frozen.snapshot.operations.find((item) => item.kind === 'post-change')!;
		await done(decide(number, [left.id]));
		const page = await done(openReview(chair, { slug: SLUG, number }));
		const view = viewProposal(page);
		expect(view.points.filter((point) => point.isLeftOut).map((point) => point.operation.id)).toEqual([
			left.id,
		]);
		const versionId = view.decision?.resultingVersionId ?? '';
		const { structure } = await done(openStructure(chair, { slug: SLUG, versionId }));
		expect(view.adopted?.after).toEqual(countStructure(structure));
		expect(view.adopted?.before).toEqual(view.numbers.before);
		const model = await done(proposalModel(chair, SLUG, { kind: 'proposal', number }, 'bg'));
		expect(model.leftOut).toEqual([left.position]);
	});

	it('refuses a day of effect before the decision or before the base version', async () => {
		const number = await inReview();
		await done(vote(number, () => 'for'));
		expect(await decide(number, [], isoDate('2026-12-09'))).toMatchObject({
			error: { code: 'review/effective-before-decision' },
		});
	});

	it('corrects a sheet and keeps what it said before in the audit trail', async () => {
		const number = await inReview();
		await done(vote(number, () => 'against'));
		await done(vote(number, () => 'for'));
		const trail = await at.database.db
			.selectFrom('audit_entry')
			.select(['before', 'after'])
			.where('action', '=', 'vote.record')
			.execute();
		expect(trail).toHaveLength(2);
		expect(trail[1]?.before).toContain('against');
		expect((await vote(number, () => 'for', 1)).ok).toBe(false);
	});

	it('is for the council alone', async () => {
		const number = await inReview();
		const sheet = { sessionOn: SESSION, choices: new Map(), revision: 2 };
		expect(await recordVotes(consultant, { slug: SLUG, number }, sheet)).toEqual({
			ok: false,
			error: { code: 'access/forbidden' },
		});
	});

	it('stops when another version follows the base already, and writes nothing', async () => {
		const number = await inReview();
		await done(vote(number, () => 'for'));
		await at.database.db
			.updateTable('structure_version')
			.set({ valid_to: '2026-06-01' })
			.where('municipality_id', '=', 'elena')
			.execute();
		expect(await decide(number)).toMatchObject({ error: { code: 'review/base-superseded' } });
		expect((await done(openProposal(chair, { slug: SLUG, number }))).proposal.state).toBe('in-review');
	});
});
