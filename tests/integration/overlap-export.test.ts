import { afterAll, expect, it } from 'vitest';
import { exportOverlaps } from '#lib/server/services/overlap-export.ts';
import { anInstallation } from '#tests/support/installation.ts';
import ExcelJS from 'exceljs';

const at = await anInstallation();
afterAll(() => at.close());

it('is refused while the comparison still runs, instead of a workbook that says there are no pairs', async () => {
	const request = { address: { slug: 'elena' }, withSlug: null, patience: 0 };
	const file = await exportOverlaps(await at.as('konsultant'), request, 'bg');
	expect(file).toEqual({ ok: false, error: { code: 'overlap/running' } });
});

async function sheetsOf(withSlug: string | null) {
	const file = await exportOverlaps(
		await at.as('konsultant'),
		{ address: { slug: 'elena' }, withSlug },
		'bg',
	);
	if (!file.ok) throw new Error(file.error.code);
	const book = new ExcelJS.Workbook();
	await book.xlsx.load(Buffer.from(file.value.bytes) as unknown as ExcelJS.Buffer);
	return { fileName: file.value.fileName, sheets: book.worksheets };
}

it('the workbook holds pairs, units, gaps, fragmentation and twins, with frozen heads, filters and no formula', async () => {
	const { fileName, sheets } = await sheetsOf('lyaskovets');
	expect(fileName).toBe('Припокривания Община Елена.xlsx');
	expect(sheets.slice(1).map(({ name }) => name)).toEqual([
		'Двойки',
		'Звено × звено',
		'Липси',
		'Разпиляване',
		'Раздробеност',
		'Близнаци',
	]);
	for (const sheet of sheets.slice(1)) {
		expect(sheet.views[0]?.state).toBe('frozen');
		expect(sheet.autoFilter, sheet.name).toBeTruthy();
		expect(sheet.rowCount).toBeGreaterThan(4);
		sheet.eachRow((row) => row.eachCell((cell) => expect(cell.formula).toBeUndefined()));
	}
	const rows = sheets[1]?.getColumn(1).values.slice(5) as readonly number[];
	expect(rows).toEqual([...rows].sort((x, y) => y - x));
});

it('one municipality alone has no sheet of twins, and a stranger gets nothing', async () => {
	expect((await sheetsOf(null)).sheets).toHaveLength(6);
	const stranger = await at.as('konsultant-lyaskovets');
	expect(await exportOverlaps(stranger, { address: { slug: 'elena' }, withSlug: null }, 'bg')).toEqual({
		ok: false,
		error: { code: 'access/not-found' },
	});
});
