import { afterAll, beforeAll, expect, it } from 'vitest';
import { exportChart, exportStructure } from '#lib/server/services/export-structure.ts';
import { copyAsWorking } from '#lib/server/services/history-versions.ts';
import { viewStructureChart } from '#lib/server/services/structure-chart.ts';
import { editUnit } from '#lib/server/services/unit-edit.ts';
import { textsOfPdf } from '#tests/support/pdf.ts';
import { readBack } from '#tests/support/workbook.ts';
import { aWorkingVersion, type WorkingVersion } from '#tests/support/working-version.ts';

const NAME = 'Звено „Архив и регистратура“';
let here: WorkingVersion;
let address: WorkingVersion['address'];
let gone = '';

/** A version with one unit more, and one after it in which that unit is deleted. */
beforeAll(async () => {
	here = await aWorkingVersion();
	const model = (await here.structure()).units.find((one) => one.key === 'el-fin')!;
	const draft = { ...model, name: { bg: NAME, en: null } };
	const made = valueOf(await editUnit(here.ctx, here.address, { kind: 'create', draft }, { revision: 0 }));
	const key = made.after!.key;
	const label = { bg: 'След закриването', en: null };
	const versionId = valueOf(await copyAsWorking(here.ctx, here.address, label));
	address = { slug: 'elena', versionId };
	valueOf(await editUnit(here.ctx, address, { kind: 'delete', key }, { revision: 1 }));
	gone = key;
});
afterAll(() => here.at.close());

function valueOf<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
	if (!result.ok) throw new Error(JSON.stringify(result.error));
	return result.value;
}

it('a unit that the version before had and this one has not is closed in the chart and in every file of the lens', async () => {
	const chart = valueOf(await viewStructureChart(here.ctx, address, { withChange: true }));
	expect(chart.change?.closed.map(({ key }) => key)).toEqual([gone]);
	const wanted = { of: 'units', lens: 'change', locale: 'bg' } as const;
	const svg = valueOf(await exportChart(here.ctx, address, { ...wanted, format: { kind: 'svg' } }));
	expect(Buffer.from(svg.bytes).toString('utf8')).toContain('>закрито<');
	const format = { kind: 'pdf', paper: 'A3', mode: 'pages' } as const;
	const texts = textsOfPdf(valueOf(await exportChart(here.ctx, address, { ...wanted, format })).bytes);
	expect(texts).toContain('закрито: 1');
	expect(texts.join(' ').replaceAll('- ', '-')).toContain('Звено „Архив и');
	const book = valueOf(await exportStructure(here.ctx, address, 'bg', 'change'));
	const cells: string[] = [];
	(await readBack(book.bytes)).eachSheet((sheet) =>
		sheet.eachRow((row) => row.eachCell(({ text }) => cells.push(text))),
	);
	expect(cells.filter((text) => text.includes(NAME))).toHaveLength(1);
});

it('without the lens of changes the files show what is there alone', async () => {
	const wanted = { of: 'units', locale: 'bg', format: { kind: 'svg' } } as const;
	const svg = valueOf(await exportChart(here.ctx, address, wanted));
	expect(Buffer.from(svg.bytes).toString('utf8')).not.toContain('закрито');
});
