import { describe, expect, it } from 'vitest';
import { guessChoices } from '#lib/domain/imports/index.ts';
import type { SheetSpec } from '#tests/support/awkward.ts';
import { approvedOf, planned, read, totalsOf } from '#tests/support/awkward-plan.ts';
import { errorsOf } from '#tests/support/import.ts';

const kindsOf = async (...specs: readonly SheetSpec[]) =>
	(await read(...specs)).map((grid) => guessChoices(grid, []).kind);

describe('the other forms of municipalities', () => {
	it('14: the headcount annex by units comes to its own total of halves, with managers beside', async () => {
		// Two directorates and a department directly under the mayor: 1 + 12,5 + 7 + 3,5 = 24.
		const spec: SheetSpec = {
			rows: [
				['Приложение № 2 към решение № 28'],
				['№', 'Звено', 'Длъжност', 'Бройки', null, null],
				[null, null, null, 'общо', 'ръководни', 'експертни'],
				[1, 'Отдел „Бюджет“', 'началник на отдел', 1, 1, null],
				[2, 'Отдел „Бюджет“', 'експерт', '12,5', null, '12,5'],
				[3, 'Отдел „ТСУ“', 'главен експерт', 7, null, 7],
				[4, 'Отдел „ТСУ“', 'технически сътрудник', '3 ½', null, null],
				[null, 'ОБЩА ЧИСЛЕНОСТ', null, 24, 1, '19,5'],
			],
			merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:F2'],
		};
		const plan = await planned(spec);
		expect(errorsOf(plan)).toEqual([]);
		expect(approvedOf(plan)).toBe(24);
		expect((await totalsOf(spec)).map(({ given, counted, isRight }) => [given, counted, isRight])).toEqual([
			[24, 24, true],
			[1, 1, true],
			[19.5, 19.5, true],
		]);
	});

	it('15: announcements of a portal give the number of places of each post', async () => {
		const plan = await planned({
			rows: [
				[
					...['Вид обява', 'Административна структура', 'Звено', 'Длъжност', 'Длъжностно ниво'],
					...['Мин. образование', 'Ранг', 'Мин. основна заплата', 'Брой места', 'Правоотношение', 'Място'],
				],
				[
					...['Конкурс', 'Община Елена', 'Отдел „Бюджет“', 'главен експерт', '10'],
					...['бакалавър', 'ІІІ младши', '933,00', 1, 'служебно', 'гр. Елена'],
				],
				[
					...['Конкурс', 'Община Елена', 'Отдел „ТСУ“', 'младши експерт', '12'],
					...['бакалавър', 'V младши', '933,00', '2', 'служебно', 'гр. Елена'],
				],
			],
		});
		expect(errorsOf(plan)).toEqual([]);
		expect(plan.after.posts.map(({ approved, relation }) => [approved, relation])).toEqual([
			[1, 'civil-service'],
			[2, 'civil-service'],
		]);
	});

	it('16: what is no table of structure is taken for none, and nothing of it comes in', async () => {
		const kinds = await kindsOf(
			{
				name: 'Длъжностна характеристика',
				rows: [
					['1. Длъжност', 'главен експерт', 'код 0204'],
					['2. Звено', 'отдел „ТСУ“', null],
					['3. Преки връзки', 'началник на отдел', null],
					['4. Основна цел', 'устройство на територията', null],
				],
			},
			{
				name: 'Технологична карта',
				rows: [
					['№', 'Действие', 'Изпълнител', 'Входен документ', 'Изходен документ', 'Срок'],
					[1, 'Приемане на заявление', 'деловодител', 'заявление', 'входящ номер', '1 ден'],
				],
			},
			{
				name: 'План за обучение',
				rows: [
					['№', 'Тема', 'Вид', 'Потребност', 'Обучител', 'Период', 'Брой', 'Цена'],
					[1, 'Обществени поръчки', 'специализирано', 'от оценка', 'ИПА', 'март', 4, 320],
				],
			},
			{
				name: 'Решение',
				rows: [
					['ПРЕПИС-ИЗВЛЕЧЕНИЕ ОТ ПРОТОКОЛ № 5'],
					['РЕШЕНИЕ № 28'],
					['1. Одобрява структурата с обща численост 123 бр.'],
				],
			},
			{
				name: 'Сравнение на общини',
				rows: [
					['Община, година', 'Структура', 'Източник'],
					['Плевен', '3 заместник-кмета, 11 дирекции, 360 + 79 бройки', '[S72]'],
					['Балчик 2008', '123 = 23 + 66 + 34; други дейности 156½', '[S70]'],
					['Лясковец 2024', '125,5', '[S17]'],
				],
			},
		);
		expect(kinds).toEqual([null, null, null, null, null]);
	});
});
