import { describe, expect, it } from 'vitest';
import type { AmendmentBody } from '#lib/domain/review/index.ts';
import { isoDate } from '#lib/domain/shared/index.ts';
import { recordBallot } from '#lib/server/services/council-ballot.ts';
import { fileAmendment } from '#lib/server/services/council-amendment.ts';
import { recordOpinion, replyToOpinion, viewOpinions } from '#lib/server/services/council-opinion.ts';
import { readProposal } from '#lib/server/services/council-reading.ts';
import { viewHall } from '#lib/server/services/council-hall.ts';
import { viewProposal, viewProposalChart } from '#lib/server/services/council-view.ts';
import { openProposal } from '#lib/server/services/proposal.ts';
import { openReview } from '#lib/server/services/review.ts';
import { at, chair, consultant, decide, inReview, SESSION, vote } from '#tests/support/council-world.ts';
import { done, SLUG } from '#tests/support/elena-scenario.ts';
import { readingWords } from '../../src/routes/(app)/m/[municipality]/council/[proposal]/text/reading-words.ts';

describe('the four views of the text', () => {
	it('show the submitted points, the amendments under them, the difference and what was adopted', async () => {
		const number = await inReview();
		const address = { slug: SLUG, number };
		const { frozen } = await done(openProposal(chair, address));
		const { operations } = frozen.snapshot;
		const created = operations.find(({ kind }) => kind === 'unit-create')!;
		const renamed = operations.find(({ kind }) => kind === 'post-change')!;
		const body: AmendmentBody = {
			...{ kind: 'change', operationId: created.id },
			edits: [{ path: 'name', before: null, after: { bg: 'Отдел „Ред“', en: null } }],
		};
		const leaveOut: AmendmentBody = { kind: 'leave-out', operationId: renamed.id };
		await done(fileAmendment(chair, address, { body, motive: 'x' }));
		await done(fileAmendment(chair, address, { body: leaveOut, motive: 'x' }));
		const proposed = await done(readProposal(chair, address, 'proposed'));
		expect(
			proposed.points.flatMap(({ amendments }) => amendments.map(({ record }) => record.number)),
		).toEqual([1, 2]);
		const before = await done(readProposal(chair, address, 'difference'));
		expect(before.points.every((point) => point.before === point.after)).toBe(true);

		const { proposal } = await done(openProposal(chair, address));
		const counts = { for: 9, against: 1, abstain: 0 };
		const ballot = { subject: 'amendments', items: ['1', '2'], method: 'counted', counts } as const;
		await done(recordBallot(chair, address, { ...ballot, sessionOn: SESSION, revision: proposal.revision }));
		const difference = await done(readProposal(chair, address, 'difference'));
		const point = (id: string) => difference.points.find((item) => item.id === id);
		expect(difference.isDecided).toBe(false);
		expect(point(renamed.id)).toMatchObject({ after: null });
		expect(point(created.id)?.after?.operation.payload).toMatchObject({ name: { bg: 'Отдел „Ред“' } });
		// The new heading stands under the struck one, before what follows both.
		const lines = readingWords(difference).find(({ id }) => id === created.id)?.lines ?? [];
		expect(lines.slice(0, 2).map(({ part, mark }) => [part, mark])).toEqual([
			['title', 'gone'],
			['title', 'new'],
		]);
		expect(lines.at(-1)).toMatchObject({ part: 'motive', mark: null });
		const soFar = viewHall(await done(openReview(chair, address)));
		expect(soFar).toMatchObject({ text: 'so-far', problem: null });
		expect(soFar.points.find(({ operation }) => operation.id === renamed.id)?.isLeftOut).toBe(true);

		await done(vote(number, () => 'for'));
		await done(decide(number));
		const adopted = await done(readProposal(chair, address, 'adopted'));
		expect(adopted.isDecided).toBe(true);
		expect(adopted.points.filter(({ after }) => after !== null)).toHaveLength(operations.length - 1);
		const decided = await done(openReview(chair, address));
		const hall = viewHall(decided);
		expect(hall.text).toBe('adopted');
		expect(hall.points.find(({ operation }) => operation.id === created.id)?.operation.payload).toMatchObject(
			{
				name: { bg: 'Отдел „Ред“' },
			},
		);
		expect(hall.numbers).toEqual(viewProposal(decided).adopted);
		const { chart, adopted: decision } = viewProposalChart(decided, null);
		expect(decision?.number).toBe('45');
		expect(JSON.stringify(chart)).toContain('Отдел „Ред“');
	});
});

describe('the ledger of opinions', () => {
	const union = { source: 'union', name: 'КТ „Подкрепа“', receivedOn: isoDate('2026-11-20') } as const;

	it('takes an opinion and its answer, with the point that it changed', async () => {
		const number = await inReview();
		const address = { slug: SLUG, number };
		const { frozen } = await done(openProposal(chair, address));
		const operationId = frozen.snapshot.operations[0]!.id;
		const said = { ...union, body: 'Без съкращения.', operationId: null };
		const tomorrow = { ...said, receivedOn: isoDate('2026-11-22') };
		expect(await recordOpinion(consultant, address, tomorrow)).toMatchObject({
			error: { code: 'review/received-in-future', today: '2026-11-21' },
		});
		expect(await done(recordOpinion(consultant, address, said))).toBe(1);
		const reply = { number: 1, revision: 1, operationId, amendmentNumber: null } as const;
		expect(
			await replyToOpinion(chair, address, { ...reply, answer: 'not-accepted', motive: '' }),
		).toMatchObject({ error: { code: 'review/answer-without-motive' } });
		await done(replyToOpinion(chair, address, { ...reply, answer: 'partly', motive: 'Само по точка 1' }));
		expect(await replyToOpinion(chair, address, { ...reply, answer: 'accepted', motive: '' })).toMatchObject({
			error: { code: 'review/stale' },
		});
		const ledger = await done(viewOpinions(chair, address));
		expect(ledger).toMatchObject({ waiting: 0 });
		expect(ledger.opinions).toMatchObject([{ number: 1, answer: 'partly', point: 1, name: 'КТ „Подкрепа“' }]);
	});

	it('shows the names of citizens only to whoever keeps it, and keeps them out of the trail', async () => {
		const number = await inReview();
		const address = { slug: SLUG, number };
		const citizen = { ...union, source: 'citizen', name: 'Иван Петров', operationId: null } as const;
		await done(recordOpinion(chair, address, { ...citizen, body: 'Кой ще пази площада?' }));
		const councillor = await at.as('savetnik-elena-1');
		expect((await done(viewOpinions(councillor, address))).opinions[0]?.name).toBeNull();
		expect((await done(viewOpinions(chair, address))).opinions[0]?.name).toBe('Иван Петров');
		const trail = await at.database.db
			.selectFrom('audit_entry')
			.select('after')
			.where('action', '=', 'opinion.record')
			.execute();
		expect(JSON.stringify(trail)).not.toContain('Петров');
		const refused = { error: { code: 'access/forbidden' } };
		expect(await recordOpinion(councillor, address, { ...citizen, body: 'x' })).toMatchObject(refused);
	});
});
