import { describe, expect, test } from 'vitest';
import { proposalFileName, proposalWorkbook } from '#exports/proposal/workbook.ts';
import { workbookBytes } from '#exports/shared/write.ts';
import { checkedFormulas, projection, readBack } from '../support/workbook.ts';
import { aProposalModel } from './proposal-sample.ts';

async function written(model = aProposalModel()) {
	return readBack(await workbookBytes(proposalWorkbook(model)));
}

/** The sheets that differ from proposal to proposal; the tables of the whole structure are checked by their sums. */
const SHOWN = ['За файла', 'Решение – числа', 'Операции', 'Въздействие', 'Обучения', 'Мотиви'];

describe('the proposal workbook', () => {
	test('has the sheets that the council reads, in order', async () => {
		const workbook = await written();
		expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual([
			'За файла',
			'Решение – числа',
			'Структура преди',
			'Структура след',
			'Щат преди',
			'Щат след',
			'Операции',
			'Функции – движение',
			'Въздействие',
			'Правила',
			'Текст три колони',
			'Обучения',
			'Мотиви',
			'Номенклатури',
		]);
	});

	test('names its nomenclatures and the columns that a budget file refers to', async () => {
		const workbook = await written();
		const names = workbook.definedNames.model.map(({ name, ranges }) => [name, ranges[0]] as const);
		const { staffingAfter } = aProposalModel().report;
		expect(Object.fromEntries(names)).toMatchObject({
			nomen_funding: "'Номенклатури'!$E$1:$E$3",
			posts_after: `'Щат след'!$I$5:$I$${4 + staffingAfter.length}`,
		});
		const cell = workbook.getWorksheet('Щат след')?.getCell('H5');
		expect(cell?.dataValidation).toMatchObject({ type: 'list', formulae: ['nomen_funding'] });
		expect(workbook.getWorksheet('Номенклатури')?.state).toBe('hidden');
	});

	test('has the stable key of every post in a hidden column that is sorted with the others', async () => {
		const sheet = (await written()).getWorksheet('Щат след');
		expect(sheet?.getColumn(16).hidden).toBe(true);
		const keys = aProposalModel().report.staffingAfter.map(({ post }) => post.key);
		expect(keys.map((_, at) => sheet?.getCell(5 + at, 16).value)).toEqual(keys);
		expect(sheet?.autoFilter).toBe(`A4:P${4 + keys.length}`);
	});

	test('looks as in the golden file', async () => {
		const workbook = await written();
		for (const sheet of workbook.worksheets) {
			if (!SHOWN.includes(sheet.name)) workbook.removeWorksheet(sheet.id);
		}
		await expect(projection(workbook)).toMatchFileSnapshot('golden/proposal.bg.txt');
	});

	test('has formulas whose stored results are what they come to, on every sheet', async () => {
		const formulas = checkedFormulas(await written());
		expect(formulas.length).toBeGreaterThan(400);
		for (const { at, stored, worked } of formulas) expect(stored, at).toBeCloseTo(Number(worked), 6);
	});

	test('states the difference of the decision: +1 − 0,5 − 1 = −0,5 posts', async () => {
		const sheet = (await written()).getWorksheet('Решение – числа');
		expect(sheet?.getCell('D5').result).toBe(-0.5);
	});

	test('comes to zero in every check', async () => {
		const { report } = aProposalModel();
		expect([report.ledger.sums.openingCheck, report.ledger.sums.closingCheck]).toEqual([0, 0]);
		const workbook = await written();
		let checks = 0;
		for (const sheet of workbook.worksheets) {
			sheet.eachRow((row) => {
				const label =
					row.values instanceof Array ? row.values.find((value) => typeof value === 'string') : '';
				if (typeof label !== 'string' || !label.startsWith('Контрола')) return;
				row.eachCell((cell) => {
					if (!cell.formula) return;
					checks += 1;
					expect(cell.result, `${sheet.name}!${cell.address}`).toBe(0);
				});
			});
		}
		expect(checks).toBe(12);
	});

	test('says for every touched thing what it was and what it becomes', async () => {
		const lines = projection(await written());
		expect(lines).toContain('"Отдел „Местни приходи“"');
		expect(lines).toContain('"2 бр."');
		expect(lines).toContain('"1,5 бр."');
	});

	test('keeps a wording that begins like a formula as text', async () => {
		const sheet = (await written()).getWorksheet('Операции');
		const found: string[] = [];
		sheet?.eachRow((row) =>
			row.eachCell((cell) => {
				if (cell.value === '=Изготвя и отчита културния календар на общината') found.push(cell.address);
			}),
		);
		expect(found).toHaveLength(1);
	});

	test('names the training that the change calls for, by its causes', () => {
		const { needs } = aProposalModel().training;
		expect(new Set(needs.map((need) => need.cause.kind))).toEqual(new Set(['function-received', 'new-head']));
	});

	test('shows every unit: nothing is folded away, and what stands below is indented', async () => {
		const sheet = (await written()).getWorksheet('Структура след');
		sheet?.eachRow((row) => {
			expect(row.hidden || row.collapsed, `row ${row.number}`).toBeFalsy();
		});
		expect(sheet?.getRow(15).outlineLevel).toBe(2);
		expect(sheet?.getCell('B15').alignment.indent).toBe(2);
	});

	test('holds no name of an employee', async () => {
		const lines = projection(await written());
		expect(lines).not.toContain('Валентин Петков Атанасов');
	});

	test('is complete in English', async () => {
		const lines = projection(await written(aProposalModel('en')));
		expect(lines).toContain('# Functions – ledger');
		expect(lines).not.toContain('Контрола');
	});

	test('without operations says that nothing changes', async () => {
		const workbook = await written(aProposalModel('bg', []));
		expect(workbook.getWorksheet('Решение – числа')?.getCell('D5').result).toBe(0);
		for (const { at, stored, worked } of checkedFormulas(workbook)) {
			expect(stored, at).toBeCloseTo(Number(worked), 6);
		}
	});

	test('has a Cyrillic file name', () => {
		expect(proposalFileName(aProposalModel())).toBe(
			'Предложение Община Елена Отдел Проекти и туризъм 2026-11-21.xlsx',
		);
	});
});
