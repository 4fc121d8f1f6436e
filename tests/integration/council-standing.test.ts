import { expect, it } from 'vitest';
import type { AmendmentBody } from '#lib/domain/review/index.ts';
import { countVerdicts, type Operation } from '#lib/domain/scenario/index.ts';
import { asId, isoDate, type IsoDate, type OperationId } from '#lib/domain/shared/index.ts';
import { viewHall } from '#lib/server/services/council-hall.ts';
import { readProposal } from '#lib/server/services/council-reading.ts';
import { viewProposal, viewProposalRules } from '#lib/server/services/council-view.ts';
import { openReview } from '#lib/server/services/review.ts';
import { addedPost, file, hands, open, point, YES } from '#tests/support/council-amending.ts';
import { chair, decide, inReview, vote } from '#tests/support/council-world.ts';
import { done, SLUG } from '#tests/support/elena-scenario.ts';

const LATER = isoDate('2027-03-01');
const pageOf = (number: number) => done(openReview(chair, { slug: SLUG, number }));

/** An amendment that closes the post of the secretary, which R10 asks for; on a day of its own where one is given. */
async function withoutSecretary(number: number, effectiveOn: IsoDate | null = null): Promise<AmendmentBody> {
	const { frozen } = await open(number);
	const post = frozen.run.after.posts.find(({ title }) => title.bg.startsWith('Секретар на'))!;
	const operation = { id: asId<OperationId>('bez-sekretar'), position: 1, motive: '', findingIds: [] };
	const payload = { postKey: post.key };
	return {
		kind: 'add',
		operation: { ...operation, effectiveOn, kind: 'post-close', payload } as Operation,
	};
}

it('the rules behind the link are those that the page of the proposal counts, before and after the decision', async () => {
	const number = await inReview();
	const submitted = viewProposal(await pageOf(number)).verdicts;
	await file(chair, number, await withoutSecretary(number));
	await done(hands(number, 'amendments', ['1'], YES));
	const agree = async () => {
		const page = await pageOf(number);
		const view = viewProposal(page);
		const { rules, day } = viewProposalRules(page, null);
		expect(view.brokenRules.map(({ rule }) => rule)).toContain('R10');
		expect(view.verdicts).not.toEqual(submitted);
		expect(countVerdicts(rules.map(({ after }) => after))).toEqual(view.verdicts);
		expect(day).toBe(view.effectiveOn);
		return day;
	};
	expect(await agree()).toBe('2027-01-01');
	await done(vote(number, () => 'for'));
	await done(decide(number, [], LATER));
	expect(await agree()).toBe(LATER);
});

it('a day that the council decided instead of the submitted one is that of the points and of the rules', async () => {
	const number = await inReview();
	await done(vote(number, () => 'for'));
	await done(decide(number, [], LATER));
	const page = await pageOf(number);
	expect(viewProposal(page)).toMatchObject({ effectiveOn: LATER, adopted: null });
	expect(viewProposalRules(page, null).day).toBe(LATER);
});

it('the days of effect are counted from what the votes so far left, as the posts above them are', async () => {
	const number = await inReview();
	expect(viewProposal(await pageOf(number)).phases).toEqual([]);
	await file(chair, number, await withoutSecretary(number, LATER));
	await done(hands(number, 'amendments', ['1'], YES));
	const { phases, adopted } = viewProposal(await pageOf(number));
	expect(phases.map(({ on }) => on)).toEqual(['2027-01-01', LATER]);
	expect(phases.at(-1)?.administration).toBe(adopted?.after.administration);
});

it('what the council rejected reads as submitted in every view, whatever it had accepted before', async () => {
	const number = await inReview();
	await file(chair, number, await addedPost(number, 'a1'));
	await file(chair, number, { kind: 'leave-out', operationId: (await point(number, 'post-change')).id });
	await done(hands(number, 'amendments', ['1', '2'], YES));
	await done(vote(number, () => 'against'));
	expect(await done(decide(number, [], LATER))).toBe('rejected');
	const page = await pageOf(number);
	const view = viewProposal(page);
	expect(view).toMatchObject({ adopted: null, effectiveOn: '2027-01-01' });
	const hall = viewHall(page);
	expect(hall.text).toBe('submitted');
	expect(hall.points.map(({ operation }) => operation.id)).toEqual(
		view.points.map(({ operation }) => operation.id),
	);
	expect(hall.points.some(({ isLeftOut }) => isLeftOut)).toBe(false);
	const reading = await done(readProposal(chair, { slug: SLUG, number }, 'adopted'));
	expect(reading).toMatchObject({ isDecided: false, isRejected: true });
	expect(reading.points.every(({ before, after }) => before === after)).toBe(true);
});
