import { describe, expect, it } from 'vitest';
import { countStructure } from '#lib/domain/scenario/index.ts';
import { isoDate } from '#lib/domain/shared/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { correctBallot, recordBallot } from '#lib/server/services/council-ballot.ts';
import { setProcedure, viewProcedure } from '#lib/server/services/council-procedure.ts';
import { withdrawVote } from '#lib/server/services/council-ballot-withdraw.ts';
import { viewBallot, viewVoting } from '#lib/server/services/council-vote-view.ts';
import { viewProposal } from '#lib/server/services/council-view.ts';
import { proposalModel } from '#lib/server/services/export-proposal.ts';
import { openProposal } from '#lib/server/services/proposal.ts';
import { viewVersions } from '#lib/server/services/history-versions.ts';
import { openReview } from '#lib/server/services/review.ts';
import { openStructure } from '#lib/server/services/workspace.ts';
import { aProposal, done, SLUG } from '#tests/support/elena-scenario.ts';
import {
	SESSION,
	EFFECT,
	WHOLE,
	at,
	consultant,
	chair,
	vote,
	inReview,
	decide,
} from '#tests/support/council-world.ts';
import { onDay } from '#tests/support/installation.ts';

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
		const versionId = view.decision?.versions[0]?.versionId ?? '';
		const { structure } = await done(openStructure(chair, { slug: SLUG, versionId }));
		expect(view.adopted?.after).toEqual(countStructure(structure));
		expect(view.adopted?.before).toEqual(view.numbers.before);
		const model = await done(proposalModel(chair, SLUG, { kind: 'proposal', number }, 'bg'));
		expect(model.decided).toMatchObject({ number: '45', leftOut: [left.position] });
	});

	it('refuses a day of effect before the decision or before the base version', async () => {
		const number = await inReview();
		await done(vote(number, () => 'for'));
		expect(await decide(number, [], isoDate('2026-12-09'))).toMatchObject({
			error: { code: 'review/effective-before-decision' },
		});
	});

	it('corrects a vote with a reason, and keeps what stood there, who corrected it and why', async () => {
		const number = await inReview();
		const address = { slug: SLUG, number };
		await done(vote(number, () => 'against'));
		expect(await vote(number, () => 'for')).toMatchObject({
			error: { code: 'review/whole-voted', ballot: 1 },
		});
		const { proposal } = await done(openProposal(chair, address));
		const input = { method: 'counted', counts: { for: 8, against: 3, abstain: 0 }, ballot: 1 } as const;
		const revision = proposal.revision;
		expect(await correctBallot(chair, address, { ...input, reason: ' ', revision })).toMatchObject({
			error: { code: 'review/reason-missing' },
		});
		const corrected = { ...input, reason: 'Объркани колони', revision };
		expect(await done(correctBallot(chair, address, corrected))).toMatchObject({
			outcome: 'carried',
			absent: 2,
		});
		expect(await correctBallot(chair, address, corrected)).toMatchObject({ error: { code: 'review/stale' } });
		const { corrections, votes } = await done(viewBallot(chair, address, 1));
		expect(votes).toEqual([]);
		expect(corrections).toMatchObject([
			{ reason: 'Объркани колони', before: { for: 0, against: 13 }, after: { for: 8, against: 3 } },
		]);
		// Counted where it had been by name: nobody's vote is said to have become another.
		expect(corrections[0]?.changed).toBeNull();
		const trail = await at.database.db
			.selectFrom('audit_entry')
			.select(['action', 'before'])
			.where('action', 'like', 'vote.%')
			.execute();
		expect(trail.map(({ action }) => action)).toEqual(['vote.record', 'vote.correct']);
		expect(trail[1]?.before).toContain('against');
	});

	it('records once what two secretaries record at the same time', async () => {
		const number = await inReview();
		const { proposal } = await done(openProposal(chair, { slug: SLUG, number }));
		const both = await Promise.all([
			vote(number, () => 'for', proposal.revision),
			vote(number, () => 'against', proposal.revision),
		]);
		expect(both.filter(({ ok }) => ok)).toHaveLength(1);
		const ballots = await at.database.db.selectFrom('ballot').select('id').execute();
		const votes = await at.database.db.selectFrom('vote').select('id').execute();
		expect([ballots.length, votes.length]).toEqual([1, 13]);
	});

	it('counts the submission by the day in the municipality, also in the hours after midnight', async () => {
		const night: Ctx = {
			...consultant,
			clock: { now: () => '2026-11-21T22:30:00.000Z', today: () => isoDate('2026-11-22') },
		};
		const address = { slug: SLUG, number: await aProposal(night) };
		const { proposal } = await done(openProposal(chair, address));
		const plan = { committee: '', amendmentsUntil: null, sessionOn: isoDate('2026-11-21') };
		expect(await setProcedure(chair, address, { ...plan, revision: proposal.revision })).toMatchObject({
			error: { code: 'review/session-before-submission', submittedOn: '2026-11-22' },
		});
		const { places } = await done(viewProcedure(chair, address));
		expect(places.find(({ key }) => key === 'submission')?.doneOn).toBe('2026-11-22');
	});

	it('refuses a session before the submission or within the term for amendments', async () => {
		const number = await inReview();
		const address = { slug: SLUG, number };
		const { proposal } = await done(openProposal(chair, address));
		const early = { ...WHOLE, choices: new Map(), sessionOn: isoDate('2026-11-01') };
		expect(await recordBallot(chair, address, { ...early, revision: proposal.revision })).toMatchObject({
			error: { code: 'review/session-before-submission', submittedOn: '2026-11-21' },
		});
		const term = { committee: 'Бюджет', amendmentsUntil: isoDate('2026-12-10'), sessionOn: null };
		await done(setProcedure(chair, address, { ...term, revision: proposal.revision }));
		expect(await vote(number, () => 'for')).toMatchObject({
			error: { code: 'review/session-within-term', until: '2026-12-10' },
		});
	});

	it('records no vote and no decision of a day that has not come', async () => {
		const number = await inReview();
		const address = { slug: SLUG, number };
		const { proposal } = await done(openProposal(chair, address));
		const ahead = { ...WHOLE, choices: new Map(), sessionOn: isoDate('2026-12-11') };
		expect(await recordBallot(chair, address, { ...ahead, revision: proposal.revision })).toMatchObject({
			error: { code: 'review/not-held-yet', onDay: '2026-12-11' },
		});
		await done(vote(number, () => 'for'));
		const before = onDay(chair, isoDate('2026-12-09'));
		expect(await decide(number, [], EFFECT, before)).toMatchObject({
			error: { code: 'review/not-held-yet', onDay: SESSION },
		});
	});

	it('takes a mistaken vote back with a reason, keeps it in sight and lets it be held again', async () => {
		const number = await inReview();
		const address = { slug: SLUG, number };
		await done(vote(number, () => 'against'));
		const seen = async () => (await done(openProposal(chair, address))).proposal.revision;
		const input = async (reason: string) => ({ ballot: 1, reason, revision: await seen() });
		expect(await withdrawVote(chair, address, await input(' '))).toMatchObject({
			error: { code: 'review/reason-missing' },
		});
		expect(await withdrawVote(consultant, address, await input('Грешка'))).toMatchObject({
			error: { code: 'access/forbidden' },
		});
		await done(withdrawVote(chair, address, await input('Гласуваше се точка 2')));
		expect(await withdrawVote(chair, address, await input('Пак'))).toMatchObject({
			error: { code: 'review/ballot-unknown' },
		});
		expect(await decide(number)).toMatchObject({ error: { code: 'review/no-vote' } });
		expect(await done(vote(number, () => 'for'))).toMatchObject({ number: 2, outcome: 'carried' });
		const { ballots, whole } = await done(viewVoting(chair, address));
		expect(viewProposal(await done(openReview(chair, address))).ballots).toEqual(ballots);
		expect(whole).toMatchObject({ for: 13 });
		expect(ballots.map((ballot) => [ballot.number, ballot.withdrawn?.reason ?? null])).toEqual([
			[1, 'Гласуваше се точка 2'],
			[2, null],
		]);
	});

	it('adopts the rest when a rejected point would have closed a gap that is in force', async () => {
		const number = await inReview();
		const address = { slug: SLUG, number };
		const { open } = await done(openReview(chair, address));
		const { operations, baseline } = open.frozen.snapshot;
		const gap = operations.find((item) => item.kind === 'function-transfer')!;
		const before = await done(openProposal(chair, address));
		const ballot = { subject: 'points', items: [gap.id], method: 'counted' } as const;
		const counts = { for: 2, against: 9, abstain: 0 };
		const point = { ...ballot, counts, sessionOn: SESSION, revision: before.proposal.revision };
		await done(recordBallot(chair, address, point));
		const view = await done(viewVoting(chair, address));
		expect(view.composed).toBeNull();
		expect(view.standing).toEqual([
			{ code: 'ledger/unplaced', functionKey: gap.payload.functionKey, wasUnplaced: true },
		]);
		await done(vote(number, () => 'for'));
		// What the whole was voted on stays as it is; the count may still be put right.
		const correct = async (yes: number, no: number) => {
			const { revision } = (await done(openProposal(chair, address))).proposal;
			const counted = { method: 'counted', counts: { for: yes, against: no, abstain: 0 } } as const;
			return correctBallot(chair, address, { ...counted, ballot: 1, reason: 'Протокол', revision });
		};
		expect(await correct(9, 2)).toMatchObject({ error: { code: 'review/whole-voted', ballot: 2 } });
		expect(await done(correct(3, 8))).toMatchObject({ outcome: 'not-carried' });
		expect(await done(decide(number))).toBe('adopted-amended');
		expect(
			baseline.participations.some(
				(part) => part.functionKey === gap.payload.functionKey && part.role === 'accountable',
			),
		).toBe(false);
	});

	it('is for the council alone', async () => {
		const number = await inReview();
		const sheet = { ...WHOLE, sessionOn: SESSION, choices: new Map(), revision: 2 };
		expect(await recordBallot(consultant, { slug: SLUG, number }, sheet)).toEqual({
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
