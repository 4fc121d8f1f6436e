import { describe, expect, it } from 'vitest';
import { type SheetSpec } from '#tests/support/awkward.ts';
import { approvedOf, occupiedOf, planned } from '#tests/support/awkward-plan.ts';
import { errorsOf } from '#tests/support/import.ts';

describe('an awkward staffing table comes to the right numbers', () => {
	it('1: a staffing table of payroll software, with a subtotal after each unit', async () => {
		const plan = await planned({
			rows: [
				[
					'Длъжностно ниво',
					'Структурно звено',
					'Наименование на длъжността',
					'Брой по щат',
					'Брой заети',
					'Брой вакантни',
					'Код по НКПД',
					'Ранг',
				],
				[9, 'Отдел „Бюджет“', 'началник на отдел', 1, 1, 0, '1211-7003', 'ІІІ младши'],
				[11, 'Отдел „Бюджет“', 'главен счетоводител', 1, 1, 0, '2411-7002', null],
				[null, 'Всичко за отдела', null, 2, 2, 0, null, null],
				[10, 'Отдел „ТСУ“', 'главен експерт', 2, '1,5', '0,5', '0101', null],
				[null, 'Всичко за отдела', null, 2, 1.5, 0.5, null, null],
				[null, 'ОБЩО', null, 4, 3.5, 0.5, null, null],
			],
		});
		expect(errorsOf(plan)).toEqual([]);
		expect([approvedOf(plan), occupiedOf(plan)]).toEqual([4, 3.5]);
		expect(plan.counts).toMatchObject({ rowsIn: 6, accepted: 3, skipped: 3 });
	});

	it('2: the annex of an ordinance, with a two-row heading, titles above and signatures below', async () => {
		const plan = await planned({
			rows: [
				['Приложение № 1 към заповед № 15'],
				['УТВЪРЖДАВАМ:'],
				['Кмет на община Елена'],
				[],
				[
					'№ по ред',
					'Код/ниво по КДА',
					'Длъжност',
					'Щатни бройки',
					'Правоотношение',
					'Изисквания',
					null,
					null,
					'Място в структурата',
				],
				[null, null, null, null, null, 'образование', 'ранг', 'опит', null],
				[1, 2, 3, 4, 5, 6, 7, 8, 9],
				[
					'1.',
					'0204',
					'Директор на дирекция',
					1,
					'служебно',
					'магистър',
					'І мл.',
					'4 г.',
					'Дирекция „Обща администрация“',
				],
				['2.', '1208', 'ст. експерт', '½', 'ТПО', 'бакалавър', 'V мл.', '1 г.', 'Сектор «ГРАО»'],
				[null, null, 'ОБЩО:', '1 ½'],
				[],
				['Забележка: щатът е в сила от 1 януари'],
				['Изготвил: …………'],
			],
			merges: ['A5:A6', 'B5:B6', 'C5:C6', 'D5:D6', 'E5:E6', 'F5:H5', 'I5:I6'],
		});
		expect(errorsOf(plan)).toEqual([]);
		expect(plan.after.posts.map(({ unitKey, approved, relation }) => [unitKey, approved, relation])).toEqual([
			['oa', 1, 'civil-service'],
			['u2', 0.5, 'labour'],
		]);
	});

	it('3: units as headings across the table, departments inside directorates', async () => {
		const plan = await planned({
			rows: [
				['№', 'Длъжност', 'Бр.', 'ДС/ТПО'],
				['І. ДИРЕКЦИЯ „ОБЩА АДМИНИСТРАЦИЯ“'],
				[1, 'директор', 1, 'ДС'],
				['ІІ. Дирекция "Специализирана администрация"'],
				[2, 'директор', 1, 'ДС'],
				['2.1. Отдел „Бюджет“'],
				[3, 'гл. специалист', 3, 'ДС'],
				['2.2. Отд. „ТСУ“'],
				[4, 'гл. експерт', 2, 'ДС'],
				[null, 'ВСИЧКО', 7],
			],
			merges: ['A2:D2', 'A4:D4', 'A6:D6', 'A8:D8'],
		});
		expect(errorsOf(plan)).toEqual([]);
		expect(plan.after.posts.map(({ unitKey, approved }) => [unitKey, approved])).toEqual([
			['oa', 1],
			['sa', 1],
			['u0', 3],
			['u1', 2],
		]);
	});

	it('4: units merged down, hidden rows and columns, empty rows between', async () => {
		const spec: SheetSpec = {
			rows: [
				['Звено', 'Длъжност', 'Щатни бройки', 'Заети', 'Осн. запл.'],
				['Отдел „Бюджет“', 'счетоводител', 1, 1, 900],
				[null, 'касиер', 1, 0, 700],
				[],
				['Отдел „ТСУ“', 'главен експерт', 2, 2, 950],
				[null, 'технически сътрудник', '0,5', '0,5', 600],
			],
			merges: ['A2:A3', 'A5:A6'],
			hiddenRows: [3],
			hiddenColumns: [4],
		};
		const plan = await planned(spec);
		expect(errorsOf(plan)).toEqual([]);
		expect([approvedOf(plan), occupiedOf(plan)]).toEqual([4.5, 3.5]);
		const without = await planned(spec, { takesHidden: false });
		expect(approvedOf(without)).toBe(3.5);
		expect(without.sheets[0]?.outcomes.filter(({ reason }) => reason === 'hidden')).toHaveLength(1);
	});

	it('5: numbers as text, with decimal commas, halves, blanks and units of measure', async () => {
		const plan = await planned({
			rows: [
				['Звено', 'Длъжност', 'Бройки', 'Заети', 'Годишен разход'],
				['Отдел „ТСУ“', 'главен експерт', '1,5 бр.', '1½', '14\u00a0820,50'],
				['Отдел „ТСУ“', 'младши експерт', ' 2 ', '2,00', '9 800,00 €'],
				['Отдел „ТСУ“', 'сътрудник', '½', '-', '1.234,50'],
			],
		});
		expect(errorsOf(plan)).toEqual([]);
		expect(plan.after.posts.map(({ approved, annualCost }) => [approved, annualCost])).toEqual([
			[1.5, 1_482_050],
			[2, 980_000],
			[0.5, 123_450],
		]);
	});

	it('6: Latin letters in Cyrillic names still match', async () => {
		const plan = await planned({
			rows: [
				['Звено', 'Длъжнoст', 'Бp.'],
				// Latin T, C, y in the unit; Latin e in the title.
				['Отдел „TCУ“', 'главeн експерт', 1],
				['Kметство с. Беброво', 'кметски служител', 1],
			],
		});
		expect(errorsOf(plan)).toEqual([]);
		expect(plan.after.posts.map(({ unitKey }) => unitKey)).toEqual(['u1', 'u3']);
	});
});
