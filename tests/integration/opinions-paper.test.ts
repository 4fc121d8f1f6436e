import { describe, expect, it } from 'vitest';
import { isoDate } from '#lib/domain/shared/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { readPaper } from '#lib/server/reading/paper.ts';
import { editOpinion, takeOpinionOut } from '#lib/server/services/council-opinion-mend.ts';
import { recordOpinion, replyToOpinion, viewOpinions } from '#lib/server/services/council-opinion.ts';
import { exportOpinions } from '#lib/server/services/export-opinions.ts';
import { openProposal, type ProposalAddress } from '#lib/server/services/proposal.ts';
import { at, chair, consultant, inReview } from '#tests/support/council-world.ts';
import { done, SLUG } from '#tests/support/elena-scenario.ts';

const RECEIVED = isoDate('2026-11-20');

/** Two opinions of a unit and one of a citizen; the second of the unit is not accepted, the others wait. */
async function threeOpinions() {
	const address = { slug: SLUG, number: await inReview() };
	const { frozen } = await done(openProposal(chair, address));
	const operationId = frozen.snapshot.operations[0]!.id;
	const said = { receivedOn: RECEIVED, operationId: null };
	const unit = { ...said, source: 'unit', name: 'Дирекция „Финанси“' } as const;
	await done(recordOpinion(chair, address, { ...unit, body: 'Да се добави бройка.' }));
	await done(recordOpinion(chair, address, { ...unit, operationId, body: 'Отделът е излишен.' }));
	const citizen = { ...said, source: 'citizen', name: 'Иван Гражданов', body: 'Кой ще отговаря?' } as const;
	await done(recordOpinion(chair, address, citizen));
	const answer = {
		answer: 'not-accepted',
		motive: 'Натовареност над 110 %.',
		amendmentNumber: null,
	} as const;
	await done(replyToOpinion(chair, address, { number: 2, revision: 1, operationId, ...answer }));
	return address;
}

const printed = async (ctx: Ctx, address: ProposalAddress) =>
	readPaper(Buffer.from((await done(exportOpinions(ctx, address, 'bg'))).bytes));

describe('an opinion with personal data', () => {
	const PRIVATE = 'Тел. 0888 123 456, ЕГН 7501020018.';
	const one = { source: 'citizen', name: 'Иван Гражданов', receivedOn: RECEIVED, operationId: null } as const;
	const bodies = async (ctx: Ctx, address: ProposalAddress) =>
		(await done(viewOpinions(ctx, address))).opinions.map(({ body }) => body);

	it('hides them from councillors, on paper and in the trail, and tells whoever keeps the ledger', async () => {
		const address = { slug: SLUG, number: await inReview() };
		await done(recordOpinion(chair, address, { ...one, body: PRIVATE }));
		const { opinions } = await done(viewOpinions(chair, address));
		expect(opinions).toMatchObject([{ body: PRIVATE, personal: ['personal-number', 'phone'], isOwn: true }]);
		expect(await bodies(await at.as('savetnik-elena-1'), address)).toEqual(['Тел. ▪▪▪, ЕГН ▪▪▪.']);
		expect(JSON.stringify(await printed(chair, address))).not.toMatch(/0888|7501020018/u);
		const trail = await at.database.db.selectFrom('audit_entry').select('after').execute();
		expect(JSON.stringify(trail)).not.toMatch(/0888|7501020018/u);
	});

	it('is corrected or taken out by whoever recorded it, with the trace', async () => {
		const address = { slug: SLUG, number: await inReview() };
		const number = await done(recordOpinion(chair, address, { ...one, body: PRIVATE }));
		const mended = { number, revision: 1, ...one, body: 'Кой ще отговаря?' };
		expect(await editOpinion(consultant, address, mended)).toMatchObject({
			error: { code: 'access/forbidden' },
		});
		await done(editOpinion(chair, address, mended));
		expect(await editOpinion(chair, address, mended)).toMatchObject({ error: { code: 'review/stale' } });
		expect(await done(viewOpinions(chair, address))).toMatchObject({
			opinions: [{ body: 'Кой ще отговаря?', changed: { name: chair.actor?.name } }],
		});
		expect(await takeOpinionOut(chair, address, { number, revision: 2, reason: ' ' })).toMatchObject({
			error: { code: 'review/reason-missing' },
		});
		await done(takeOpinionOut(chair, address, { number, revision: 2, reason: 'Подателят я оттегли.' }));
		expect(await done(viewOpinions(chair, address))).toMatchObject({
			opinions: [{ number, name: '', body: '', removed: { reason: 'Подателят я оттегли.' } }],
			...{ standing: 0, waiting: 0 },
		});
	});

	it('says in the trail whose it is and how long, never its words', async () => {
		const { address, number } = await recorded();
		await done(editOpinion(chair, address, { number, revision: 1, ...one, body: 'Кратко.' }));
		await done(replyToOpinion(chair, address, { number, revision: 2, ...refused }));
		const trail = await listTrail();
		expect(trail.map(({ after }) => after && (JSON.parse(after) as unknown))).toEqual([
			{ number, source: 'citizen', receivedOn: RECEIVED, length: PRIVATE.length },
			{ number, source: 'citizen', receivedOn: RECEIVED, length: 'Кратко.'.length },
			{
				...{ number, answer: 'not-accepted', length: refused.motive.length },
				...{ operationId: null, amendmentNumber: null },
			},
		]);
		await done(takeOpinionOut(chair, address, { number, revision: 3, reason: 'Поискано.' }));
		expect(JSON.stringify(await listTrail())).not.toMatch(/отговаря|Кратко|Тел|обади/u);
	});

	it('takes its words out of the trail of older days when it is taken out, and leaves the others', async () => {
		const { address, number } = await recorded();
		const other = await done(recordOpinion(chair, address, { ...one, body: 'Друго.' }));
		const write = (of: number, body: string) =>
			at.database.db
				.updateTable('audit_entry')
				.set({ after: JSON.stringify({ number: of, source: 'citizen', body }), folded: body })
				.where('action', '=', 'opinion.record')
				.where('after', 'like', `%"number":${of},%`)
				.execute();
		await write(number, 'Старите думи');
		await write(other, 'Други думи');
		await done(takeOpinionOut(consultant, address, { number, revision: 1, reason: 'Поискано.' }));
		const trail = JSON.stringify(await listTrail());
		expect(trail).not.toContain('Старите');
		expect(trail).toContain('Други думи');
	});

	it('may be taken out by every keeper of the ledger, for who recorded it may be gone', async () => {
		const { address, number } = await recorded();
		const input = { number, revision: 1, reason: 'Поискано от подателя.' };
		expect(await takeOpinionOut(await at.as('savetnik-elena-1'), address, input)).toMatchObject({
			error: { code: 'access/forbidden' },
		});
		expect((await done(viewOpinions(consultant, address))).opinions).toMatchObject([{ isOwn: false }]);
		await done(takeOpinionOut(consultant, address, input));
		expect(await done(viewOpinions(chair, address))).toMatchObject({
			opinions: [{ body: '', removed: { name: consultant.actor?.name } }],
		});
	});

	const refused = {
		answer: 'not-accepted',
		motive: 'обади се на 0888 123 456',
		operationId: null,
		amendmentNumber: null,
	} as const;
	const recorded = async () => {
		const address = { slug: SLUG, number: await inReview() };
		return { address, number: await done(recordOpinion(chair, address, { ...one, body: PRIVATE })) };
	};
	const listTrail = () =>
		at.database.db
			.selectFrom('audit_entry')
			.select(['before', 'after', 'folded'])
			.where('action', 'like', 'opinion.%')
			.orderBy('at')
			.execute();
});

