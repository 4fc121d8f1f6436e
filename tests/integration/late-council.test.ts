import { describe, expect, it } from 'vitest';
import { delegateUnit, openDelegation } from '#lib/server/services/scenario-delegation.ts';
import { proposeOperation } from '#lib/server/services/scenario-delegation-work.ts';
import { openScenario } from '#lib/server/services/scenario.ts';
import { giveOpinion, withdrawAmendment, fileAmendment } from '#lib/server/services/council-amendment.ts';
import { openProposal, submitScenario } from '#lib/server/services/proposal.ts';
import { takeReviewStep } from '#lib/server/services/review.ts';
import { addedPost, file } from '#tests/support/council-amending.ts';
import { at, chair, consultant, inReview } from '#tests/support/council-world.ts';
import { aClosedScenario, done, paper, SLUG } from '#tests/support/elena-scenario.ts';
import { lateBy } from '#tests/support/late.ts';

describe('a proposal that is withdrawn at the same moment', () => {
	const NOT_ANY_MORE = { ok: false, error: { code: 'review/not-permitted', from: 'withdrawn' } };
	const withdrawing = (number: number) =>
		lateBy(chair, async () => {
			const { proposal } = await done(openProposal(consultant, { slug: SLUG, number }));
			const step = { action: 'withdraw', note: 'Отпада', revision: proposal.revision } as const;
			return done(takeReviewStep(consultant, { slug: SLUG, number }, step));
		});

	it('gets no amendment', async () => {
		const number = await inReview();
		const input = { body: await addedPost(number, 'a1'), motive: 'За яснота' };
		expect(await fileAmendment(withdrawing(number), { slug: SLUG, number }, input)).toMatchObject(
			NOT_ANY_MORE,
		);
	});

	it('keeps its amendments as they stood', async () => {
		const number = await inReview();
		const amendment = await file(chair, number, await addedPost(number, 'a1'));
		const address = { slug: SLUG, number };
		const seen = { number: amendment, revision: 1 };
		const opinion = { ...seen, opinion: 'accepts', text: 'Да' } as const;
		expect(await giveOpinion(withdrawing(number), address, opinion)).toMatchObject(NOT_ANY_MORE);
		expect(await withdrawAmendment(chair, address, seen)).toMatchObject(NOT_ANY_MORE);
	});
});

describe('a scenario that is submitted at the same moment', () => {
	const GIVEN = { unitKey: 'el-ut', task: 'Предложете промени.', dueOn: null };
	const NO_DRAFT = { ok: false, error: { code: 'scenario/not-a-draft' } };
	const submitting = (address: { slug: string; scenarioId: string }) => async () => {
		const { scenario } = await done(openScenario(consultant, address));
		return done(submitScenario(consultant, address, paper(scenario.revision)));
	};

	it('gives no unit to its head', async () => {
		const address = { slug: SLUG, scenarioId: await aClosedScenario(consultant) };
		const late = lateBy(consultant, submitting(address));
		expect(await delegateUnit(late, address, GIVEN)).toEqual(NO_DRAFT);
	});

	it('takes no proposal of a head', async () => {
		const scenario = { slug: SLUG, scenarioId: await aClosedScenario(consultant) };
		const address = { ...scenario, delegationId: await done(delegateUnit(consultant, scenario, GIVEN)) };
		const head = await at.as('rakovoditel-elena');
		const { delegation } = await done(openDelegation(head, address));
		const payload = {
			...{ key: 'd-a', parentKey: 'el-ut', name: { bg: 'Сектор А', en: null } },
			...{ kind: 'sector', part: 'specialised' },
		};
		const body = { kind: 'unit-create', payload } as Parameters<typeof proposeOperation>[2]['body'];
		const input = { body, motive: 'По-ясно', revision: delegation.revision };
		expect(await proposeOperation(lateBy(head, submitting(scenario)), address, input)).toEqual(NO_DRAFT);
		expect((await done(openDelegation(consultant, address))).proposed).toEqual([]);
	});
});
