import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AmendmentBody } from '#lib/domain/review/index.ts';
import { isoDate } from '#lib/domain/shared/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { openDatabase } from '#lib/server/db/index.ts';
import { fileAmendment, giveOpinion, withdrawAmendment } from '#lib/server/services/council-amendment.ts';
import { amendmentDetail, amendmentLines } from '#lib/server/services/council-amendment-view.ts';
import { councilTable } from '#lib/server/services/council-ballots.ts';
import { markStep, setProcedure, viewProcedure } from '#lib/server/services/council-procedure.ts';
import { viewVoting } from '#lib/server/services/council-vote-view.ts';
import { viewProposal } from '#lib/server/services/council-view.ts';
import { openReview } from '#lib/server/services/review.ts';
import { openStructure } from '#lib/server/services/workspace.ts';
import { addedPost, file, hands, NO, open, point, YES } from '#tests/support/council-amending.ts';
import { at, chair, decide, inReview, SESSION, vote } from '#tests/support/council-world.ts';
import { onDay } from '#tests/support/installation.ts';
import { done, SLUG } from '#tests/support/elena-scenario.ts';

/** The new department of the proposal under another name. */
async function renaming(number: number, bg: string): Promise<AmendmentBody> {
	const { id } = await point(number, 'unit-create');
	return {
		...{ kind: 'change', operationId: id },
		edits: [{ path: 'name', before: null, after: { bg, en: null } }],
	};
}

describe('filing an amendment', () => {
	it('is for the council and the mover, and is named by its number', async () => {
		const number = await inReview();
		const councillor = await at.as('savetnik-elena-1');
		expect(await file(councillor, number, await renaming(number, 'Отдел „Ред“'))).toBe(1);
		expect(await file(chair, number, await addedPost(number, 'a2'))).toBe(2);
		const viewer = await at.as('nablyudatel');
		const input = { body: await addedPost(number, 'a3'), motive: 'x' };
		expect(await fileAmendment(viewer, { slug: SLUG, number }, input)).toMatchObject({
			error: { code: 'access/forbidden' },
		});
	});

	it('out of its term is refused with the day', async () => {
		const number = await inReview();
		const { proposal } = await open(number);
		const term = { committee: 'Бюджет', amendmentsUntil: isoDate('2026-11-20'), sessionOn: SESSION };
		await done(setProcedure(chair, { slug: SLUG, number }, { ...term, revision: proposal.revision }));
		const input = { body: await addedPost(number, 'a1'), motive: 'x' };
		expect(await fileAmendment(chair, { slug: SLUG, number }, input)).toMatchObject({
			error: { code: 'review/out-of-term', until: '2026-11-20' },
		});
	});

	it('that does not apply to the points is refused with the reason', async () => {
		const number = await inReview();
		const { id } = await point(number, 'function-transfer');
		const body: AmendmentBody = {
			...{ kind: 'change', operationId: id },
			edits: [{ path: 'toUnitKey', before: null, after: 'nyama' }],
		};
		const input = { body, motive: 'x' };
		expect(await fileAmendment(chair, { slug: SLUG, number }, input)).toMatchObject({
			error: { code: 'review/does-not-apply', refusal: { code: 'scenario/unit-not-found' } },
		});
	});

	it('shows the effect on totals, and what it collides with', async () => {
		const number = await inReview();
		await file(chair, number, await renaming(number, 'Отдел „Ред“'));
		const opened = await open(number);
		const table = await councilTable(at.database.db, opened);
		const other = { number: 2, body: await renaming(number, 'Отдел „Контрол“') };
		expect(amendmentDetail(opened, table, other).standing.collisions).toMatchObject([
			{ code: 'review/same-field', numbers: [1, 2], path: 'name' },
		]);
		const post = amendmentDetail(opened, table, { number: 2, body: await addedPost(number, 'a2') });
		const { submitted, amended } = post.effect!;
		expect(amended.administration - submitted.administration).toBe(1);
		expect(post.after?.posts).toBe(1);
	});

	it('is taken back by whoever filed it, and no more once it was voted', async () => {
		const number = await inReview();
		const address = { slug: SLUG, number };
		await file(chair, number, await renaming(number, 'Отдел „Ред“'));
		const councillor = await at.as('savetnik-elena-1');
		expect(await withdrawAmendment(councillor, address, { number: 1, revision: 1 })).toMatchObject({
			error: { code: 'access/forbidden' },
		});
		const opinion = { number: 1, revision: 1, opinion: 'rejects', text: 'Излишно' } as const;
		await done(giveOpinion(chair, address, opinion));
		expect(await giveOpinion(chair, address, opinion)).toMatchObject({ error: { code: 'review/stale' } });
		await done(hands(number, 'amendments', ['1'], NO));
		expect(await withdrawAmendment(chair, address, { number: 1, revision: 2 })).toMatchObject({
			error: { code: 'review/amendment-voted' },
		});
	});
});