describe('the ledger of opinions on paper', () => {
	it('says how many came from whom, and each with its answer and its point', async () => {
		const address = await threeOpinions();
		const file = await done(exportOpinions(consultant, address, 'bg'));
		expect(file.fileName).toBe('Справка за постъпилите становища Община Елена предложение 1.docx');
		const { paragraphs, tables } = await readPaper(Buffer.from(file.bytes));
		expect(paragraphs).toContain('към предложение № 1');
		expect(tables[0]).toEqual([
			['От кого', 'постъпили', 'приема се', 'приема се частично', 'не се приема', 'чака отговор'],
			['структурно звено', '2', '0', '0', '1', '1'],
			['гражданин', '1', '0', '0', '0', '1'],
			['Общо', '3', '0', '0', '1', '2'],
		]);
		const [, , answered] = tables[1] ?? [];
		expect(answered?.[2]).toBe('Отделът е излишен.');
		expect(answered?.[3]).toContain('Натовареност над 110 %.');
		expect(answered?.[4]).toBe('Точка 1');
	});

	it('prints no name of a private person, whoever takes it', async () => {
		const address = await threeOpinions();
		for (const ctx of [chair, consultant, await at.as('savetnik-elena-1')]) {
			const words = JSON.stringify(await printed(ctx, address));
			expect(words).toContain('Дирекция „Финанси“');
			expect(words).toContain('Кой ще отговаря?');
			expect(words).not.toContain('Гражданов');
		}
	});

	it('is a paper without opinions too, and in English', async () => {
		const address = { slug: SLUG, number: await inReview() };
		const { bytes } = await done(exportOpinions(consultant, address, 'en'));
		const { paragraphs, tables } = await readPaper(Buffer.from(bytes));
		expect(paragraphs).toContain('No opinions were received by this day.');
		expect(tables).toEqual([]);
	});

	it('is refused to whoever only looks, and of contents that are not what was submitted', async () => {
		const address = { slug: SLUG, number: await inReview() };
		expect(await exportOpinions(await at.as('nablyudatel'), address, 'bg')).toEqual({
			ok: false,
			error: { code: 'access/forbidden' },
		});
		const row = await at.database.db.selectFrom('proposal').select('snapshot').executeTakeFirstOrThrow();
		const snapshot = row.snapshot.replace('"format":1', '"format":1,"x":1');
		await at.database.db.updateTable('proposal').set({ snapshot }).execute();
		expect(await exportOpinions(consultant, address, 'bg')).toEqual({
			ok: false,
			error: { code: 'review/not-intact' },
		});
	});
});
