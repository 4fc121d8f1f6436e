import ExcelJS from 'exceljs';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { PAPER_KINDS } from '#exports/council-papers/model.ts';
import { exportOpinions } from '#lib/server/services/export-opinions.ts';
import { exportPaper } from '#lib/server/services/export-papers.ts';
import { exportProposal } from '#lib/server/services/export-proposal.ts';
import { checkPaper } from '#lib/server/services/paper-check.ts';
import { openPapers } from '#lib/server/services/paper-model.ts';
import { chair, consultant, decide, inReview, vote } from '#tests/support/council-world.ts';
import { done, SLUG } from '#tests/support/elena-scenario.ts';

async function adopted() {
	const number = await inReview();
	await done(vote(number, () => 'for'));
	await done(decide(number));
	return { slug: SLUG, number };
}

/** A document with some of its XML written anew. */
function tampered(bytes: Uint8Array, from: string, to: string): Uint8Array {
	const parts = unzipSync(bytes);
	const name = 'word/document.xml';
	const xml = Buffer.from(parts[name] ?? []).toString('utf8');
	expect(xml).toContain(from);
	return zipSync({ ...parts, [name]: Buffer.from(xml.replace(from, to)) });
}

describe('the check of a paper', () => {
	it('recognises every paper as it was made, in both languages, and finds no difference', async () => {
		const address = await adopted();
		for (const kind of PAPER_KINDS)
			for (const locale of ['bg', 'en'] as const) {
				const { bytes } = await done(exportPaper(consultant, address, kind, locale));
				const checked = await done(checkPaper(consultant, address, bytes));
				expect({ kind, differences: checked.differences }).toEqual({ kind, differences: [] });
				expect(checked.numbers).toBeGreaterThan(0);
			}
	});

	it('does not take the ledger of opinions for another paper', async () => {
		const address = await adopted();
		for (const locale of ['bg', 'en'] as const) {
			const { bytes } = await done(exportOpinions(consultant, address, locale));
			expect(await checkPaper(consultant, address, bytes)).toEqual({
				ok: false,
				error: { code: 'papers/not-compared' },
			});
		}
	});

	it('finds one number that was changed, and says where', async () => {
		const address = await adopted();
		const { bytes } = await done(exportPaper(chair, address, 'annex-counts', 'bg'));
		const { submitted } = await done(openPapers(chair, address));
		const total = String(submitted.numbers.after.administration);
		const wrong = String(submitted.numbers.after.administration + 1);
		const parts = Buffer.from(unzipSync(bytes)['word/document.xml'] ?? []).toString('utf8');
		// the last total of the table of units: „Всичко общинска администрация“
		const at = parts.indexOf('Всичко общинска администрация');
		const row = parts.slice(at, parts.indexOf('</w:tr>', at));
		const changed = tampered(bytes, row, row.replace(`>${total}<`, `>${wrong}<`));
		const checked = await done(checkPaper(chair, address, changed));
		expect(checked.differences).toMatchObject([
			{ kind: 'number', expected: total, found: wrong, place: { kind: 'cell', table: 1, column: 2 } },
		]);
	});

	it('finds a word that was changed in the decision', async () => {
		const address = await adopted();
		const { bytes } = await done(exportPaper(chair, address, 'draft', 'bg'));
		const checked = await done(checkPaper(chair, address, tampered(bytes, 'Възлага', 'Препоръчва')));
		expect(checked.differences).toMatchObject([{ kind: 'text', place: { kind: 'paragraph' } }]);
	});

	it('agrees with the workbook as it was made, and names one tampered cell of it', async () => {
		const address = await adopted();
		const source = { kind: 'proposal', number: address.number } as const;
		const { bytes } = await done(exportProposal(consultant, SLUG, source, 'bg'));
		const whole = await done(checkPaper(consultant, address, bytes));
		expect(whole.differences).toEqual([]);
		expect(whole.numbers).toBeGreaterThan(500);
		const workbook = new ExcelJS.Workbook();
		await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
		const cell = workbook.getWorksheet('Щат след')!.getCell('I7');
		const before = Number(cell.value);
		expect(before).toBeGreaterThan(0);
		cell.value = before + 1;
		const changed = new Uint8Array(await workbook.xlsx.writeBuffer());
		const checked = await done(checkPaper(consultant, address, changed));
		expect(checked.differences).toEqual([
			{
				kind: 'number',
				place: { kind: 'sheet-cell', sheet: 'Щат след', address: 'I7' },
				expected: String(before),
				found: String(before + 1),
			},
		]);
	});

	it('refuses what is no paper of the proposal, and hostile files as the import does', async () => {
		const address = await adopted();
		const refusal = async (bytes: Uint8Array) => {
			const checked = await checkPaper(chair, address, bytes);
			return checked.ok ? null : checked.error;
		};
		const xml = '<w:document xmlns:w="w"><w:body><w:p><w:t>Друго</w:t></w:p></w:body></w:document>';
		expect(await refusal(zipSync({ 'word/document.xml': Buffer.from(xml) }))).toEqual({
			code: 'papers/not-ours',
		});
		const entity = `<!DOCTYPE d [<!ENTITY a "a">]>${xml}`;
		expect(await refusal(zipSync({ 'word/document.xml': Buffer.from(entity) }))).toEqual({
			code: 'papers/unreadable',
			reason: 'file/damaged',
		});
		const blanks = Buffer.alloc(40 * 1024 * 1024, ' ');
		const bomb = zipSync({ 'word/document.xml': Buffer.concat([Buffer.from('<a>'), blanks]) });
		expect(await refusal(bomb)).toEqual({ code: 'papers/unreadable', reason: 'file/bomb' });
		expect(await refusal(new Uint8Array(0))).toEqual({ code: 'papers/unreadable', reason: 'file/empty' });
		expect(await refusal(Buffer.from('Решение № 45'))).toEqual({
			code: 'papers/unreadable',
			reason: 'file/not-a-workbook',
		});
	});
});
