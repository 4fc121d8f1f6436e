import { expect, it } from 'vitest';
import { correctBallot, recordBallot, voteSheet } from '#lib/server/services/council-ballot.ts';
import { withdrawVote } from '#lib/server/services/council-ballot-withdraw.ts';
import { fileAmendment } from '#lib/server/services/council-amendment.ts';
import { hallScreen, viewHall } from '#lib/server/services/council-hall.ts';
import { viewProposal } from '#lib/server/services/council-view.ts';
import { openPapers } from '#lib/server/services/paper-model.ts';
import { openReview } from '#lib/server/services/review.ts';
import { addedPost, file, hands, NO, open, point, YES } from '#tests/support/council-amending.ts';
import { at, chair, inReview, SESSION, vote } from '#tests/support/council-world.ts';
import { done, SLUG } from '#tests/support/elena-scenario.ts';

const pageOf = (number: number) => done(openReview(chair, { slug: SLUG, number }));
const screenOf = async (number: number, asked: number) => {
	const page = await pageOf(number);
	return hallScreen(page, viewHall(page), asked);
};

/** Hands on the whole of which fewer than the quorum were there. */
async function withoutQuorum(number: number): Promise<void> {
	await vote(number, (place) => (place < 3 ? 'for' : 'absent'));
}

async function withdrawn(number: number, ballot: number, reason: string): Promise<void> {
	const { proposal } = await open(number);
	const input = { ballot, reason, revision: proposal.revision };
	await done(withdrawVote(chair, { slug: SLUG, number }, input));
}

it('the hall reads an amendment at its point before the vote on it, and a new point on a screen of its own', async () => {
	const number = await inReview();
	const { id, position } = await point(number, 'unit-create');
	const councillor = await at.as('savetnik-elena-1');
	await file(councillor, number, { kind: 'reword', operationId: id, text: 'За един гише' });
	await file(chair, number, await addedPost(number, 'a2'));
	const own = await screenOf(number, position);
	expect(own.amendments).toMatchObject([{ record: { number: 1, motive: 'За яснота' }, state: 'open' }]);
	const { points, added } = viewHall(await pageOf(number));
	expect(added.map((amendment) => amendment.number)).toEqual([2]);
	const fresh = await screenOf(number, points.length + 1);
	expect(fresh).toMatchObject({ point: null, isWhole: false, amendments: [{ added: { posts: 1 } }] });
	expect(await screenOf(number, 99)).toMatchObject({ at: points.length + 2, isWhole: true, amendments: [] });
	await done(hands(number, 'amendments', ['1', '2'], YES));
	const after = await screenOf(number, position);
	expect(after.amendments).toEqual([]);
	expect(after.ballots).toMatchObject([{ number: 1, withdrawn: null }]);
	expect(viewHall(await pageOf(number)).added).toEqual([]);
});

it('the hall draws what a point changes until the point falls out', async () => {
	const number = await inReview();
	const { id, position } = await point(number, 'unit-create');
	expect((await screenOf(number, position)).pictures).not.toBeNull();
	await done(hands(number, 'points', [id], NO));
	const fallen = await screenOf(number, position);
	expect(fallen.point).toMatchObject({ isLeftOut: true });
	expect(fallen.pictures).toBeNull();
});

it('the hall keeps a withdrawn vote in sight, with the reason', async () => {
	const number = await inReview();
	const { position, id } = await point(number, 'unit-create');
	await done(hands(number, 'points', [id], NO));
	await withdrawn(number, 1, 'Записано за друга точка');
	expect((await screenOf(number, position)).ballots).toMatchObject([
		{ number: 1, withdrawn: { reason: 'Записано за друга точка' } },
	]);
});

it('an amendment of a point that was voted is refused until that vote is withdrawn', async () => {
	const number = await inReview();
	const { id } = await point(number, 'unit-create');
	await done(hands(number, 'points', [id], YES));
	const input = { body: { kind: 'reword', operationId: id, text: 'Друго' }, motive: 'x' } as const;
	const address = { slug: SLUG, number };
	expect(await fileAmendment(chair, address, input)).toMatchObject({
		error: { code: 'review/point-voted', ballot: 1, item: id },
	});
	const other = { ...input, body: { ...input.body, operationId: (await point(number, 'post-change')).id } };
	expect(await fileAmendment(chair, address, other)).toMatchObject({ ok: true });
	await withdrawn(number, 1, 'Рано');
	expect(await fileAmendment(chair, address, input)).toMatchObject({ ok: true });
});

it('a vote on the whole without a quorum closes no amendments, one with a quorum does', async () => {
	const number = await inReview();
	await withoutQuorum(number);
	expect(await file(chair, number, await addedPost(number, 'a1'))).toBe(1);
	await done(hands(number, 'amendments', ['1'], NO));
	await done(vote(number, () => 'for'));
	const late = { body: await addedPost(number, 'a2'), motive: 'x' };
	expect(await fileAmendment(chair, { slug: SLUG, number }, late)).toMatchObject({
		error: { code: 'review/whole-voted', ballot: 3 },
	});
});

it('the minutes have the names of a roll-call on a point, its correction, and a withdrawn vote', async () => {
	const number = await inReview();
	const address = { slug: SLUG, number };
	const { id, position } = await point(number, 'unit-create');
	const sheet = await done(voteSheet(chair, address, { day: SESSION }));
	const byName = (no: number) =>
		new Map(sheet.map(({ councillorId }, place) => [councillorId, place < no ? 'against' : 'for'] as const));
	const { proposal } = await open(number);
	const ballot = { subject: 'points', items: [id], method: 'roll-call', sessionOn: SESSION } as const;
	await done(recordBallot(chair, address, { ...ballot, choices: byName(0), revision: proposal.revision }));
	const input = { ballot: 1, method: 'roll-call', choices: byName(1), reason: 'Сгрешен ред' } as const;
	await done(correctBallot(chair, address, { ...input, revision: proposal.revision + 1 }));
	await done(vote(number, () => 'against'));
	await withdrawn(number, 2, 'Записано два пъти');
	await done(vote(number, () => 'for'));
	const { vote: minutes } = await done(openPapers(chair, address));
	expect(minutes?.earlier).toMatchObject([
		{ subject: 'points', items: [position], withdrawn: null, votes: { length: 13 } },
		{ subject: 'whole', withdrawn: { reason: 'Записано два пъти' } },
	]);
	expect(minutes?.earlier[0]?.corrections).toMatchObject([
		{ reason: 'Сгрешен ред', before: { against: 0 }, after: { against: 1 } },
	]);
	expect(minutes?.earlier[0]?.corrections[0]?.changed).toEqual([
		{ name: sheet[0]?.name, before: 'for', after: 'against' },
	]);
	expect(minutes?.votes).toHaveLength(13);
});

it('two views of the same votes share what was counted, and the next vote is counted anew', async () => {
	const number = await inReview();
	await file(chair, number, await addedPost(number, 'a1'));
	await done(hands(number, 'amendments', ['1'], YES));
	const [one, other] = [viewProposal(await pageOf(number)), viewProposal(await pageOf(number))];
	expect(one.adopted).toEqual(other.adopted);
	expect(one.adopted?.after).toBe(other.adopted?.after);
	await done(hands(number, 'points', [(await point(number, 'post-change')).id], NO));
	const lost = viewProposal(await pageOf(number)).points.filter(({ isLeftOut }) => isLeftOut);
	expect([one.points.some(({ isLeftOut }) => isLeftOut), lost.length]).toEqual([false, 1]);
});
