import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
	cellText,
	checkTotals,
	classifyRows,
	guessChoices,
	planImport,
	readNumber,
} from '#lib/domain/imports/index.ts';
import { readTables } from '#lib/server/reading/read-file.ts';
import { aWorkbook, type SheetSpec } from '#tests/support/awkward.ts';
import { anAwkwardTown, planned, read, totalsOf } from '#tests/support/awkward-plan.ts';
import { aContext, errorsOf } from '#tests/support/import.ts';

describe('an awkward workbook of another form comes to the right numbers', () => {
	it('7: a payroll schedule brings posts without names to whoever may not see people', async () => {
		const rows = [
			[
				'№',
				'Име, презиме, фамилия',
				'Звено',
				'Длъжност',
				'Бройка',
				'Назначен на',
				'Придобита степен',
				'Осн. заплата',
				'% прослужено време',
			],
			[
				1,
				'Мария Петрова Иванова',
				'Отдел „Бюджет“',
				'касиер',
				1,
				new Date(Date.UTC(2010, 1, 1)),
				'бакалавър',
				900,
				'12,5%',
			],
		];
		const [grid] = await read({ rows });
		expect(guessChoices(grid!, []).kind).toBe('employees');
		const plan = planImport(
			[{ grid: grid!, choices: guessChoices(grid!, []) }],
			aContext(anAwkwardTown()),
			new Set(['staffing']),
		);
		expect(plan.changes).toEqual([]);
		expect(plan.counts).toMatchObject({ rowsIn: 1, skipped: 1 });
		const asPosts = await planned(
			{ rows },
			{ kind: 'staffing', columns: { 2: 'unit', 3: 'title', 4: 'approved' } },
		);
		expect(asPosts.after.posts).toMatchObject([{ approved: 1, unitKey: 'u0' }]);
	});

	it('8: the report of occupied and vacant places gives the occupied from the vacant', async () => {
		const plan = await planned({
			rows: [
				['Справка за заетите и свободните работни места към 31.12.2013 г.'],
				['Звено', 'Длъжност', 'По щат', 'Свободни'],
				['Отдел „Бюджет“', 'касиер', 2, '0,5'],
				['Отдел „ТСУ“', 'главен експерт', 3, 1],
			],
		});
		expect(errorsOf(plan)).toEqual([]);
		expect(plan.after.posts.map(({ occupied }) => occupied)).toEqual([1.5, 2]);
	});

	it('9: the headcount annex of a council decision agrees with its own totals', async () => {
		// Балчик, р. 28/31.01.2008: 23 + 66 + 34 = 123; the other activities come to 156 ½.
		const totals = await totalsOf({
			rows: [
				['№', 'Звено', 'Вид', 'Бройки', 'в т.ч. ръководни'],
				[1, 'Кметски екип и изборни длъжности', 'група', 23, 5],
				[2, 'Обща администрация', 'група', 66, '6'],
				[3, 'Специализирана администрация', 'група', '34', 4],
				[null, 'ВСИЧКО', null, '123', 15],
			],
		});
		expect(totals.map(({ given, counted, isRight }) => [given, counted, isRight])).toEqual([
			[123, 123, true],
			[15, 15, true],
		]);
		expect(readNumber('156 ½')).toBe(156.5);
	});

	it('10: functions under the units that answer, with their legal basis', async () => {
		const plan = await planned(
			{
				rows: [
					['Функции на звената по чл. 14 от УП'],
					['№', 'Функция', 'Правно основание'],
					['Отдел „Бюджет“'],
					['1.', 'Съставя проекта на бюджет;', 'чл. 44, ал. 1, т. 5 от ЗМСМА'],
					['2.', 'Отчита изпълнението на бюджета.', 'чл. 140 ЗУТ'],
					['Отдел „ТСУ“'],
					['1.', 'Издава разрешения за строеж', null],
				],
				merges: ['A3:C3', 'A6:C6'],
			},
			{ matches: { 'functionKind:': 'service', 'policyArea:': 'finance' } },
		);
		expect(errorsOf(plan)).toEqual([]);
		expect(plan.after.participations.map(({ unitKey, role }) => [unitKey, role])).toEqual([
			['u0', 'accountable'],
			['u0', 'accountable'],
			['u1', 'accountable'],
		]);
		expect(plan.after.functions.map(({ bases }) => bases.length)).toEqual([1, 1, 0]);
	});

	it('11: formulas give their remembered results, errors of formulas are not taken', async () => {
		const plan = await planned({
			rows: [
				['Звено', 'Длъжност', 'Бр.', 'Заети'],
				['Отдел „ТСУ“', 'главен експерт', { formula: '1+1', result: 2 }, { formula: 'C2-1', result: 1 }],
				['Отдел „ТСУ“', 'младши експерт', { formula: '1/0', result: { error: '#DIV/0!' } as never }, 0],
			],
		});
		expect(errorsOf(plan)).toEqual(
			['3 approved imports/formula-error', '3 approved imports/required'].slice(0, errorsOf(plan).length),
		);
		expect(plan.after.posts.map(({ approved, occupied }) => [approved, occupied])).toEqual([[2, 1]]);
	});

	it('12: forms of other kinds are recognised as none, and nothing of them is taken', async () => {
		const others: readonly SheetSpec[] = [
			{
				rows: [
					['Код', 'Вид услуга', 'Срок', 'Такса'],
					['2001', 'Удостоверение', '7 дни', '5 лв.'],
				],
			},
			{
				rows: [
					['Действаща разпоредба', 'Предлагана промяна', 'Мотиви'],
					['чл. 5', 'отменя се', 'чл. 7'],
				],
			},
			{
				rows: [
					['Стъпка', 'Входен документ', 'Изходен документ', 'Срок'],
					[1, 'Заявление', 'Преписка', '1 ден'],
				],
			},
			{
				rows: [
					['Муниципалитет', 'Структура', 'Източник'],
					['Плевен', '3 заместници', 'S72'],
					['Тетевен', '134', 'S111'],
				],
			},
		];
		for (const grid of await read(...others)) expect(guessChoices(grid, []).kind, grid.name).toBeNull();
	});

	it('13: the benchmarks of 2014 come to the row ВСИЧКО of the act on every column', async () => {
		const csv = readFileSync(join(import.meta.dirname, '../support/benchmarks-2014.csv'));
		const { sheets } = await readTables(csv, { name: 'benchmarks-2014' });
		const source = sheets[0]!.rows.slice(1).map(({ cells }) => cells.map(cellText));
		const written = (text: string, at: number) => (at % 2 === 0 ? text.replace('.', ',') : Number(text));
		const rows = source.map(([district = '', name = '', ...figures], at) => [
			at + 1,
			source[at - 1]?.[0] === district ? null : district,
			name,
			...figures.slice(0, 6).map((text) => written(text, at)),
		]);
		const starts = rows.flatMap((row, at) => (row[1] === null ? [] : [at]));
		const merges = starts
			.map((from, at) => [from, (starts[at + 1] ?? rows.length) - 1] as const)
			.filter(([from, to]) => to > from)
			.map(([from, to]) => `B${from + 5}:B${to + 5}`);
		const bytes = await aWorkbook({
			name: 'Общини',
			rows: [
				['ПРИЛОЖЕНИЕ към Закона за държавния бюджет за 2014 г.'],
				[],
				[
					'№',
					'Област',
					'Община',
					'Население',
					'Кметове',
					null,
					'Кметски наместници',
					'Делегирани дейности, хил. лв.',
					null,
				],
				[null, null, null, null, 'на райони', 'на населени места', null, 'всичко', 'общинска администрация'],
				...rows,
				[null, 'ВСИЧКО', null, '8\u00a0451\u00a0350', 35, '1 987', '1 855 ½', '1 988 198,8', '217 200,0'],
			],
			merges: ['A3:A4', 'B3:B4', 'C3:C4', 'D3:D4', 'E3:F3', 'G3:G4', 'H3:I3', ...merges],
		});
		const [grid] = (await readTables(bytes, { name: 'общини' })).sheets;
		const layout = { kind: null, band: { first: 3, last: 4 }, lastRow: null };
		const classified = classifyRows(grid!, layout);
		expect(classified.filter(({ role }) => role === 'data')).toHaveLength(264);
		// 264 municipalities: the act's own totals, exact on every column (structures-and-law §10).
		expect(checkTotals(classified).map(({ given, counted, isRight }) => [given, counted, isRight])).toEqual([
			[8_451_350, 8_451_350, true],
			[35, 35, true],
			[1987, 1987, true],
			[1855.5, 1855.5, true],
			[1_988_198.8, 1_988_198.8, true],
			[217_200, 217_200, true],
		]);
	});
});
