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

	test('says of a closed plan why a training was not held, in a column that no other plan has', async () => {
		const { plan } = aTrainingPlanModel().input;
		const notHeld = new Map([['law-1', 'няма лектор']]);
		const closed = aTrainingPlanModel({ plan: { ...plan, state: 'closed' }, notHeld });
		const sheet = (await written(closed)).getWorksheet('План');
		expect([4, 5, 6, 7].map((row) => sheet?.getCell(`T${row}`).value || null)).toEqual([
			...['Защо не е проведено', null, 'няма лектор', null],
		]);
		expect(sheet?.getCell('S6').value).toBe('непроведено');
		expect((await written()).getWorksheet('План')?.getCell('T4').value).toBeNull();
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

/** The cells of a sheet by row, from the first column on. */
async function rowsOf(name: string, more: Parameters<typeof aTrainingPlanModel>[0]) {
	const rows: unknown[][] = [];
	const sheet = (await written(aTrainingPlanModel(more))).getWorksheet(name);
	sheet?.eachRow((row) => rows.push([1, 2, 3, 4, 5].map((at) => row.getCell(at).value)));
	return rows;
}

test('counts as trained only whoever took part, beside who is planned', async () => {
	const { items } = aTrainingPlanModel().input.plan;
	// Of the four planned on the first line three were present; nobody stands for the open seat.
	const attended = items.slice(0, 1).map((item) => ({
		...{ ...item, id: 's1', state: 'held' as const, openSeats: 0 },
		participants: item.participants.slice(0, 3),
	}));
	const rows = await rowsOf('Индикатори', { attended });
	expect(rows).toContainEqual(['Всички', 5, 7, 3, 3]);
	const cover = projection(await written(aTrainingPlanModel({ attended })));
	expect(cover).toContain('5 различни лица, 7 места');
	expect(cover).toContain('3 различни лица, 3 участия');
});

test('says who took part to no reader who would learn who was absent', async () => {
	const { items } = aTrainingPlanModel().input.plan;
	const attended = items
		.slice(0, 1)
		.map((item) => ({ ...item, participants: item.participants.slice(0, 2) }));
	const rows = await rowsOf('Индикатори', { attended, showNames: false });
	expect(rows).toContainEqual(['Всички', 5, 7, 'не се показва', 'не се показва']);
});

test('puts needs in the order of the screen, those by law with what the law adds', async () => {
	const [first, second] = aTrainingPlanModel().input.needs;
	if (!first || !second) throw new Error('two needs');
	const duty = {
		...{ ...second, key: 'duty', competencyKey: null, requiredLevel: null, deadline: isoDate('2026-02-01') },
		priority: { ...second.priority, value: null },
	};
	const model = aTrainingPlanModel({
		needs: [first, duty],
		weights: { shortage: 1, people: 1, law: 10, deadline: 1 },
	});
	expect(model.needs.map(({ need }) => need.key)).toEqual(['duty', first.key]);
	const sheet = (await written(model)).getWorksheet('Потребности – обучения');
	expect([sheet?.getCell('J5').value, sheet?.getCell('M5').value]).toEqual(['по закон', 1]);
	expect(Number(sheet?.getCell('O5').result)).toBeGreaterThan(Number(sheet?.getCell('O6').result));
});

test('names the training of another year that meets a need', async () => {
	const { plan, needs } = aTrainingPlanModel().input;
	const [line] = plan.items;
	if (!line) throw new Error('no line');
	const other = { ...line, year: 2027 };
	const model = aTrainingPlanModel({ plan: { ...plan, items: [] }, otherLines: [other] });
	const met = model.needs.find(({ need }) => line.needKeys.includes(need.key));
	expect(met?.plannedAs).toEqual(['Възлагане на обществени поръчки по ЗОП (група 1, 2027)']);
	expect(needs.length).toBe(model.needs.length);
});

test('withholds the unit and the training of a need that the map of competencies hides', async () => {
	const needs = aTrainingPlanModel().input.needs.map((need) => ({ ...need, isUnitHidden: true }));
	const model = aTrainingPlanModel({ needs, showNames: false });
	const rows = projection(await written(model)).split('\n');
	const from = rows.findIndex((row) => row.startsWith('# Потребности'));
	expect(rows.slice(from).join('\n')).not.toContain('звено');
	expect(model.needs.map(({ unit, plannedAs, rank }) => [unit, plannedAs, rank])).toEqual(
		needs.map(() => [null, null, null]),
	);
});
