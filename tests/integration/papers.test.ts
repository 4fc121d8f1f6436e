import { describe, expect, it } from 'vitest';
import { exportPaper, parsePaperFile } from '#lib/server/services/export-papers.ts';
import { openPapers } from '#lib/server/services/paper-model.ts';
import { viewPapers } from '#lib/server/services/paper-view.ts';
import { openProposal } from '#lib/server/services/proposal.ts';
import { checkFacts } from '#lib/domain/publication/index.ts';
import { at, chair, consultant, decide, inReview, vote } from '#tests/support/council-world.ts';
import { done, SLUG } from '#tests/support/elena-scenario.ts';

async function adopted(leftOutLast = false): Promise<number> {
	const number = await inReview();
	await done(vote(number, () => 'for'));
	const { frozen } = await done(openProposal(chair, { slug: SLUG, number }));
	const last = frozen.snapshot.operations.at(-1);
	await done(decide(number, leftOutLast && last ? [last.id] : []));
	return number;
}

const kindsOf = async (ctx: typeof chair, number: number) => {
	const view = await done(viewPapers(ctx, { slug: SLUG, number }, 'bg'));
	return [...(view?.council ?? []), ...(view?.mayor ?? [])].map(({ kind }) => kind);
};

describe('the papers of a proposal', () => {
	it('grow with the procedure: minutes after the vote, the decision after it was taken', async () => {
		const number = await inReview();
		expect(await kindsOf(chair, number)).toEqual([
			'report',
			'draft',
			'annex-structure',
			'annex-counts',
			'annex-other',
		]);
		await done(vote(number, () => 'for'));
		expect(await kindsOf(chair, number)).toContain('minutes');
		await done(decide(number));
		expect(await kindsOf(chair, number)).toContain('decision');
	});

	it('keep the papers of the mayor from the council', async () => {
		const number = await inReview();
		const address = { slug: SLUG, number };
		expect(await exportPaper(chair, address, 'staffing', 'bg')).toEqual({
			ok: false,
			error: { code: 'access/forbidden' },
		});
		expect(await kindsOf(consultant, number)).toContain('job-descriptions');
		expect((await exportPaper(consultant, address, 'staffing', 'bg')).ok).toBe(true);
	});

	it('state what was adopted once a point was left out, and what was submitted in the report', async () => {
		const number = await adopted(true);
		const papers = await done(openPapers(consultant, { slug: SLUG, number }));
		expect(papers.adopted?.report.operations).toHaveLength(papers.submitted.report.operations.length - 1);
		expect(papers.decision?.leftOut).toEqual([papers.submitted.report.operations.length]);
		expect(papers.adopted && checkFacts(papers.adopted)).toEqual([]);
		expect(checkFacts(papers.submitted)).toEqual([]);
	});

	it('are not made of a proposal whose stored contents are not what was submitted', async () => {
		const number = await inReview();
		const row = await at.database.db.selectFrom('proposal').select('snapshot').executeTakeFirstOrThrow();
		const snapshot = row.snapshot.replace('"format":1', '"format":1,"x":1');
		await at.database.db.updateTable('proposal').set({ snapshot }).execute();
		expect(await done(viewPapers(consultant, { slug: SLUG, number }, 'bg'))).toBe(null);
		expect(await exportPaper(consultant, { slug: SLUG, number }, 'report', 'bg')).toEqual({
			ok: false,
			error: { code: 'review/not-intact' },
		});
	});

	it('come all together in one archive, with the drawing of the structure', async () => {
		const number = await adopted();
		const file = await done(exportPaper(consultant, { slug: SLUG, number }, 'all', 'bg'));
		expect(file.fileName).toBe('Документи по предложение № 1 Община Елена.zip');
		const names = Buffer.from(file.bytes).toString('utf8');
		expect(names).toContain('Препис-извлечение от протокола Община Елена предложение 1.docx');
		expect(names).toContain('Структура на общинската администрация Община Елена предложение 1.pdf');
		expect(names).toContain('.xlsx');
	});

	it('leave a trace of who took which paper of which snapshot', async () => {
		const number = await inReview();
		await done(exportPaper(consultant, { slug: SLUG, number }, 'annex-counts', 'en'));
		const { proposal } = await done(openProposal(consultant, { slug: SLUG, number }));
		const entry = await at.database.db
			.selectFrom('audit_entry')
			.select('after')
			.where('action', '=', 'proposal.export')
			.executeTakeFirstOrThrow();
		expect(JSON.parse(entry.after ?? '')).toEqual({
			paper: 'annex-counts',
			snapshot: proposal.contentHash,
		});
	});

	it('have names of their own, and no other file is one', () => {
		expect(parsePaperFile('annex-counts.docx')).toBe('annex-counts');
		expect(parsePaperFile('structure.pdf')).toBe('structure');
		expect(parsePaperFile('../../etc/passwd')).toBeUndefined();
		expect(parsePaperFile('report.docx.exe')).toBeUndefined();
	});
});
