import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import { exportCatalogue, importCatalogue, readCatalogue } from '#lib/server/services/training-sheets.ts';
import { at, codeOf, hr, slug, value } from '#tests/support/training-world.ts';

/** The exported catalogue with some cells changed, as a person brings it back. */
async function catalogueWith(change: (sheet: ExcelJS.Worksheet) => void) {
	const workbook = new ExcelJS.Workbook();
	await workbook.xlsx.load(value(await exportCatalogue(hr, slug)).bytes.slice().buffer);
	const [sheet] = workbook.worksheets;
	if (!sheet) throw new Error('no sheet');
	change(sheet);
	return { name: 'каталог.xlsx', bytes: new Uint8Array(await workbook.xlsx.writeBuffer()) };
}
const courses = async () => value(await readCatalogue(hr, slug)).courses;

it('takes the catalogue back from a workbook: what was changed, and new courses without a key', async () => {
	const before = await courses();
	const file = await catalogueWith((sheet) => {
		sheet.getCell('H2').value = 99.5;
		sheet.addRow(['', 'Нов курс', 'Обществени поръчки', 3, 'ИПА', 'дистанционна', 8, '12,50', 15]);
	});
	expect(value(await importCatalogue(hr, slug, file))).toEqual({
		...{ kind: 'taken', added: 1, changed: 1 },
	});
	const after = await courses();
	expect(after).toHaveLength(before.length + 1);
	expect(after[0]?.pricePerPerson).toBe(9950);
	expect(after.at(-1)).toMatchObject({ title: { bg: 'Нов курс' }, pricePerPerson: 1250, places: 15 });
});

it('gives the file back with a negative price, a course without places and other wrong cells marked, and takes nothing', async () => {
	const before = await courses();
	const file = await catalogueWith((sheet) => {
		sheet.getCell('H2').value = -5;
		sheet.getCell('I3').value = 0;
		sheet.getCell('C4').value = 'Няма такава';
		sheet.getCell('A5').value = 'nyama';
	});
	const outcome = value(await importCatalogue(hr, slug, file));
	if (outcome.kind !== 'wrong') throw new Error(outcome.kind);
	expect(outcome.cells).toBe(4);
	const marked = new ExcelJS.Workbook();
	await marked.xlsx.load(outcome.marked.slice().buffer);
	const noted = ['H2', 'I3', 'C4', 'A5'].map((address) => marked.worksheets[0]?.getCell(address).note);
	expect(noted.every((note) => note !== undefined)).toBe(true);
	expect(await courses()).toEqual(before);
});

it('says at its key that a row stands twice, and takes neither', async () => {
	const before = await courses();
	const file = await catalogueWith((sheet) => {
		const [, ...cells] = sheet.getRow(2).values as readonly ExcelJS.CellValue[];
		sheet.addRow(cells.with(1, 'Препис на реда'));
	});
	const outcome = value(await importCatalogue(hr, slug, file));
	if (outcome.kind !== 'wrong') throw new Error(outcome.kind);
	expect(outcome.cells).toBe(1);
	expect(await courses()).toEqual(before);
});

it('refuses what is no catalogue, and whoever keeps no plans', async () => {
	const other = await catalogueWith((sheet) => sheet.spliceRows(1, 1));
	expect(value(await importCatalogue(hr, slug, other)).kind).toBe('no-table');
	const text = { name: 'каталог.xlsx', bytes: new TextEncoder().encode('няма') };
	expect(value(await importCatalogue(hr, slug, text)).kind).toBe('unreadable');
	expect(codeOf(await importCatalogue(await at.as('konsultant'), slug, text))).toBe('access/forbidden');
});

it('changes only what the sheet says otherwise, and gives the municipality its own course in the place of the shared one', async () => {
	const lyaskovets = await at.as('hr-lyaskovets');
	const others = value(await readCatalogue(lyaskovets, 'lyaskovets')).courses;
	const file = await catalogueWith((sheet) => {
		sheet.getCell('H2').value = 99.5;
	});
	const outcome = value(await importCatalogue(hr, slug, file));
	expect(outcome).toEqual({ kind: 'taken', added: 0, changed: 1 });
	const [own] = await courses();
	expect(own).toMatchObject({ isShared: false, replacesKey: others[0]?.key, pricePerPerson: 9950 });
	expect(value(await readCatalogue(lyaskovets, 'lyaskovets')).courses).toEqual(others);
});

it('says at its row that a course changed since the workbook was made, and takes nothing', async () => {
	const file = await catalogueWith((sheet) => {
		sheet.getCell('H2').value = 99.5;
	});
	value(await importCatalogue(hr, slug, file));
	const own = await courses();
	const later = await catalogueWith((sheet) => {
		sheet.getCell('H2').value = 10;
		sheet.getCell('J2').value = 7;
	});
	const outcome = value(await importCatalogue(hr, slug, later));
	if (outcome.kind !== 'wrong') throw new Error(outcome.kind);
	expect(outcome.cells).toBe(1);
	expect(await courses()).toEqual(own);
});