describe('voting on amendments and points', () => {
	it('comes before the vote on the whole, once each, and colliding ones fall', async () => {
		const number = await inReview();
		await file(chair, number, await renaming(number, 'Отдел „Ред“'));
		await file(chair, number, await renaming(number, 'Отдел „Контрол“'));
		await file(chair, number, await addedPost(number, 'a3'));
		expect(await vote(number, () => 'for')).toMatchObject({
			error: { code: 'review/amendments-open', numbers: [1, 2, 3] },
		});
		expect(await hands(number, 'amendments', ['1', '2'], YES)).toMatchObject({
			error: { code: 'review/same-field' },
		});
		await done(hands(number, 'amendments', ['1'], YES));
		expect(await hands(number, 'amendments', ['1'], YES)).toMatchObject({
			error: { code: 'review/voted-already', ballot: 1 },
		});
		const opened = await open(number);
		const table = await councilTable(at.database.db, opened);
		const lines = amendmentLines(opened, table, table.amendments);
		expect(lines.map(({ state }) => state)).toEqual(['accepted', 'fallen', 'open']);
		// What is accepted does not say beside whom it cannot be; what fell by it does.
		expect(lines.map(({ collides }) => collides)).toEqual([[], [1], []]);
		await done(hands(number, 'amendments', ['3'], NO));
		expect((await vote(number, () => 'for')).ok).toBe(true);
	});

	it('frees what collided with an amendment that was rejected', async () => {
		const number = await inReview();
		await file(chair, number, await renaming(number, 'Отдел „Ред“'));
		await file(chair, number, await renaming(number, 'Отдел „Контрол“'));
		const collided = async () => {
			const opened = await open(number);
			const table = await councilTable(at.database.db, opened);
			return amendmentLines(opened, table, table.amendments).map(({ collides }) => collides);
		};
		expect(await collided()).toEqual([[2], [1]]);
		await done(hands(number, 'amendments', ['1'], NO));
		expect(await collided()).toEqual([[], []]);
	});

	it('adopts the points as amended: the next version holds them, and the decision says which', async () => {
		const number = await inReview();
		await file(chair, number, await renaming(number, 'Отдел „Ред“'));
		await file(chair, number, await addedPost(number, 'a2'));
		await file(chair, number, { kind: 'leave-out', operationId: (await point(number, 'post-change')).id });
		await done(hands(number, 'amendments', ['1', '2'], YES));
		await done(hands(number, 'amendments', ['3'], NO));
		const lost = (await point(number, 'post-change')).id;
		await done(hands(number, 'points', [lost], NO));
		await done(vote(number, () => 'for'));
		expect(await done(decide(number))).toBe('adopted-amended');
		const page = await done(openReview(chair, { slug: SLUG, number }));
		expect(page.decision).toMatchObject({ amendments: [1, 2], leftOut: [lost] });
		const versionId = page.decision?.resultingVersionId ?? '';
		const { structure } = await done(openStructure(chair, { slug: SLUG, versionId }));
		expect(structure.units.map(({ name }) => name.bg)).toContain('Отдел „Ред“');
		expect(structure.posts.map(({ title }) => title.bg)).toContain('Инспектор по реда');
		expect(structure.posts.map(({ title }) => title.bg)).not.toContain('Главен експерт „Координация“');
		const view = viewProposal(page);
		expect(view.adopted?.after.administration).toBe(view.numbers.after.administration + 1);
		expect(page.decision?.operations?.map(({ position }) => position)).toEqual(
			page.decision?.operations?.map((_, place) => place + 1),
		);
	});

	it('tells beforehand which gap in force a rejected point leaves as it is', async () => {
		const number = await inReview();
		const { id } = await point(number, 'function-transfer');
		await done(hands(number, 'points', [id], NO));
		const voting = await done(viewVoting(chair, { slug: SLUG, number }));
		expect(voting.standing).toMatchObject([{ code: 'ledger/unplaced', wasUnplaced: true }]);
		expect(voting.composed).toBeNull();
	});
});

