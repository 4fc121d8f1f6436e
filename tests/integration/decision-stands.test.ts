import { describe, expect, it } from 'vitest';
import { viewProposal, viewProposalChart } from '#lib/server/services/council-view.ts';
import { restoreAdoption, undoAdoption } from '#lib/server/services/adoption-undo.ts';
import { viewProcedure } from '#lib/server/services/council-procedure.ts';
import { readProposal } from '#lib/server/services/council-reading.ts';
import { exportProposal, proposalModel } from '#lib/server/services/export-proposal.ts';
import { proposalWorkbook } from '#exports/proposal/workbook.ts';
import { publicWorkbook } from '#exports/public-page/files.ts';
import { exportPaper } from '#lib/server/services/export-papers.ts';
import { checkPaper } from '#lib/server/services/paper-check.ts';
import { openPapers } from '#lib/server/services/paper-model.ts';
import { listPublicDecisions, publicFile, readPublicDecision } from '#lib/server/services/public-page.ts';
import { viewPublication } from '#lib/server/services/publication-view.ts';
import { publishDecision, withdrawPublication } from '#lib/server/services/publication.ts';
import { openReview } from '#lib/server/services/review.ts';
import { isoDate } from '#lib/domain/shared/index.ts';
import { amendedDecision, file, hands, point, YES } from '#tests/support/council-amending.ts';
import { at, chair, consultant, EFFECT, inReview, SESSION } from '#tests/support/council-world.ts';
import { done, SLUG } from '#tests/support/elena-scenario.ts';
import { onDay } from '#tests/support/installation.ts';

const REASON = { reason: 'Областният управител върна решението.' };
/** The day of the decision or after it. */
const later = () => onDay(consultant, SESSION);
const PAGE = { municipality: SLUG, decision: '45-2026-12-10' };

describe('a decision whose application was taken back', () => {
	it('keeps its papers, and the papers that were issued before agree with it', async () => {
		const { address, scenario } = await amendedDecision();
		const before = await done(openPapers(consultant, address));
		const { bytes } = await done(exportPaper(consultant, address, 'annex-counts', 'bg'));
		await done(undoAdoption(later(), scenario, REASON));
		const after = await done(openPapers(consultant, address));
		expect(after.adopted).toEqual(before.adopted);
		expect(after.adopted?.numbers).not.toEqual(after.submitted.numbers);
		const { paper, differences } = await done(checkPaper(consultant, address, bytes));
		expect({ paper, differences }).toEqual({
			...{ paper: 'Численост на общинската администрация', differences: [] },
		});
	});

	it('is read and drawn as adopted, without a version to open', async () => {
		const { address, scenario } = await amendedDecision();
		const before = viewProposalChart(await done(openReview(consultant, address)), null);
		await done(undoAdoption(later(), scenario, REASON));
		const after = viewProposalChart(await done(openReview(consultant, address)), null);
		expect(after.chart).toEqual(before.chart);
		expect(after.adopted).toEqual({ number: '45', versionId: null });
		expect(await done(readProposal(consultant, address, 'adopted'))).toMatchObject({ isDecided: true });
	});

	it('keeps its day on the way through the council, which tells of the undo and of its end', async () => {
		const { address, scenario } = await amendedDecision();
		await done(undoAdoption(later(), scenario, REASON));
		const view = await done(viewProcedure(chair, address));
		const [adoption, effect] = (['adoption', 'effect'] as const).map((key) =>
			view.places.find((place) => place.key === key),
		);
		expect(adoption).toMatchObject({ doneOn: SESSION, status: 'done' });
		expect(effect).toMatchObject({ doneOn: null, dueOn: EFFECT });
		expect(view.undone).toMatchObject({ note: REASON.reason });
		const undone = await done(openReview(chair, address));
		expect(undone.events.at(-1)).toMatchObject({ action: 'application-undone', note: REASON.reason });
		await done(restoreAdoption(later(), scenario));
		const restored = await done(openReview(chair, address));
		const { name } = consultant.actor ?? {};
		expect(restored.events.at(-1)).toMatchObject({ action: 'application-restored', actorName: name });
		expect((await done(viewProcedure(chair, address))).undone).toBeNull();
	});

	it('says so where citizens read it, and can be taken back from there', async () => {
		const { address, scenario } = await amendedDecision();
		await done(publishDecision(chair, address, 0));
		expect(await done(readPublicDecision(at.nobody(), PAGE))).toMatchObject({ undoneAt: null });
		await done(undoAdoption(later(), scenario, REASON));
		const page = await done(readPublicDecision(at.nobody(), PAGE));
		expect(page).toMatchObject({
			isInForce: false,
			undoneAt: later().clock.now(),
			content: { number: '45' },
		});
		const { decisions } = await done(listPublicDecisions(at.nobody(), SLUG));
		expect(decisions[0]).toMatchObject({ undoneAt: page.undoneAt, updatedAt: page.undoneAt });
		const view = await done(viewPublication(chair, address, { level: 'public', locale: 'bg' }));
		expect(view).toMatchObject({ publication: { state: 'published' }, undone: REASON });
		expect(view.content).not.toBeNull();
		await done(withdrawPublication(chair, address, 1));
		expect(await readPublicDecision(at.nobody(), PAGE)).toMatchObject({
			error: { code: 'publication/withdrawn' },
		});
	});

	it('never goes back to an older day for whoever follows the page', async () => {
		const { address, scenario } = await amendedDecision();
		await done(publishDecision(chair, address, 0));
		const undone = onDay(consultant, isoDate('2026-12-12'));
		const restored = onDay(consultant, isoDate('2026-12-14'));
		await done(undoAdoption(undone, scenario, REASON));
		expect((await done(readPublicDecision(at.nobody(), PAGE))).updatedAt).toBe(undone.clock.now());
		await done(restoreAdoption(restored, scenario));
		expect(await done(readPublicDecision(at.nobody(), PAGE))).toMatchObject({
			undoneAt: null,
			updatedAt: restored.clock.now(),
		});
	});

	it('says so in the files that are taken from the page', async () => {
		const { address, scenario } = await amendedDecision();
		await done(publishDecision(chair, address, 0));
		const named = { page: 'https://example.bg/p', locale: 'bg' } as const;
		const files = async () => {
			const decision = await done(readPublicDecision(at.nobody(), PAGE));
			const read = async (file: 'numbers.csv' | 'before.svg' | 'after.svg') =>
				Buffer.from((await publicFile(decision, file, named)).bytes).toString('utf8');
			const { undoneAt, content } = decision;
			return [
				...[await read('numbers.csv'), await read('before.svg'), await read('after.svg')],
				publicWorkbook(content, named.page, { undoneAt, locale: 'bg' }).cover.caveats.join(' '),
			];
		};
		for (const text of await files()) expect(text).not.toContain('отменено');
		await done(undoAdoption(later(), scenario, REASON));
		for (const text of await files()) expect(text).toContain('отменено');
	});
});

