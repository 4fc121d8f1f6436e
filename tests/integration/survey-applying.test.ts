import { describe, expect, it } from 'vitest';
import type { VersionId } from '#lib/domain/shared/index.ts';
import { NO_WHAT_IF } from '#lib/domain/workload/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { listAllocations } from '#lib/server/queries/allocation.ts';
import { copyAsWorking } from '#lib/server/services/history-versions.ts';
import { applyAgain } from '#lib/server/services/survey-apply-again.ts';
import { applyCampaign, previewApply, takeBackCampaign } from '#lib/server/services/survey-apply.ts';
import { closeCampaign, reopenCampaign } from '#lib/server/services/survey-links.ts';
import { mapAddition, readQuality } from '#lib/server/services/survey-quality.ts';
import { approveAnswers, approveClean, reconsider } from '#lib/server/services/survey-validate.ts';
import { showUnitMethods } from '#lib/server/services/workload-methods-unit.ts';
import { anOpenSurvey, aSurveyPlan } from '#tests/support/survey-world.ts';
import {
	addOwn,
	ctx,
	goOnWith,
	handIn,
	head,
	items,
	seats,
	seen,
	survey,
} from '#tests/support/survey-answers.ts';

const METHODS = { year: null, method: 'wisn', base: 'inhabitants', whatIf: NO_WHAT_IF } as const;

