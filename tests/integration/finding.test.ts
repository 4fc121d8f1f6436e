import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FindingId } from '#lib/domain/shared/index.ts';
import { draftFinding } from '#lib/server/services/finding-draft.ts';
import { addRecommendation, readActionPlan, saveAction } from '#lib/server/services/finding-plan.ts';
import {
	editFinding,
	listMunicipalFindings,
	promoteToFinding,
	readFinding,
} from '#lib/server/services/finding.ts';
import { demo } from '#tests/support/fixtures.ts';
import { anInstallation, type Installation } from '#tests/support/installation.ts';

let at: Installation;
beforeEach(async () => {
	at = await anInstallation();
});
afterEach(() => at.close());

const ADDRESS = { slug: 'elena' };
/** A power that no function of Елена serves. */
const GAP = demo.plantedTruth.gaps.find(({ municipality }) => municipality === 'elena')!.key;

describe('a finding', () => {
	async function promoted(): Promise<FindingId> {
		const ctx = await at.as('konsultant');
		const draft = await draftFinding(ctx, ADDRESS, { kind: 'gap', ref: GAP, ref2: null });
		if (!draft.ok) throw new Error(draft.error.code);
		const result = await promoteToFinding(ctx, ADDRESS, { ...WORDS, evidence: draft.value.evidence });
		if (!result.ok) throw new Error(result.error.code);
		return result.value.id;
	}
	const WORDS = {
		kind: 'gap',
		criterion: 'relevance',
		title: 'Няма програма за енергийна ефективност',
		body: 'Никое звено не я изпълнява.',
		severity: 3,
	} as const;

	it('keeps its evidence and is numbered', async () => {
		const id = await promoted();
		const read = await readFinding(await at.as('savetnik-elena-1'), 'elena', id);
		expect(read.ok && read.value.finding.number).toBeGreaterThan(0);
		expect(read.ok && read.value.evidence[0]).toMatchObject({ kind: 'power', ref: GAP });
		expect(read.ok && read.value.canEdit).toBe(false);
		expect(read.ok && read.value.history).toEqual([]);
	});

	it('is not made twice from the same evidence, as a double click would', async () => {
		const id = await promoted();
		const ctx = await at.as('konsultant');
		const evidence = [{ kind: 'power', ref: GAP, ref2: null, data: null }] as const;
		const again = await promoteToFinding(ctx, ADDRESS, { ...WORDS, evidence });
		expect(again).toMatchObject({ ok: false, error: { code: 'finding/exists', id } });
	});

	it('is edited by the revision that the person saw; the second editor is told', async () => {
		const id = await promoted();
		const ctx = await at.as('konsultant');
		const edit = { ...WORDS, severity: 5, status: 'accepted', statusReason: null } as const;
		expect(await editFinding(ctx, 'elena', { id, revision: 1, edit })).toEqual({ ok: true, value: null });
		expect(await editFinding(ctx, 'elena', { id, revision: 1, edit })).toEqual({
			ok: false,
			error: { code: 'finding/stale' },
		});
		const dismissed = { ...edit, status: 'dismissed' } as const;
		expect(await editFinding(ctx, 'elena', { id, revision: 2, edit: dismissed })).toEqual({
			ok: false,
			error: { code: 'finding/no-reason' },
		});
		const history = await readFinding(ctx, 'elena', id);
		expect(history.ok && history.value.history.map(({ action }) => action).sort()).toEqual([
			'finding.create',
			'finding.edit',
		]);
	});

	const edit = (impact: number, effort: number, legalComplexity: number) => ({
		body: `въздействие ${impact}, усилие ${effort}`,
		kind: 'structural' as const,
		impact,
		effort,
		legalComplexity,
		expectedEffect: 'по-малко преписки',
		status: 'proposed' as const,
		statusReason: null,
	});

	it('is listed with the number of its recommendations, by as many questions to the store as one finding takes', async () => {
		const id = await promoted();
		const ctx = await at.as('konsultant');
		for (const one of [edit(2, 2, 1), edit(4, 2, 3)])
			await addRecommendation(ctx, 'elena', { findingId: id, edit: one });
		let questions = 0;
		const db = ctx.db.withPlugin({
			transformQuery: ({ node }) => ((questions += 1), node),
			transformResult: ({ result }) => Promise.resolve(result),
		});
		const listed = async (filter: Parameters<typeof listMunicipalFindings>[2]) => {
			questions = 0;
			const list = await listMunicipalFindings({ ...ctx, db }, 'elena', filter);
			return list.ok ? list.value : { findings: [], total: 0 };
		};
		const [grave, graveQuestions] = [await listed({ severity: 5 }), questions];
		const [all, allQuestions] = [await listed({}), questions];
		expect(all.findings.find((one) => one.id === id)?.recommendations).toBe(2);
		expect(all.findings.length).toBeGreaterThan(grave.findings.length);
		expect([grave.total, all.total]).toEqual([all.findings.length, all.findings.length]);
		expect(allQuestions).toBe(graveQuestions);
	});

	it('carries recommendations by priority into the action plan', async () => {
		const id = await promoted();
		const ctx = await at.as('konsultant');
		for (const one of [edit(2, 2, 1), edit(4, 2, 3), edit(2, 1, 1)])
			expect((await addRecommendation(ctx, 'elena', { findingId: id, edit: one })).ok).toBe(true);
		const plan = await readActionPlan(ctx, 'elena');
		// 2 ÷ 1 and 4 ÷ 2 are both 2; the lesser legal complexity goes first, then 2 ÷ 2 = 1.
		expect(plan.ok && plan.value.recommendations.map(({ impact, effort }) => [impact, effort])).toEqual([
			[2, 1],
			[4, 2],
			[2, 2],
		]);
		const recommendationId = (plan.ok && plan.value.recommendations[0]?.id) || '';
		const step = {
			body: 'Заповед на кмета',
			responsible: 'Секретар',
			startsOn: null,
			dueOn: null,
			progress: 10,
			proof: null,
		};
		const saved = await saveAction(ctx, 'elena', { recommendationId, existing: null, edit: step });
		expect(saved).toEqual({ ok: true, value: null });
		const after = await readActionPlan(ctx, 'elena');
		expect(after.ok && after.value.recommendations[0]?.actions[0]).toMatchObject({ ...step, revision: 1 });
	});

	it('of another municipality is as if it did not exist', async () => {
		const id = await promoted();
		const stranger = await at.as('konsultant-lyaskovets');
		const missing = { ok: false, error: { code: 'access/not-found' } };
		expect(await readFinding(stranger, 'elena', id)).toEqual(missing);
		expect(await readFinding(stranger, 'lyaskovets', id)).toEqual(missing);
		expect(await listMunicipalFindings(at.nobody(), 'elena', {})).toEqual(missing);
	});

	it.each([
		['overlap', 'el-ut-f34', 'el-mp-f12'],
		['gap', GAP, null],
		['function', 'el-ut-f38', 'no-owner'],
		['fragmentation', 'el-ut-f30', null],
		['area', 'security', null],
		['workload', 'el-cao', 'overload'],
		['structure', 'structure/single-report', 'el-va'],
		['structure', 'el-va', null],
		['rule', 'R08', 'el-va'],
		['role-conflict', 'el-ut', 'environment'],
	])('is drafted from %s %s %s', async (kind, ref, ref2) => {
		const draft = await draftFinding(await at.as('konsultant'), ADDRESS, { kind, ref, ref2 });
		expect(draft.ok && draft.value.evidence).toHaveLength(1);
	});

	it.each([
		['overlap', 'el-ut-f34', 'nyama'],
		['overlap', 'el-ut-f34', 'el-ut-f34'],
		['gap', 'nyama', null],
		['nyama', 'el-ut', null],
		['workload', 'ly-osut', null],
	])('is not drafted from %s %s %s, which does not exist here', async (kind, ref, ref2) => {
		const draft = await draftFinding(await at.as('konsultant'), ADDRESS, { kind, ref, ref2 });
		expect(draft).toEqual({ ok: false, error: { code: 'finding/unknown-evidence' } });
	});
});
