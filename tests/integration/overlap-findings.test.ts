import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textFingerprint } from '#lib/domain/overlap/index.ts';
import type { FindingId } from '#lib/domain/shared/index.ts';
import { readDispersion } from '#lib/server/services/overlap-dispersion.ts';
import { readGaps } from '#lib/server/services/overlap-gaps.ts';
import { readOverlapPage, type OverlapPage } from '#lib/server/services/overlap-page.ts';
import { judgeOverlap, withdrawVerdict } from '#lib/server/services/overlap-verdict.ts';
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
const EVERYTHING = {
	labels: [],
	unit: null,
	otherUnit: null,
	role: null,
	policyArea: null,
	from: 0,
	onlyOpen: false,
	work: null,
	fromHours: 0,
} as const;

async function openPage(username: string, onlyOpen = false): Promise<OverlapPage> {
	const found = await readOverlapPage(await at.as(username), {
		address: ADDRESS,
		withSlug: null,
		patience: 15_000,
		filter: { ...EVERYTHING, labels: ['duplication', 'overlap'], onlyOpen },
		page: 1,
		pageSize: 25,
		pair: null,
	});
	if (!found.ok) throw new Error(found.error.code);
	return found.value;
}

describe('the overlap page', () => {
	it('shows the pairs of a municipality, best first, with the words that they share', async () => {
		const page = await openPage('konsultant');
		expect(page.isReady).toBe(true);
		expect(page.pairs[0]?.label).toBe('duplication');
		const scores = page.pairs.map(({ score }) => score);
		expect(scores).toEqual([...scores].sort((x, y) => y - x));
		expect(page.detail?.explanation.a.spans.length).toBeGreaterThan(0);
		expect(page.canJudge).toBe(true);
		expect((await openPage('savetnik-elena-1')).canJudge).toBe(false);
	});

	it('closes a judged pair until its text changes, and does not raise it again', async () => {
		const before = await openPage('konsultant', true);
		const { a, b } = before.pairs[0]!;
		const given = {
			functions: [a.key, b.key] as const,
			fingerprints: [a.fingerprint, b.fingerprint] as const,
			verdict: 'control' as const,
			reason: 'едното звено проверява другото',
		};
		const ctx = await at.as('konsultant');
		expect(await judgeOverlap(ctx, ADDRESS, given)).toEqual({ ok: true, value: null });
		const after = await openPage('konsultant', true);
		expect(after.total).toBe(before.total - 1);
		expect(after.pairs.some((pair) => pair.a.key === a.key && pair.b.key === b.key)).toBe(false);
		const stale = { ...given, fingerprints: [textFingerprint('друго'), b.fingerprint] as const };
		expect(await judgeOverlap(ctx, ADDRESS, stale)).toEqual({ ok: false, error: { code: 'overlap/stale' } });
	});

	it('opens a pair again when its verdict is taken back, once', async () => {
		const before = await openPage('konsultant', true);
		const { a, b } = before.pairs[0]!;
		const pair = {
			functions: [a.key, b.key] as const,
			fingerprints: [a.fingerprint, b.fingerprint] as const,
		};
		const ctx = await at.as('konsultant');
		await judgeOverlap(ctx, ADDRESS, { ...pair, verdict: 'control', reason: 'едното проверява другото' });
		const judged = (await openPage('konsultant')).pairs.find(({ verdict }) => verdict !== null);
		expect([judged?.a.key, judged?.b.key]).toEqual([a.key, b.key]);
		const page = await openPage('konsultant');
		expect(page.recentReasons).toEqual({ control: ['едното проверява другото'] });
		const { decidedAt = '' } = page.detail?.decided ?? {};
		expect(await withdrawVerdict(await at.as('savetnik-elena-1'), ADDRESS, { ...pair, decidedAt })).toEqual({
			ok: false,
			error: { code: 'access/forbidden' },
		});
		expect(await withdrawVerdict(ctx, ADDRESS, { ...pair, decidedAt })).toEqual({ ok: true, value: null });
		expect((await openPage('konsultant', true)).total).toBe(before.total);
		expect(await withdrawVerdict(ctx, ADDRESS, { ...pair, decidedAt })).toEqual({
			ok: false,
			error: { code: 'overlap/stale' },
		});
	});

	it('lets only whoever may judge do so', async () => {
		const { a, b } = (await openPage('konsultant')).pairs[0]!;
		const given = {
			functions: [a.key, b.key] as const,
			fingerprints: [a.fingerprint, b.fingerprint] as const,
			verdict: 'duplication' as const,
			reason: 'еднакви са',
		};
		const refusal = (code: string) => ({ ok: false, error: { code } });
		expect(await judgeOverlap(await at.as('savetnik-elena-1'), ADDRESS, given)).toEqual(
			refusal('access/forbidden'),
		);
		expect(await judgeOverlap(await at.as('konsultant-lyaskovets'), ADDRESS, given)).toEqual(
			refusal('access/not-found'),
		);
		expect(await judgeOverlap(at.nobody(), ADDRESS, given)).toEqual(refusal('access/not-found'));
	});

	it('lists the planted gaps and the dispersion of T11', async () => {
		const ctx = await at.as('nablyudatel');
		const gaps = await readGaps(ctx, ADDRESS);
		expect(gaps.ok && gaps.value.lists.find(({ code }) => code === 'no-owner')?.functions[0]?.key).toBe(
			'el-ut-f38',
		);
		const dispersion = await readDispersion(ctx, ADDRESS);
		const planted =
			dispersion.ok && dispersion.value.functions.find(({ functionKey }) => functionKey === 'el-ut-f30');
		expect(planted && planted.dispersion).toBeCloseTo(0.575, 10);
	});
});

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

	it('carries recommendations by priority into the action plan', async () => {
		const id = await promoted();
		const ctx = await at.as('konsultant');
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
