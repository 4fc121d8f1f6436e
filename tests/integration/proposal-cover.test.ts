import type { Workbook } from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '#lib/server/context.ts';
import { exportProposal } from '#lib/server/services/export-proposal.ts';
import { openProposal } from '#lib/server/services/proposal.ts';
import { openStructure } from '#lib/server/services/workspace.ts';
import { aProposal, done, SLUG } from '#tests/support/elena-scenario.ts';
import { anInstallation, type Installation } from '#tests/support/installation.ts';
import { readBack } from '#tests/support/workbook.ts';

/** What the first sheet of the workbook of a real proposal says, read from the file itself. */
let at: Installation;
let ctx: Ctx;
let number: number;
beforeAll(async () => {
	at = await anInstallation();
	ctx = await at.as('konsultant');
	number = await aProposal(ctx);
});
afterAll(() => at.close());

interface ReadCover {
	readonly workbook: Workbook;
	/** Second column by the first, the title apart. */
	readonly facts: ReadonlyMap<string, unknown>;
	readonly links: readonly { readonly to: string; readonly says: string }[];
	readonly title: string;
}

async function readCover(locale: 'bg' | 'en'): Promise<ReadCover> {
	const file = await done(exportProposal(ctx, SLUG, { kind: 'proposal', number }, locale));
	const workbook = await readBack(file.bytes);
	const facts = new Map<string, unknown>();
	const links: { to: string; says: string }[] = [];
	workbook.worksheets[0]?.eachRow((row) => {
		const [first, second] = [row.getCell(1), row.getCell(2)];
		const link = /^HYPERLINK\("#'(.+)'!A1","(.+)"\)$/.exec(first.formula ?? '');
		if (link) links.push({ to: link[1] ?? '', says: second.text });
		else facts.set(first.text, second.value);
	});
	return { workbook, facts, links, title: workbook.worksheets[0]?.getCell('A1').text ?? '' };
}

describe('the cover of the proposal workbook', () => {
	it('says of what, by whom, as of when and from which snapshot the file is', async () => {
		const { facts, title } = await readCover('bg');
		const { proposal, frozen } = await done(openProposal(ctx, { slug: SLUG, number }));
		const { header } = frozen.snapshot;
		const force = await done(openStructure(ctx, { slug: SLUG }));
		expect(title).toContain(header.title);
		const said = [
			'Община',
			'Предложение',
			'Номер',
			'Състояние',
			'Вносител',
			'Правно основание',
			'Създал',
			'Снимка',
		];
		expect(said.map((label) => facts.get(label))).toEqual([
			...['Община Елена', header.title, String(number), 'внесено'],
			...[header.mover, header.legalGround, ctx.actor?.name, proposal.contentHash],
		]);
		expect(facts.get('Данни към дата')).toEqual(new Date('2026-11-21T00:00:00.000Z'));
		const [year, month, day] = force.version.validFrom.split('-');
		expect(facts.get('Структура, върху която се прави')).toBe(`редакция в сила от ${day}.${month}.${year}`);
		expect(proposal.contentHash).toMatch(/^[0-9a-f]{64}$/);
	});

	it('leads to every sheet that is shown, and says of each what it holds', async () => {
		const { workbook, links } = await readCover('bg');
		const shown = workbook.worksheets.slice(1).filter(({ state }) => state === 'visible');
		expect(links.map(({ to }) => to)).toEqual(shown.map(({ name }) => name));
		expect(links.filter(({ says }) => says === '')).toEqual([]);
	});

	it('is English for an English reader, but for names and what people wrote', async () => {
		const { facts, links } = await readCover('en');
		expect(facts.get('Municipality')).toBe('Elena Municipality');
		const cyrillic = (text: string) => /[А-я]/.test(text);
		expect([...facts.keys()].slice(1).filter(cyrillic)).toEqual([]);
		expect(links.flatMap(({ to, says }) => [to, says]).filter(cyrillic)).toEqual([]);
	});
});