describe('applying', () => {
	async function closedWith(...parts: readonly (readonly number[])[]): Promise<void> {
		for (const [place, own] of parts.entries())
			await approveAnswers(head, survey, await seen(await handIn(place, ...own)));
		await closeCampaign(ctx, survey);
	}
	const allocations = async () => {
		const [campaign] = await ctx.db
			.selectFrom('survey_campaign')
			.select('version_id')
			.where('id', '=', survey.id)
			.execute();
		return listAllocations(ctx.db, campaign!.version_id as VersionId);
	};

	it('makes the validated shares allocations of the version, and takes them back', async () => {
		await closedWith([0.6, 0.4]);
		const [first] = await seats();
		const preview = await previewApply(ctx, survey);
		expect(preview).toMatchObject({ value: { allocations: 2, mayApply: true, mayTakeBack: false } });
		// One person stands behind it, so the organiser sees that there is something, not what.
		expect(preview).toMatchObject({
			value: { units: [{ functions: null, validatedPosts: 1, isShared: false }] },
		});
		expect(await applyCampaign(ctx, survey)).toEqual({ ok: true, value: 2 });
		const made = await allocations();
		expect(made.map((one) => [one.postKey, one.share, one.low, one.high, one.respondents])).toEqual([
			[first?.postKey, 0.6, 0.6, 0.6, 1],
			[first?.postKey, 0.4, 0.4, 0.4, 1],
		]);
		expect(await applyCampaign(ctx, survey)).toMatchObject({ error: { code: 'survey/wrong-state' } });
		expect(await reopenCampaign(ctx, survey)).toMatchObject({ error: { code: 'survey/wrong-state' } });
		expect((await takeBackCampaign(ctx, survey)).ok).toBe(true);
		expect(await allocations()).toEqual([]);
	});

	it('shows the organiser no sum before it is applied, nor afterwards what gives fewer than three people away', async () => {
		// Function 1: A, B, C and D; 2: A, B and C; 3: A alone. Three is hidden, and two with it, as A is but one person.
		await closedWith([0.5, 0.3, 0.2], [0.5, 0.5], [0.5, 0.5], [1]);
		const preview = await previewApply(ctx, survey);
		expect(preview).toMatchObject({
			value: { units: [{ functions: null, unwritten: null, isShared: true }] },
		});
		await applyCampaign(ctx, survey);
		const list = await items();
		const surveyed = async (user: Ctx) => {
			const page = await showUnitMethods(user, { slug: 'elena', unitKey: 'el-ut' }, METHODS);
			if (!page.ok || page.value.kind !== 'computed') throw new Error('the unit is computed');
			const found = new Map<string, unknown>(page.value.functions.map((fn) => [fn.key, fn.survey]));
			return list.slice(0, 3).map(({ functionKey }) => found.get(functionKey ?? ''));
		};
		expect((await surveyed(ctx)).slice(1)).toEqual(['hidden', 'hidden']);
		expect(await surveyed(ctx)).toMatchObject([{ expected: expect.any(Number) }, 'hidden', 'hidden']);
		expect((await surveyed(head)).map((one) => one !== 'hidden')).toEqual([true, true, true]);
	});

	it('hides a unit again where a fifth person was added to four that were shown', async () => {
		const hidden = async () => {
			const page = await showUnitMethods(ctx, { slug: 'elena', unitKey: 'el-ut' }, METHODS);
			return page.ok && page.value.kind === 'computed' && page.value.isSurveyHidden;
		};
		await closedWith([1], [0.6, 0.4], [0.2, 0.8], [1]);
		const fifth = await handIn(4, 0.5, 0.5);
		await applyCampaign(ctx, survey);
		expect(await hidden()).toBe(false);
		await takeBackCampaign(ctx, survey);
		expect((await approveAnswers(head, survey, await seen(fifth))).ok).toBe(true);
		expect(await previewApply(ctx, survey)).toMatchObject({ value: { units: [{ isShared: false }] } });
		await applyCampaign(ctx, survey);
		expect(await hidden()).toBe(true);
		// Without the fifth it is what was shown before, and may be shown again.
		await takeBackCampaign(ctx, survey);
		expect((await reconsider(head, survey, await seen(fifth))).ok).toBe(true);
		await applyCampaign(ctx, survey);
		expect(await hidden()).toBe(false);
	});

	it('hides the unit in a version where one of its posts has gone, and keeps it where it was asked', async () => {
		await closedWith([1], [0.6, 0.4], [0.2, 0.8], [1]);
		await applyCampaign(ctx, survey);
		const copy = await copyAsWorking(ctx, { slug: 'elena' }, { bg: 'Работна', en: null });
		if (!copy.ok) throw new Error(copy.error.code);
		const [first] = await seats();
		const post = ctx.db.updateTable('post').where('version_id', '=', copy.value);
		const other = await ctx.db
			.selectFrom('org_unit')
			.select('key')
			.where('version_id', '=', copy.value)
			.where('key', '!=', 'el-ut')
			.executeTakeFirstOrThrow();
		await post.set({ unit_key: other.key }).where('key', '=', first!.postKey).execute();
		const isHidden = async (versionId: string | null) => {
			const page = await showUnitMethods(ctx, { slug: 'elena', versionId, unitKey: 'el-ut' }, METHODS);
			return page.ok && page.value.kind === 'computed' && page.value.isSurveyHidden;
		};
		expect([await isHidden(null), await isHidden(copy.value)]).toEqual([false, true]);
	});

	describe('before it was decided which sums everybody may see', () => {
		/** Leaves what an application left then: no cell, and no word of the posts of the time. */
		async function forget(): Promise<void> {
			const columns = { cell: null, cell_size: null, occupied: null };
			await ctx.db.updateTable('allocation').set(columns).where('campaign_id', '=', survey.id).execute();
			await ctx.db.deleteFrom('survey_release').execute();
		}
		const unitPage = async (user: Ctx, versionId: string | null = null) => {
			const page = await showUnitMethods(user, { slug: 'elena', versionId, unitKey: 'el-ut' }, METHODS);
			if (!page.ok || page.value.kind !== 'computed') throw new Error('the unit is computed');
			return page.value;
		};

		it('hides the unit, says which survey has to be applied again, and shows it once that is done', async () => {
			await closedWith([1], [0.6, 0.4], [0.2, 0.8], [1]);
			await applyCampaign(ctx, survey);
			expect((await unitPage(ctx)).undecided.surveys).toEqual([]);
			expect(await applyAgain(ctx, survey)).toMatchObject({ error: { code: 'survey/wrong-state' } });
			const before = await allocations();
			await forget();
			expect(await unitPage(ctx)).toMatchObject({
				isSurveyHidden: true,
				undecided: { surveys: [{ id: survey.id }], mayApply: true },
			});
			expect((await unitPage(head)).undecided.mayApply).toBe(false);
			expect(await previewApply(ctx, survey)).toMatchObject({ value: { isUndecided: true } });
			expect(await applyAgain(head, survey)).toMatchObject({ error: { code: 'access/forbidden' } });
			expect(await applyAgain(ctx, survey)).toEqual({ ok: true, value: null });
			expect(await unitPage(ctx)).toMatchObject({ isSurveyHidden: false, undecided: { surveys: [] } });
			expect((await allocations()).map(({ share, occupied }) => [share, occupied])).toEqual(
				before.map(({ share, occupied }) => [share, occupied]),
			);
		});

		it('is decided in a version that carries the result on too, where it cannot be taken back', async () => {
			await closedWith([1], [0.6, 0.4], [0.2, 0.8], [1]);
			await applyCampaign(ctx, survey);
			const copy = await copyAsWorking(ctx, { slug: 'elena' }, { bg: 'Работна', en: null });
			if (!copy.ok) throw new Error(copy.error.code);
			await forget();
			expect((await unitPage(ctx, copy.value)).isSurveyHidden).toBe(true);
			expect((await applyAgain(ctx, survey)).ok).toBe(true);
			const [own, carried] = [await unitPage(ctx), await unitPage(ctx, copy.value)];
			expect([own.isSurveyHidden, carried.isSurveyHidden]).toEqual([false, false]);
			expect(carried.undecided.surveys).toEqual([]);
			const marks = ({ need }: typeof own) => need.measures.find(({ method }) => method === 'survey')?.fte;
			expect(marks(carried)).toEqual(marks(own));
		});
	});

	it('leaves answers that nobody validated before it as they are, also the clean ones of a whole unit', async () => {
		const late = await handIn(1, 0.6, 0.4);
		await closedWith([0.6, 0.4]);
		await applyCampaign(ctx, survey);
		expect(await approveAnswers(head, survey, await seen(late))).toMatchObject({
			error: { code: 'survey/not-possible' },
		});
		expect(await approveClean(head, survey, 'el-ut')).toEqual({
			ok: false,
			error: { code: 'survey/applied' },
		});
		expect((await seats())[1]?.state).toBe('submitted');
	});

	it('is refused where nothing was validated', async () => {
		await handIn(0, 0.6, 0.4);
		await closeCampaign(ctx, survey);
		expect(await applyCampaign(ctx, survey)).toMatchObject({ error: { code: 'survey/nothing-validated' } });
	});

	it('lets a later survey of the same posts stand, and the earlier one again when that is taken back', async () => {
		await closedWith([0.6, 0.4]);
		await applyCampaign(ctx, survey);
		const earlier = survey;
		const later: Ctx = { ...ctx, clock: { ...ctx.clock, now: () => '2026-11-22T09:00:00.000Z' } };
		const plan = aSurveyPlan({ name: { bg: 'Втора', en: null } });
		goOnWith((await anOpenSurvey(later, { plan })).at);
		await closedWith([0.1, 0.9]);
		expect((await applyCampaign(later, survey)).ok).toBe(true);
		expect((await allocations()).map((one) => one.share)).toEqual([0.1, 0.9]);
		expect((await takeBackCampaign(later, survey)).ok).toBe(true);
		expect((await allocations()).map((one) => one.share)).toEqual([0.6, 0.4]);
		expect(earlier.id).not.toBe(survey.id);
	});

	it('goes with a copy of the version and cannot be taken back from under it', async () => {
		await closedWith([0.6, 0.4]);
		await applyCampaign(ctx, survey);
		const copy = await copyAsWorking(ctx, { slug: 'elena' }, { bg: 'Работна', en: null });
		if (!copy.ok) throw new Error(copy.error.code);
		expect(await listAllocations(ctx.db, copy.value)).toHaveLength(2);
		expect(await takeBackCampaign(ctx, survey)).toMatchObject({
			error: { code: 'survey/carried-on', versions: [copy.value] },
		});
	});

	it('counts an own addition as what the organiser recognised it as', async () => {
		const person = await handIn(0, 0.6);
		const { own, first } = await addOwn(person);
		expect(await readQuality(ctx, survey)).toMatchObject({
			value: { additions: [{ id: own, text: { bg: 'Дежурства' }, unit: null, mappedTo: null }] },
		});
		expect(await mapAddition(ctx, survey, { item: own, to: 'niama' })).toMatchObject({
			error: { code: 'survey/unknown-item' },
		});
		expect((await mapAddition(ctx, survey, { item: own, to: first.id })).ok).toBe(true);
		await approveAnswers(head, survey, await seen(person));
		await closeCampaign(ctx, survey);
		await applyCampaign(ctx, survey);
		expect((await allocations()).map((one) => one.share)).toEqual([1]);
		expect(await mapAddition(ctx, survey, { item: own, to: null })).toMatchObject({
			error: { code: 'survey/applied' },
		});
	});
});
