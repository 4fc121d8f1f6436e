import { describe, expect, it } from 'vitest';
import { countStructure } from '#lib/domain/scenario/index.ts';
import { isoDate } from '#lib/domain/shared/index.ts';
import { recordVotes } from '#lib/server/services/council.ts';
import { viewProposal } from '#lib/server/services/council-view.ts';
import { proposalModel } from '#lib/server/services/export-proposal.ts';
import { openProposal } from '#lib/server/services/proposal.ts';
import { viewVersions } from '#lib/server/services/history-versions.ts';
import { openReview } from '#lib/server/services/review.ts';
import { openStructure } from '#lib/server/services/workspace.ts';
import { done, SLUG } from '#tests/support/elena-scenario.ts';
import {
	SESSION,
	EFFECT,
	at,
	consultant,
	chair,
	vote,
	inReview,
	decide,
} from '#tests/support/council-world.ts';

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