describe('the server killed between the vote and the decision', () => {
	it('loses nothing and doubles nothing: the reopened store decides once on the same vote', async () => {
		const number = await inReview();
		await file(chair, number, await renaming(number, 'Отдел „Ред“'));
		await done(hands(number, 'amendments', ['1'], YES));
		await done(vote(number, (place) => (place < 9 ? 'for' : 'abstain')));
		const folder = mkdtempSync(join(tmpdir(), 'council-'));
		const path = join(folder, 'ustroy.db');
		try {
			await at.database.raw.backup(path);
			expect(existsSync(path)).toBe(true);
			// The process that voted never comes back: only what it had written is there.
			const reopened = openDatabase({ file: path });
			const after: Ctx = { ...chair, db: reopened.db };
			const { tally, table } = await done(openReview(after, { slug: SLUG, number }));
			expect(tally).toMatchObject({ for: 9, outcome: 'carried' });
			expect(table.settled.accepted).toEqual([1]);
			expect(await done(decide(number, [], isoDate('2027-01-01'), after))).toBe('adopted-amended');
			expect(await decide(number, [], isoDate('2027-01-01'), after)).toMatchObject({
				error: { code: 'review/not-permitted' },
			});
			const count = async (name: 'decision' | 'ballot') =>
				(await reopened.db.selectFrom(name).select('id').execute()).length;
			expect([await count('decision'), await count('ballot')]).toEqual([1, 2]);
			await reopened.close();
		} finally {
			rmSync(folder, { recursive: true });
		}
	});
});

it('writes down the way: committee, session and the steps that were done', async () => {
	const number = await inReview();
	const address = { slug: SLUG, number };
	const { proposal } = await open(number);
	const way = { committee: 'Бюджет', amendmentsUntil: isoDate('2026-12-05'), sessionOn: SESSION };
	await done(setProcedure(chair, address, { ...way, revision: proposal.revision }));
	expect(await setProcedure(chair, address, { ...way, revision: proposal.revision })).toMatchObject({
		error: { code: 'review/stale' },
	});
	const mark = { step: 'committee', onDay: isoDate('2026-11-21'), note: 'Протокол 4' } as const;
	await done(markStep(chair, address, { ...mark, revision: proposal.revision + 1 }));
	const sent = {
		step: 'sending',
		onDay: isoDate('2026-11-21'),
		note: '',
		revision: proposal.revision + 2,
	} as const;
	expect(await markStep(chair, address, sent)).toMatchObject({ error: { code: 'review/mark-waits' } });
	const { places } = await done(viewProcedure(onDay(chair, isoDate('2026-11-22')), address));
	const status = new Map(places.map((place) => [place.key, place]));
	expect(status.get('committee')).toMatchObject({ doneOn: '2026-11-21', status: 'done' });
	expect(status.get('amendments')).toMatchObject({ dueOn: '2026-12-05', status: 'due' });
	expect(status.get('materials')).toMatchObject({ dueOn: '2026-12-07', termDays: 3 });
	expect(status.get('sending')).toMatchObject({ status: 'waiting', termDays: 7 });
});
