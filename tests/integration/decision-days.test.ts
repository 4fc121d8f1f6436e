import { describe, expect, it } from 'vitest';
import { councilChart } from '#exports/council-papers/annexes.ts';
import { councilPaper } from '#exports/council-papers/papers.ts';
import type { PaperKind, PaperModel } from '#exports/council-papers/model.ts';
import { asId, headcount, isoDate, type IsoDate, type UnitKey } from '#lib/domain/shared/index.ts';
import { decisionText } from '#lib/i18n/decision-text.ts';
import { recordDecision } from '#lib/server/services/council.ts';
import { viewAdoption } from '#lib/server/services/adoption-undo.ts';
import { openPapers, paperModel } from '#lib/server/services/paper-model.ts';
import { openProposal, submitScenario } from '#lib/server/services/proposal.ts';
import { takeReviewStep } from '#lib/server/services/review.ts';
import { openScenario } from '#lib/server/services/scenario.ts';
import { chair, consultant, decide, vote, words } from '#tests/support/council-world.ts';
import { aClosedScenario, add, done, paper, SLUG } from '#tests/support/elena-scenario.ts';

/** The proposal names 1 January; the council puts the decision off to 1 February. */
const DECIDED = isoDate('2027-02-01');
const JULY = isoDate('2027-07-01');
/** The day that the proposal names, and one before it. */
const NAMED = isoDate('2027-01-01');
const EARLIER = isoDate('2026-12-15');

/** A decision whose day is not the proposed one; with `later`, a point of its own takes one post away on that day. */
async function decided(later: IsoDate | null) {
	const address = { slug: SLUG, scenarioId: await aClosedScenario(consultant) };
	const { run } = await done(openScenario(consultant, address));
	const line = run.after.posts.find((post) => post.approved >= 2)!;
	const approved = headcount(line.approved - 1);
	const changes = { approved, occupied: headcount(Math.min(line.occupied, approved)) };
	await add(
		consultant,
		address.scenarioId,
		{ kind: 'post-change', payload: { postKey: line.key, changes } },
		later,
	);
	const { scenario } = await done(openScenario(consultant, address));
	const number = await done(submitScenario(consultant, address, paper(scenario.revision)));
	const proposal = { slug: SLUG, number };
	await done(takeReviewStep(chair, proposal, { action: 'open-review', note: '', revision: 1 }));
	await done(vote(number, () => 'for'));
	const { revision } = (await done(openProposal(chair, proposal))).proposal;
	const input = { number: '45', effectiveOn: DECIDED, leftOut: new Set<never>(), revision };
	await done(
		recordDecision(chair, proposal, input, {
			...words,
			body: (facts) =>
				decisionText({ facts, title: 'Структура', rule: { councilSize: 13 }, isAdopted: true }),
		}),
	);
	const papers = await done(openPapers(consultant, proposal));
	const { versions } = await done(viewAdoption(consultant, address));
	return { model: paperModel(consultant, papers, 'bg'), versions };
}

/** All words of a paper, one line each, with plain spaces. */
function linesOf(kind: PaperKind, model: PaperModel): readonly string[] {
	return councilPaper(kind, model)
		.blocks.flatMap((block) => {
			if (block.kind === 'table') return block.table.rows.map(({ cells }) => cells.join(' | '));
			return 'text' in block ? [block.text] : [];
		})
		.join('\n')
		.replaceAll('\u00a0', ' ')
		.split('\n');
}

const ANNEXES = ['annex-structure', 'annex-counts', 'annex-other'] as const;

describe('the day of a decision that the council put off', () => {
	it('is the same in its text, in the drawing of its annex and in the version that it makes', async () => {
		const { model, versions } = await decided(null);
		const text = linesOf('decision', model).join('\n');
		expect(text).toContain('влиза в сила от 01.02.2027 г.');
		expect(councilChart(model, 'after').subtitle).toContain('01.02.2027');
		expect(versions.map(({ validFrom }) => validFrom)).toEqual([DECIDED]);
		// the day that was proposed stands in no paper of what was decided
		for (const kind of ['decision', ...ANNEXES] as const)
			expect(linesOf(kind, model).join('\n'), kind).not.toContain('01.01.2027');
		expect(councilChart(model, 'after').subtitle).not.toContain('01.01.2027');
	});

	it('and each later day stand over a part of every annex, with the total of that point of the text', async () => {
		const { model, versions } = await decided(JULY);
		const text = linesOf('decision', model);
		expect(versions.map(({ validFrom }) => validFrom)).toEqual([DECIDED, JULY]);
		const totals = ['01.02.2027', '01.07.2027'].map((day, at) => {
			const line = text.find((words) => words.startsWith(`1.${at + 1}. от ${day} г. – `));
			return Number(/– (\d+) бр\./u.exec(line ?? '')?.[1]);
		});
		expect(totals[1]).toBe(Number(totals[0]) - 1);
		expect(linesOf('annex-structure', model)).toEqual(
			expect.arrayContaining(['Приложение № 1.1 – от 01.02.2027 г.', 'Приложение № 1.2 – от 01.07.2027 г.']),
		);
		const counts = linesOf('annex-counts', model);
		const parts = ['Приложение № 2.1 – от 01.02.2027 г.', 'Приложение № 2.2 – от 01.07.2027 г.'];
		for (const [at, part] of parts.entries()) {
			const from = counts.indexOf(part);
			expect(from, part).toBeGreaterThanOrEqual(0);
			const total = counts.slice(from).find((words) => words.startsWith('Всичко общинска администрация | '));
			expect(total?.split(' | ')[2], part).toBe(String(totals[at]));
		}
		for (const kind of ['decision', ...ANNEXES] as const)
			expect(linesOf(kind, model).join('\n'), kind).not.toContain('01.01.2027');
	});
});

describe('a day that the council sets before the submitted one', () => {
	it('is refused where a function would wait in a unit without posts until the submitted day', async () => {
		const address = { slug: SLUG, scenarioId: await aClosedScenario(consultant) };
		const { run } = await done(openScenario(consultant, address));
		const { functionKey, unitKey } = run.before.participations.find(({ role }) => role === 'accountable')!;
		const empty = asId<UnitKey>('nov-otdel');
		const hand = (fromUnitKey: UnitKey, toUnitKey: UnitKey) => ({
			kind: 'function-transfer' as const,
			payload: { functionKey, fromUnitKey, toUnitKey, formerRole: null, withActivities: true },
		});
		// with the decision to the department without posts, and back on 1 January: at once on the submitted day
		await add(consultant, address.scenarioId, hand(unitKey, empty));
		await add(consultant, address.scenarioId, hand(empty, unitKey), NAMED);
		const { scenario } = await done(openScenario(consultant, address));
		const number = await done(submitScenario(consultant, address, paper(scenario.revision)));
		const proposal = { slug: SLUG, number };
		await done(takeReviewStep(chair, proposal, { action: 'open-review', note: '', revision: 1 }));
		await done(vote(number, () => 'for'));
		expect(await decide(number, [], EARLIER)).toMatchObject({
			error: { code: 'proposal/blocked', blocks: [{ code: 'scenario/phase', startsOn: EARLIER }] },
		});
		expect(await done(decide(number, [], NAMED))).toBe('adopted');
	});
});
