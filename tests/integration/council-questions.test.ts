import { describe, expect, it } from 'vitest';
import {
	askQuestion,
	keepNote,
	replyToQuestion,
	viewQuestions,
} from '#lib/server/services/council-question.ts';
import { addedPost, file } from '#tests/support/council-amending.ts';
import { at, chair, consultant, inReview } from '#tests/support/council-world.ts';
import { done, SLUG } from '#tests/support/elena-scenario.ts';

const councillor = () => at.as('savetnik-elena-1');

async function proposal() {
	return { slug: SLUG, number: await inReview() };
}

describe('a question to the mover', () => {
	it('stays in the record with its answer, both dated and signed', async () => {
		const address = await proposal();
		const asker = await councillor();
		const [point] = (await done(viewQuestions(asker, address))).points;
		const about = point?.operation.id ?? null;
		expect(await done(askQuestion(asker, address, { operationId: about, body: 'Кога?' }))).toBe(1);
		await done(replyToQuestion(consultant, address, { number: 1, revision: 1, text: 'От 1 януари.' }));
		await file(chair, address.number, await addedPost(address.number, 'a1'));
		const { questions, waiting, amendments } = await done(viewQuestions(chair, address));
		expect(waiting).toBe(0);
		expect(amendments).toBe(1);
		expect(questions).toMatchObject([
			{
				...{ number: 1, point: 1, body: 'Кога?', askedOn: '2026-11-21' },
				answer: { text: 'От 1 януари.', answeredOn: '2026-11-21' },
			},
		]);
		expect(questions[0]?.askedName).not.toBe('');
	});

	it('is answered by one of two at the same time', async () => {
		const address = await proposal();
		await done(askQuestion(chair, address, { operationId: null, body: 'Защо?' }));
		const reply = (text: string) => replyToQuestion(consultant, address, { number: 1, revision: 1, text });
		const both = await Promise.all([reply('Едно'), reply('Друго')]);
		expect(both.filter(({ ok }) => ok)).toHaveLength(1);
		expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'review/stale' } });
	});

	it('is for councillors to ask and for the mover to answer', async () => {
		const address = await proposal();
		const forbidden = { ok: false, error: { code: 'access/forbidden' } };
		const asked = { operationId: null, body: 'Кога?' };
		expect(await askQuestion(consultant, address, asked)).toEqual(forbidden);
		const reply = { number: 1, revision: 1, text: 'Скоро.' };
		expect(await replyToQuestion(await councillor(), address, reply)).toEqual(forbidden);
		expect(await replyToQuestion(consultant, address, reply)).toEqual({
			ok: false,
			error: { code: 'review/question-unknown' },
		});
	});
});

describe('a private note of a councillor', () => {
	const SECRET = 'Да попитам финансовия отдел.';

	it('is read by its owner alone, changed and taken away', async () => {
		const address = await proposal();
		const owner = await councillor();
		await done(keepNote(owner, address, { operationId: null, body: SECRET }));
		expect((await done(viewQuestions(owner, address))).notes).toMatchObject([{ body: SECRET, point: null }]);
		for (const who of ['savetnik-elena-2', 'predsedatel-elena', 'konsultant', 'admin', 'hr-elena']) {
			const view = await viewQuestions(await at.as(who), address);
			expect(JSON.stringify(view), who).not.toContain(SECRET);
		}
		await done(keepNote(owner, address, { operationId: null, body: ' ' }));
		expect((await done(viewQuestions(owner, address))).notes).toEqual([]);
	});

	it('leaves nothing in the trail', async () => {
		const address = await proposal();
		await done(keepNote(await councillor(), address, { operationId: null, body: SECRET }));
		const entries = await at.database.db.selectFrom('audit_entry').selectAll().execute();
		expect(JSON.stringify(entries)).not.toContain(SECRET);
	});

	it('is nobody’s who does not sit in the council', async () => {
		const address = await proposal();
		expect(await keepNote(await at.as('admin'), address, { operationId: null, body: SECRET })).toEqual({
			ok: false,
			error: { code: 'access/forbidden' },
		});
	});
});
