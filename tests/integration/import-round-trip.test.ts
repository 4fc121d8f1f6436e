import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { structureFile } from '#lib/server/services/import-file.ts';
import { bringFile } from '#lib/server/services/import-upload.ts';
import { aMunicipality, planned } from '#tests/support/import-run.ts';

describe('the structure taken out', () => {
	it.each([
		['elena', true],
		['elena', false],
		['lyaskovets', true],
		['lyaskovets', false],
	] as const)('of %s comes back as an empty difference, keys %s', async (slug, keepsKeys) => {
		const { ctx, structure } = await aMunicipality(slug);
		const file = await structureFile(ctx, { slug });
		if (!file.ok) throw new Error(file.error.code);
		const workbook = new ExcelJS.Workbook();
		await workbook.xlsx.load(file.value.bytes as unknown as ArrayBuffer);
		expect(workbook.worksheets.map(({ rowCount }) => rowCount - 1)).toEqual([
			structure.units.length,
			structure.posts.length,
			structure.functions.length,
			structure.participations.length,
			structure.activities.length,
		]);
		if (!keepsKeys)
			for (const sheet of workbook.worksheets)
				if (sheet.getCell('A1').value === 'Ключ') sheet.spliceColumns(1, 1);
		const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
		const brought = await bringFile(ctx, slug, { name: 'структура.xlsx', bytes });
		if (!brought.ok) throw new Error(brought.error.code);
		const { plan } = await planned(ctx, brought.value, slug);
		expect(plan.sheets.map((sheet) => sheet?.kind)).toEqual([
			'units',
			'staffing',
			'functions',
			'participations',
			'activities',
		]);
		const errors = plan.sheets.flatMap(
			(sheet) =>
				sheet?.outcomes.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'error')) ??
				[],
		);
		expect(errors).toEqual([]);
		expect(plan.changes).toEqual([]);
		expect(plan.missing).toEqual([]);
	});
});
