import { describe, expect, it } from 'vitest';
import { listSurveyAnswers } from '#lib/server/queries/survey-answer.ts';
import { readQuality } from '#lib/server/services/survey-quality.ts';
import { readReview } from '#lib/server/services/survey-review.ts';
import {
	approveAnswers,
	approveClean,
	correctAnswers,
	reconsider,
	returnAnswers,
} from '#lib/server/services/survey-validate.ts';
import { at, ctx, handIn, head, items, seats, seen, survey } from '#tests/support/survey-answers.ts';

describe('the head of a unit', () => {
	it('sees people by items, with sums of rows and columns', async () => {
		await handIn(0, 0.6, 0.4);
		await handIn(1, 0.2, 0.8);
		const review = await readReview(head, survey, 'el-ut');
		if (!review.ok) throw new Error(review.error.code);
		const { people, rows } = review.value;
		expect(people.map(({ sum }) => sum)).toEqual([1, 1]);
		expect(people.every(({ name }) => name !== null)).toBe(true);
		expect(rows).toHaveLength(2);
		// Two full seats: 0,6 + 0,2 = 0,8 posts and 0,4 + 0,8 = 1,2 posts.
		expect(rows[0]?.posts).toBeCloseTo(0.8, 9);
		expect(rows[1]?.posts).toBeCloseTo(1.2, 9);
	});

	it('corrects a value while the own one stays beside it', async () => {
		const person = await handIn(0, 0.6, 0.4);
		const [first, second] = await items();
		const shares = new Map([
			[first!.id as string, 0.5],
			[second!.id as string, 0.5],
		]);
		const done = await correctAnswers(head, survey, {
			...(await seen(person)),
			shares,
			comment: 'уговорено',
		});
		expect(done.ok).toBe(true);
		const own = await listSurveyAnswers(ctx.db, person, 'own');
		const stands = await listSurveyAnswers(ctx.db, person, 'validated');
		expect(own.map((one) => one.share)).toEqual([0.6, 0.4]);
		expect(stands.map((one) => one.share)).toEqual([0.5, 0.5]);
		const review = await readReview(head, survey, 'el-ut');
		expect(review).toMatchObject({ value: { people: [{ isCorrected: true, sum: 1 }] } });
	});

	it('is told what is wrong with a correction, and nothing is stored', async () => {
		const person = await handIn(0, 0.6, 0.4);
		const [first] = await items();
		const given = { ...(await seen(person)), comment: null };
		const over = await correctAnswers(head, survey, {
			...given,
			shares: new Map([[first!.id as string, 0.7]]),
		});
		expect(over).toMatchObject({ error: { issues: [{ code: 'survey/sum-under' }] } });
		const foreign = await correctAnswers(head, survey, { ...given, shares: new Map([['niama', 1]]) });
		expect(foreign).toMatchObject({ error: { issues: [{ code: 'survey/unknown-item' }] } });
		expect(await listSurveyAnswers(ctx.db, person, 'validated')).toEqual([]);
	});

	it('gives answers back with a comment, and approves what comes again', async () => {
		const person = await handIn(0, 1);
		const back = await returnAnswers(head, survey, { ...(await seen(person)), comment: 'Няма ли приемни?' });
		expect(back.ok).toBe(true);
		expect((await seats())[0]?.state).toBe('returned');
		expect(await approveAnswers(head, survey, await seen(person))).toMatchObject({
			error: { code: 'survey/not-possible', state: 'returned' },
		});
		await handIn(0, 0.5, 0.5);
		expect((await approveAnswers(head, survey, await seen(person))).ok).toBe(true);
		expect((await seats())[0]?.state).toBe('validated');
	});

	it('approves all clean ones at once and leaves the odd ones', async () => {
		await handIn(0, 1);
		await handIn(1, 0.6, 0.4);
		expect(await approveClean(head, survey, 'el-ut')).toEqual({ ok: true, value: 1 });
		expect((await seats()).slice(0, 2).map(({ state }) => state)).toEqual(['submitted', 'validated']);
	});

	it('takes a validation back, and does nothing to what somebody else has changed meanwhile', async () => {
		const person = await handIn(0, 0.6, 0.4);
		const old = await seen(person);
		expect((await approveAnswers(head, survey, old)).ok).toBe(true);
		expect(await reconsider(head, survey, old)).toMatchObject({ error: { code: 'survey/stale' } });
		expect((await reconsider(head, survey, await seen(person))).ok).toBe(true);
		expect((await seats())[0]?.state).toBe('submitted');
	});
});

describe('nobody else', () => {
	it('reads the answers of one person: not the consultant when only the validator may, not human resources', async () => {
		await handIn(0, 0.6, 0.4);
		for (const username of ['konsultant', 'hr-elena', 'admin']) {
			const review = await readReview(await at.as(username), survey, 'el-ut');
			expect(review, username).toMatchObject({ error: { code: 'access/forbidden' } });
		}
	});

	it('validates them', async () => {
		const person = await handIn(0, 0.6, 0.4);
		for (const username of ['konsultant', 'hr-elena', 'admin']) {
			const done = await approveAnswers(await at.as(username), survey, await seen(person));
			expect(done, username).toMatchObject({ error: { code: 'access/forbidden' } });
		}
	});

	it('learns who is suspicious; the organiser learns how many', async () => {
		await handIn(0, 1);
		expect(await readQuality(ctx, survey)).toMatchObject({ value: { flags: [], hidden: 1 } });
		expect(await readQuality(head, survey)).toMatchObject({
			value: { flags: [{ flag: { code: 'survey/all-on-one' } }], hidden: 0 },
		});
	});

	it('finds the answers in the audit trail', async () => {
		const person = await handIn(0, 0.123456, 0.876544);
		await approveAnswers(head, survey, await seen(person));
		const trail = JSON.stringify(await ctx.db.selectFrom('audit_entry').selectAll().execute());
		expect(trail).not.toContain('0.123456');
	});
});