describe('the workbook of an adopted proposal', () => {
	it('holds the numbers of the decision, says whose they are and what had been submitted', async () => {
		const { address, scenario } = await amendedDecision();
		const { adopted, submitted } = await done(openPapers(consultant, address));
		const source = { kind: 'proposal', number: address.number } as const;
		const model = await done(proposalModel(consultant, SLUG, source, 'bg'));
		expect(model.report.numbers).toEqual(adopted?.numbers);
		expect(model.decided).toMatchObject({ number: '45', amendments: [1] });
		expect(model.decided?.leftOut).toHaveLength(1);
		// the amendment adds one post
		expect(model.report.numbers.after.administration).toBe(submitted.numbers.after.administration + 1);
		const cover = proposalWorkbook(model).cover;
		const facts = new Map(cover.facts.map(({ label, value }) => [label, value]));
		expect(JSON.stringify(facts.get('Числата в листовете'))).toContain('приетите с Решение');
		expect(facts.has('Внесено беше')).toBe(true);
		const { bytes } = await done(exportProposal(consultant, SLUG, source, 'bg'));
		await done(undoAdoption(consultant, scenario, REASON));
		expect((await done(checkPaper(consultant, address, bytes))).differences).toEqual([]);
	});
});

describe('the points of a proposal that the council changed', () => {
	it('are read as adopted: what was added comes last with its amendment, what fell out is marked', async () => {
		const { address } = await amendedDecision();
		const { adopted } = await done(openPapers(chair, address));
		const view = viewProposal(await done(openReview(chair, address)));
		expect(view.points.at(-1)).toMatchObject({ number: null, amendments: [1], isLeftOut: false, posts: 1 });
		const left = view.points.filter(({ isLeftOut }) => isLeftOut);
		expect(left.map(({ operation }) => operation.kind)).toEqual(['unit-create']);
		expect(view.adopted).toEqual(adopted?.numbers);
		expect(view.brokenRules.map(({ rule }) => rule)).toEqual(
			adopted?.report.rules.filter(({ after }) => after.verdict === 'failed').map(({ after }) => after.rule),
		);
	});

	it('are read so from the vote on, before the decision', async () => {
		const number = await inReview();
		const { id } = await point(number, 'unit-create');
		await file(chair, number, {
			...{ kind: 'change', operationId: id },
			edits: [{ path: 'name', before: null, after: { bg: 'Отдел „Ред“', en: null } }],
		});
		const address = { slug: SLUG, number };
		const submitted = viewProposal(await done(openReview(chair, address)));
		expect(submitted.points.every((one) => one.submitted === null && one.amendments.length === 0)).toBe(true);
		await done(hands(number, 'amendments', ['1'], YES));
		const view = viewProposal(await done(openReview(chair, address)));
		const changed = view.points.filter((one) => one.submitted !== null);
		expect(changed).toMatchObject([
			{ amendments: [1], operation: { payload: { name: { bg: 'Отдел „Ред“' } } } },
		]);
		expect(changed[0]?.submitted?.operation.payload).toMatchObject({ name: { bg: 'Отдел „Координация“' } });
	});
});
