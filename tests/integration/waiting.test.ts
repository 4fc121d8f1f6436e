import { describe, expect, it } from 'vitest';
import { isoDate } from '#lib/domain/shared/index.ts';
import { giveOpinion } from '#lib/server/services/council-amendment.ts';
import { setProcedure } from '#lib/server/services/council-procedure.ts';
import { askQuestion, replyToQuestion } from '#lib/server/services/council-question.ts';
import { takeReviewStep } from '#lib/server/services/review.ts';
import { whatWaits } from '#lib/server/services/waiting.ts';
import { addedPost, file, hands, NO, open } from '#tests/support/council-amending.ts';
import { at, chair, consultant, decide, inReview, SESSION, vote } from '#tests/support/council-world.ts';
import { aProposal, done, ELENA, SLUG } from '#tests/support/elena-scenario.ts';
import { onDay } from '#tests/support/installation.ts';

async function codes(
	name: string,
	day = '2026-11-22',
	slug: string = SLUG,
): Promise<readonly string[] | string> {
	const found = await whatWaits(onDay(await at.as(name), isoDate(day)), slug);
	return found.ok ? found.value.map(({ code }) => code) : found.error.code;
}

async function wayOf(number: number, until: string | null): Promise<void> {
	const { proposal } = await open(number);
	const way = { committee: 'Бюджет', sessionOn: SESSION, amendmentsUntil: until ? isoDate(until) : null };
	await done(setProcedure(chair, { slug: SLUG, number }, { ...way, revision: proposal.revision }));
}

describe('what waits', () => {
	it('of a proposal with a term and an amendment: for each role the own part, for the others nothing', async () => {
		const number = await inReview();
		await wayOf(number, '2026-11-25');
		await file(await at.as('savetnik-elena-1'), number, await addedPost(number, 'a1'));
		const expected: Readonly<Record<(typeof ELENA)[number], readonly string[]>> = {
			admin: [],
			konsultant: [],
			'hr-elena': [],
			'rakovoditel-elena': [],
			'predsedatel-elena': ['waiting/opinions', 'waiting/term-ends'],
			'savetnik-elena-1': ['waiting/may-amend'],
			nablyudatel: [],
		};
		for (const name of ELENA) {
			const own = (await codes(name)) as readonly string[];
			expect([name, own.filter((code) => !code.includes('needs'))]).toEqual([name, expected[name]]);
		}
	});

	it('in another municipality is not there for whoever may not read it, and nothing of this one is in it', async () => {
		await inReview();
		expect(await codes('predsedatel-elena', undefined, 'lyaskovets')).toBe('access/not-found');
		const theirs = await codes('predsedatel-lyaskovets', undefined, 'lyaskovets');
		expect(theirs).toEqual([]);
	});

	it('for the chair is the next step, until it is taken', async () => {
		const number = await aProposal(consultant);
		const stepOf = async (day: string) => {
			const found = await done(whatWaits(onDay(chair, isoDate(day)), SLUG));
			return found.flatMap((item) => (item.code === 'waiting/proposal' ? [item.step] : []));
		};
		expect(await stepOf('2026-11-22')).toEqual(['open-review']);
		const address = { slug: SLUG, number };
		await done(takeReviewStep(chair, address, { action: 'open-review', note: '', revision: 1 }));
		expect(await stepOf('2026-11-22')).toEqual(['set-session']);
		await wayOf(number, null);
		expect(await stepOf('2026-12-09')).toEqual([]);
		expect(await stepOf(SESSION)).toEqual(['vote']);
		await done(vote(number, () => 'for'));
		await done(decide(number));
		expect(await stepOf(SESSION)).toEqual([]);
		// Seven days for sending it to the mayor and the governor.
		const after = await done(whatWaits(onDay(chair, isoDate('2026-12-20')), SLUG));
		expect(after).toContainEqual(
			expect.objectContaining({ code: 'waiting/step', step: 'sending', dueOn: '2026-12-17', isOver: true }),
		);
	});

	it('an amendment waits for the committee until it spoke, or the council voted', async () => {
		const number = await inReview();
		for (const id of ['a1', 'a2']) await file(chair, number, await addedPost(number, id));
		const without = async () => {
			const found = await done(whatWaits(chair, SLUG));
			return found.flatMap((item) => (item.code === 'waiting/opinions' ? item.amendments : []));
		};
		expect(await without()).toEqual([1, 2]);
		const opinion = { number: 1, revision: 1, opinion: 'accepts', text: '' } as const;
		await done(giveOpinion(chair, { slug: SLUG, number }, opinion));
		expect(await without()).toEqual([2]);
		await done(hands(number, 'amendments', ['2'], NO));
		expect(await without()).toEqual([]);
	});

	it('a question waits for the mover, and its answer for whoever asked alone', async () => {
		const number = await inReview();
		const address = { slug: SLUG, number };
		const asker = await at.as('savetnik-elena-1');
		await done(askQuestion(asker, address, { operationId: null, body: 'Колко струва?' }));
		expect(await codes('konsultant')).toContain('waiting/questions');
		expect(await codes('savetnik-elena-1')).not.toContain('waiting/answers');
		await done(replyToQuestion(consultant, address, { number: 1, revision: 1, text: 'Нищо.' }));
		expect(await codes('konsultant')).not.toContain('waiting/questions');
		expect(await codes('savetnik-elena-1')).toContain('waiting/answers');
		expect(await codes('savetnik-elena-2')).not.toContain('waiting/answers');
	});
});
