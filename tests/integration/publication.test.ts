import { describe, expect, it } from 'vitest';
import { namesOfEmployees } from '#tests/support/people-names.ts';
import { listPublicDecisions, publicFile, readPublicDecision } from '#lib/server/services/public-page.ts';
import {
	previewPublication,
	publishDecision,
	withdrawPublication,
} from '#lib/server/services/publication.ts';
import { at, chair, consultant, decide, inReview, vote } from '#tests/support/council-world.ts';
import { done, SLUG } from '#tests/support/elena-scenario.ts';

async function adopted() {
	const number = await inReview();
	await done(vote(number, () => 'for'));
	await done(decide(number));
	return { slug: SLUG, number };
}

const page = { municipality: SLUG, decision: '45-2026-12-10' };

describe('the publication of a decision', () => {
	it('gives everybody the same page at a stable address, without an account', async () => {
		const address = await adopted();
		expect(await readPublicDecision(at.nobody(), page)).toEqual({
			ok: false,
			error: { code: 'access/not-found' },
		});
		expect(await done(publishDecision(chair, address, 0))).toBe('45-2026-12-10');
		const { content, isInForce } = await done(readPublicDecision(at.nobody(), page));
		expect(content).toMatchObject({ number: '45', title: 'Промяна на структурата', level: 'public' });
		// the test runs on 21.11.2026, the structure holds from 01.01.2027
		expect(isInForce).toBe(false);
		expect(content.sentences.bg.length).toBeLessThanOrEqual(10);
		expect(content.sentences.en).toHaveLength(content.sentences.bg.length);
	});

	it('holds no name of a person who works there', async () => {
		const address = await adopted();
		await done(publishDecision(chair, address, 0));
		const row = await at.database.db.selectFrom('publication').select('content').executeTakeFirstOrThrow();
		const names = await namesOfEmployees(at);
		expect(names.length).toBeGreaterThan(20);
		expect(names.filter((name) => row.content.includes(name))).toEqual([]);
	});

	it('is not for a proposal that is not adopted, nor for whoever may not publish', async () => {
		const number = await inReview();
		const address = { slug: SLUG, number };
		expect(await publishDecision(chair, address, 0)).toEqual({
			ok: false,
			error: { code: 'publication/not-adopted' },
		});
		const councillor = await at.as('savetnik-elena-1');
		expect(await publishDecision(councillor, address, 0)).toEqual({
			ok: false,
			error: { code: 'access/forbidden' },
		});
		expect(await publishDecision(await at.as('konsultant-lyaskovets'), address, 0)).toEqual({
			ok: false,
			error: { code: 'access/not-found' },
		});
	});

	it('happens once when two people publish at the same time', async () => {
		const address = await adopted();
		const both = await Promise.all([
			publishDecision(chair, address, 0),
			publishDecision(consultant, address, 0),
		]);
		expect(both.filter((one) => one.ok)).toHaveLength(1);
		expect(both.find((one) => !one.ok)).toEqual({ ok: false, error: { code: 'publication/stale' } });
	});

	it('is taken back, says so at its address, and comes back there', async () => {
		const address = await adopted();
		await done(publishDecision(chair, address, 0));
		await done(withdrawPublication(chair, address, 1));
		expect(await readPublicDecision(at.nobody(), page)).toEqual({
			ok: false,
			error: { code: 'publication/withdrawn' },
		});
		expect((await done(listPublicDecisions(at.nobody(), SLUG))).decisions).toEqual([]);
		expect(await done(publishDecision(consultant, address, 2))).toBe('45-2026-12-10');
		expect((await done(listPublicDecisions(at.nobody(), SLUG))).decisions).toHaveLength(1);
	});

	it('stays as it was when the data behind it change', async () => {
		const address = await adopted();
		await done(publishDecision(chair, address, 0));
		const before = await done(readPublicDecision(at.nobody(), page));
		await at.database.db.updateTable('org_unit').set({ name_bg: 'друго' }).execute();
		expect(await done(readPublicDecision(at.nobody(), page))).toEqual(before);
	});

	it('shows each level what it may see before anything is public', async () => {
		const address = await adopted();
		const council = await done(previewPublication(chair, address, 'council'));
		const citizen = await done(previewPublication(chair, address, 'public'));
		expect(council.publication).toBe(null);
		expect(council.content?.structure.after.length).toBeGreaterThan(
			citizen.content?.structure.after.length ?? 0,
		);
		expect(citizen.content?.hidden.units).toBeGreaterThan(0);
	});

	it('gives its numbers as a workbook, as text and as drawings in both languages', async () => {
		const address = await adopted();
		await done(publishDecision(chair, address, 0));
		const content = await done(readPublicDecision(at.nobody(), page));
		const named = { page: 'https://example.bg/p/elena/45-2026-12-10', locale: 'bg' } as const;
		const text = async (file: 'numbers.csv' | 'after.svg') =>
			Buffer.from((await publicFile(content, file, named)).bytes).toString('utf8');
		expect(await text('numbers.csv')).toContain('CC BY 4.0');
		expect(await text('after.svg')).toContain('<svg');
		const workbook = await publicFile(content, 'numbers.xlsx', named);
		expect(workbook.headers['content-type']).toContain('spreadsheetml');
	});

	it('has an address that no hostile one reaches', async () => {
		const address = await adopted();
		await done(publishDecision(chair, address, 0));
		for (const decision of ['', '..', "45' or 1=1 --", '45-2026-12-10%00', 'x'.repeat(5000), '<script>'])
			expect(await readPublicDecision(at.nobody(), { ...page, decision })).toEqual({
				ok: false,
				error: { code: 'access/not-found' },
			});
	});
});
