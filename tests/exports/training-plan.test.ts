import { describe, expect, test } from 'vitest';
import { workbookBytes } from '#exports/shared/write.ts';
import { isoDate } from '#lib/domain/shared/index.ts';
import { trainingPlanFileName, trainingPlanWorkbook } from '#exports/training-plan/workbook.ts';
import { checkedFormulas, projection, readBack } from '../support/workbook.ts';
import { aTrainingPlanModel } from './training-plan-sample.ts';

async function written(model = aTrainingPlanModel()) {
	return readBack(await workbookBytes(trainingPlanWorkbook(model)));
}

describe('the training plan workbook', () => {
	test('looks as in the golden file, in Bulgarian and with names for human resources', async () => {
		await expect(projection(await written())).toMatchFileSnapshot('golden/training-plan.bg.txt');
	});

	test('looks as in the golden file, in English and without names', async () => {
		const model = aTrainingPlanModel({ showNames: false });
		const english = aTrainingPlanModel({
			showNames: false,
			colophon: { ...model.input.colophon, locale: 'en' },
		});
		await expect(projection(await written(english))).toMatchFileSnapshot('golden/training-plan.en.txt');
	});

	test('has formulas whose stored results are what they come to', async () => {
		const formulas = checkedFormulas(await written());
		expect(formulas.length).toBeGreaterThan(40);
		for (const { at, stored, worked } of formulas) expect(stored, at).toBeCloseTo(Number(worked), 6);
	});

	test('adds up: 5 × 120,50 + 2 × 50,00 = 702,50 €, seats 7, and every check is zero', async () => {
		const workbook = await written();
		const plan = workbook.getWorksheet('План');
		expect(plan?.getCell('N8').value).toEqual({ formula: 'SUBTOTAL(109,N5:N7)', result: 702.5 });
		expect(plan?.getCell('G8').result).toBe(7);
		expect(workbook.getWorksheet('Бюджет')?.getCell('F9').result).toBe(702.5);
		const checks = checkedFormulas(workbook).filter(({ formula }) => /^'План'!.*-/.test(formula));
		expect(checks.map(({ stored }) => stored)).toEqual([0, 0, 0, 0]);
	});

	test('counts people and seats apart', async () => {
		const sheet = (await written()).getWorksheet('Индикатори');
		// e1 is in two trainings: e1–e5 are 5 people; 4 + 2 seats by name and 1 open.
		expect([sheet?.getCell('B5').value, sheet?.getCell('C5').value]).toEqual([5, 7]);
	});

	test('keeps names from readers who may not see persons, and numbers of fewer than three', async () => {
		const workbook = await written(aTrainingPlanModel({ showNames: false }));
		const lines = projection(workbook);
		for (const { name } of aTrainingPlanModel().input.employees) expect(lines).not.toContain(name);
		const people = workbook.getWorksheet('Участници');
		expect(people?.getCell('B5').value).toBe('звено a');
		expect([people?.getCell('C5').value, people?.getCell('D5').value]).toEqual([4, 'не се показва']);
	});

	test('without any training is still a whole workbook', async () => {
		const workbook = await written(aTrainingPlanModel({ plan: { year: 2026, state: 'draft', items: [] } }));
		expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual([
			'За файла',
			'План',
			'Участници',
			'Бюджет',
			'График',
			'Индикатори',
			'Потребности – обучения',
		]);
		for (const { stored, worked } of checkedFormulas(workbook)) expect(stored).toBe(worked);
	});

	test('has a Cyrillic file name', () => {
		expect(trainingPlanFileName(aTrainingPlanModel())).toBe('План за обучение Община Елена 2026.xlsx');
	});
});

test('puts the days of sessions where people and the schedule stand, and the targets of projects below', async () => {
	const [item] = aTrainingPlanModel().input.plan.items;
	const session = {
		...{ id: 's1', itemId: item?.id ?? '', startsOn: isoDate('2026-03-10'), endsOn: isoDate('2026-03-12') },
		...{ startsAt: 540, endsAt: 1020, isOnline: false, place: 'Елена', trainer: 'Ив. Петров', places: 20 },
		...{ groupName: '', state: 'held' as const, seated: item?.participants ?? [] },
	};
	const targets = [{ project: 'Проект', code: 'people' as const, target: 70, actual: 64 }];
	const model = aTrainingPlanModel({ sessions: [session], targets });
	const workbook = await written(model);
	const dates = (name: string) => {
		const found: string[] = [];
		workbook.getWorksheet(name)?.eachRow((row) =>
			row.eachCell((cell) => {
				if (cell.value instanceof Date) found.push(cell.value.toISOString().slice(0, 10));
			}),
		);
		return found;
	};
	expect(dates('Участници')).toEqual(session.seated.map(() => '2026-03-12'));
	expect(dates('График')).toEqual(['2026-03-10', '2026-03-12']);
	const last = workbook.getWorksheet('Индикатори');
	const rows: unknown[] = [];
	last?.eachRow((row) => rows.push([row.getCell(1).value, row.getCell(2).value, row.getCell(3).value]));
	expect(rows).toContainEqual(['Проект: Обучени лица', 70, 64]);
});
