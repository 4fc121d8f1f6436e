import { describe, expect, it } from 'vitest';
import { changedFields, NEW_VALUE } from '#lib/domain/imports/index.ts';
import { aGrid } from '#tests/support/grid.ts';
import { aTown, errorsOf, planOf, problemsOf } from '#tests/support/import.ts';

const HEAD = ['№', 'Звено', 'Длъжност', 'Брой по щат', 'Брой заети', 'Правоотношение'];

describe('a staffing table', () => {
	it('changes what differs, leaves what is the same, adds what is new', () => {
		const grid = aGrid([
			HEAD,
			[1, 'отдел ТСУ', 'гл. експерт', '2,5', 2, 'ДС'],
			[2, 'Дирекция "Обща администрация"', 'директор', 1, 1, 'ДС'],
			[null, 'ОБЩО', null, '3,5', 3, null],
		]);
		const plan = planOf(aTown(), [grid]);
		expect(errorsOf(plan)).toEqual([]);
		expect(plan.changes.map(({ entity, before }) => [entity, before === null])).toEqual([
			['post', false],
			['post', true],
		]);
		const [changed, made] = plan.changes;
		// The title is the same name, so it stays as it is; the headcount goes from 2 to 2,5.
		expect(changedFields(changed!.before, changed!.after)).toEqual(['approved', 'origin']);
		expect(made!.after).toMatchObject({ category: 'managerial', relation: 'civil-service', isHead: true });
		expect(plan.counts).toEqual({ rowsIn: 3, accepted: 2, corrected: 0, skipped: 1, withErrors: 0 });
	});

	it('takes the unit from a heading inside the table', () => {
		const grid = aGrid(
			[
				['№', 'Длъжност', 'Щатни бройки'],
				['Дирекция „Обща администрация“', null, null],
				[1, 'директор', 1],
				['1.', 'Отдел „ТСУ“', null],
				[2, 'главен експерт', 2],
			],
			{ merges: ['A2:C2'] },
		);
		const plan = planOf(aTown(), [grid]);
		expect(errorsOf(plan)).toEqual([]);
		expect(plan.after.posts.map(({ unitKey, approved }) => [unitKey, approved])).toEqual([
			['tsu', 2],
			['ga', 1],
		]);
		expect(plan.sheets[0]?.outcomes.map(({ reason }) => reason)).toEqual(['section', null, 'section', null]);
	});

	it('fills merged units down', () => {
		const grid = aGrid(
			[HEAD, [1, 'Отдел ТСУ', 'началник', 1, 1, 'ДС'], [2, null, 'младши експерт', 1, '½', 'ТПО']],
			{ merges: ['B2:B3'] },
		);
		const plan = planOf(aTown(), [grid]);
		expect(errorsOf(plan)).toEqual([]);
		expect(plan.changes.map(({ after }) => after)).toMatchObject([
			{ unitKey: 'tsu', occupied: 1 },
			{ unitKey: 'tsu', occupied: 0.5, relation: 'labour' },
		]);
	});

	it('finds the second row of one title as the second line', () => {
		const grid = aGrid([
			HEAD,
			[1, 'Отдел ТСУ', 'главен експерт', 1, 1, 'ДС'],
			[2, 'Отдел ТСУ', 'главен експерт', 1, 1, 'ДС'],
		]);
		const plan = planOf(aTown(), [grid]);
		expect(plan.changes.map(({ key, before }) => [key, before === null])).toEqual([
			['p1', false],
			['pr-tsu-glaven-ekspert', true],
		]);
	});

	it('says in the cell what is wrong, with a correction where one is likely', () => {
		const grid = aGrid([
			HEAD,
			[1, 'Отдел ТCУУ', 'експерт', '1О', 1, 'ДС'],
			[2, 'Отдел ТСУ', null, 1, 2, 'служ'],
			[3, 'Отдел ТСУ', 'експерт', '0,3', 0, 'ДС'],
			[4, 'Отдел ТСУ', 'експерт', 1, 2, 'ДС'],
		]);
		const plan = planOf(aTown(), [grid]);
		expect(errorsOf(plan)).toEqual([
			'2 unit imports/unit-unknown',
			'2 approved imports/not-a-number',
			'3 title imports/required',
			'3 occupied imports/occupied-above-approved',
			'4 approved imports/headcount',
			'5 occupied imports/occupied-above-approved',
		]);
		const first = plan.sheets[0]?.outcomes[0]?.problems.filter(({ severity }) => severity === 'error');
		expect(first?.map(({ suggestion }) => suggestion)).toEqual(['Отдел „ТСУ“', '10']);
		expect(plan.counts).toEqual({ rowsIn: 4, accepted: 0, corrected: 0, skipped: 4, withErrors: 4 });
		expect(plan.changes).toEqual([]);
	});

	it('counts a row as corrected when a person mended a cell', () => {
		const grid = aGrid([HEAD, [1, 'Отдел ТСУ', 'експерт', '1О', 1, 'ДС']]);
		const plan = planOf(aTown(), [grid], { decided: { fixes: { '2:approved': '10' } } });
		expect(plan.counts).toEqual({ rowsIn: 1, accepted: 0, corrected: 1, skipped: 0, withErrors: 0 });
		expect(plan.changes[0]?.after).toMatchObject({ approved: 10, occupied: 1 });
	});

	it('makes an unknown unit only when the person says so, below the heading above it', () => {
		const grid = aGrid([
			['№', 'Длъжност', 'Щатни бройки'],
			['Дирекция „Обща администрация“', null, null],
			['Отдел „Човешки ресурси“', null, null],
			[1, 'началник', 1],
		]);
		expect(errorsOf(planOf(aTown(), [grid]))).toEqual(['4 unit imports/unit-unknown']);
		const matches = { 'unit:отдел човешки ресурси': NEW_VALUE };
		const plan = planOf(aTown(), [grid], { decided: { matches } });
		expect(plan.changes.map(({ entity }) => entity)).toEqual(['unit', 'post']);
		expect(plan.changes[0]?.after).toMatchObject({ kind: 'department', parentKey: 'ga' });
	});

	it('takes a dash among the occupied for nobody, and marks it as understood, not said', () => {
		const grid = aGrid([
			[...HEAD, 'Незаети'],
			[1, 'Отдел ТСУ', 'старши счетоводител', 2, '–', 'ДС', null],
			[2, 'Отдел ТСУ', 'касиер', 2, '–', 'ДС', 1],
			[3, 'Отдел ТСУ', 'шофьор', 2, '-', 'ТПО', '-'],
		]);
		const plan = planOf(aTown(), [grid]);
		expect(plan.changes.map(({ after }) => after)).toMatchObject([
			{ approved: 2, occupied: 0, origin: { verification: 'reconstructed' } },
			// One of two is vacant.
			{ approved: 2, occupied: 1 },
			// Two dashes cannot both mean nobody.
			{ approved: 2, occupied: 2 },
		]);
		expect(problemsOf(plan).filter((one) => one.includes('occupied'))).toEqual([
			'2 occupied imports/assumed',
			'4 occupied imports/assumed',
		]);
	});

	it('assumes the occupied posts of a new line where the file is silent, and marks the line so', () => {
		const grid = aGrid([
			['Звено', 'Длъжност', 'Брой по щат', 'Категория', 'Правоотношение', 'Финансиране'],
			['Отдел ТСУ', 'куриер', 2, 'техническа', 'ТПО', 'мд'],
			['Отдел ТСУ', 'главен експерт', 3, 'експертна', 'ДС', 'мд'],
		]);
		const plan = planOf(aTown(), [grid]);
		expect(problemsOf(plan)).toEqual(['2 occupied imports/assumed']);
		const [made, known] = plan.changes;
		expect(made?.after).toMatchObject({ occupied: 2, origin: { verification: 'reconstructed' } });
		expect(made?.sources).toContainEqual({ field: 'occupied', sheet: 'Лист1', cell: null });
		expect(made?.sources).toContainEqual({ field: 'approved', sheet: 'Лист1', cell: 'C2' });
		// A known line keeps the two people it has: 3 approved, 2 occupied.
		expect(known?.after).toMatchObject({ approved: 3, occupied: 2, origin: { verification: 'verified' } });
	});

	it('says what it concludes anew of a known line when the file replaces it', () => {
		const grid = aGrid([HEAD.slice(0, 5), [1, 'Отдел ТСУ', 'главен експерт', 2, 2]]);
		expect(problemsOf(planOf(aTown(), [grid]))).toEqual([]);
		const plan = planOf(aTown(), [grid], { context: { mode: 'replace' } });
		expect(problemsOf(plan)).toEqual([
			'2 category imports/assumed',
			'2 relation imports/assumed',
			'2 funding imports/assumed',
		]);
	});

	it('takes the code of НКПД in, and reports one that cannot be read without losing the row', () => {
		const grid = aGrid([
			['Звено', 'Длъжност', 'Брой по щат', 'Код по НКПД'],
			['отдел ТСУ', 'главен експерт', 2, '2422-6041'],
			['отдел ТСУ', 'старши експерт', 1, '0204'],
		]);
		const plan = planOf(aTown(), [grid]);
		expect(errorsOf(plan)).toEqual([]);
		expect(problemsOf(plan)).toContain('3 occupation imports/occupation-unread');
		expect(plan.after.posts.map(({ occupation }) => occupation)).toEqual(['24226041', undefined]);
		expect(changedFields(plan.changes[0]!.before, plan.changes[0]!.after)).toEqual(['occupation', 'origin']);
	});

	it('makes twelve monthly salaries in leva a yearly cost in euro, and says what is not in it', () => {
		const grid = aGrid([
			['Звено', 'Длъжност', 'Брой по щат', 'Осн. заплата (лв.)'],
			// 1 955,83 лв. are 1 000,00 €, a year 12 000,00 €.
			['Дирекция „Обща администрация“', 'директор', 1, '1 955,83'],
			['отдел ТСУ', 'главен експерт', 2, 1500],
		]);
		const plan = planOf(aTown(), [grid]);
		expect(errorsOf(plan)).toEqual([]);
		expect(problemsOf(plan)).toContain('2 monthlySalary imports/salary-only');
		// The line of the town costs 20 000 € a year already.
		expect(problemsOf(plan)).toContain('3 monthlySalary imports/salary-kept');
		expect(plan.after.posts.map(({ annualCost }) => annualCost)).toEqual([2_000_000, 1_200_000]);
	});

	it('lets no salary replace a known cost, also where the file replaces all else', () => {
		const replaced = (heading: string, cell: number | null) => {
			const grid = aGrid([
				['Звено', 'Длъжност', 'Брой по щат', heading],
				['отдел ТСУ', 'главен експерт', 3, cell],
			]);
			return planOf(aTown(), [grid], { context: { mode: 'replace' } });
		};
		const bySalary = replaced('Основна месечна заплата', 1500);
		expect(problemsOf(bySalary)).toContain('2 monthlySalary imports/salary-kept');
		expect(bySalary.after.posts[0]?.annualCost).toBe(2_000_000);
		expect(replaced('Годишен разход', null).after.posts[0]?.annualCost).toBeNull();
	});

	it('names a salary as the source of a cost only where the cost rests on it', () => {
		const sourcesOf = (unit: string, title: string, cost: number | null) => {
			const grid = aGrid([
				['Звено', 'Длъжност', 'Брой по щат', 'Годишен разход', 'Основна месечна заплата'],
				[unit, title, 3, cost, 1000],
			]);
			const [change] = planOf(aTown(), [grid]).changes;
			const fields = (change?.sources ?? []).map(({ field }) => field);
			return fields.filter((field) => field === 'annualCost' || field === 'monthlySalary');
		};
		const general = 'Дирекция „Обща администрация“';
		expect(sourcesOf(general, 'директор', 18_000)).toEqual(['annualCost']);
		expect(sourcesOf(general, 'директор', null)).toEqual(['monthlySalary']);
		// The line of the town costs 20 000 € a year already, and keeps that.
		expect(sourcesOf('отдел ТСУ', 'главен експерт', null)).toEqual([]);
	});

	it('reads a yearly cost in leva by its heading or its cell, and one without a currency in euro', () => {
		const costOf = (heading: string, cost: string | number) =>
			planOf(aTown(), [
				aGrid([
					['Звено', 'Длъжност', 'Брой по щат', heading],
					['Дирекция „Обща администрация“', 'директор', 1, cost],
				]),
			]).after.posts.at(-1)?.annualCost;
		expect(costOf('Годишен разход, лв.', 19558.3)).toBe(1_000_000);
		expect(costOf('Годишен разход', '19 558,30 лв.')).toBe(1_000_000);
		expect(costOf('Годишен разход', 19558.3)).toBe(1_955_830);
	});
});
