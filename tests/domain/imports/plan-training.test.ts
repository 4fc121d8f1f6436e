import { describe, expect, it } from 'vitest';
import type { PlanLine, PlanRegister } from '#lib/domain/imports/index.ts';
import { asId, eurCents, type CompetencyKey, type CourseKey } from '#lib/domain/shared/index.ts';
import { aGrid } from '#tests/support/grid.ts';
import { aTown, errorsOf, planOf, problemsOf } from '#tests/support/import.ts';

const HEAD = [
	'Тема',
	'Група',
	'Вид',
	'Брой участници',
	'Тримесечие',
	'Цена на участник',
	'Източник на средства',
];
const ZOP = asId<CourseKey>('zop');
const course = (key: CourseKey, title: string) => ({
	key,
	title: { bg: title, en: null },
	provider: { bg: 'ИПА', en: null },
	competencyKey: asId<CompetencyKey>('zop'),
	hours: 16,
	pricePerPerson: eurCents(6050),
});
const line: PlanLine = {
	...{ id: 'l1', year: 2027, courseKey: ZOP, title: 'Обществени поръчки', kind: 'professional' },
	...{ groupName: '', groupNumber: 1, quarter: 2, hours: 16, seats: 8, pricePerPerson: eurCents(6050) },
	...{ provider: '', place: '', funding: 'local', responsible: '', expectedResult: '', evaluation: '' },
	state: 'planned',
};
const register = (more: Partial<PlanRegister> = {}): PlanRegister => ({
	plans: [{ year: 2027, state: 'draft' }],
	lines: [line],
	people: new Map([['l1', 6]]),
	courses: [course(ZOP, 'Обществени поръчки'), course(asId('law'), 'Административно право')],
	thisYear: 2026,
	nextYear: 2027,
	...more,
});
const take = (rows: readonly (readonly (string | number | null)[])[], more: Partial<PlanRegister> = {}) =>
	planOf(aTown(), [aGrid([HEAD, ...rows])], { context: { plans: register(more), importId: 'b1' } });

describe('a table of a training plan', () => {
	it('adds a training that the plan has not, and begins the plan of its year where nobody did', () => {
		const rows = [['Административно право', null, 'задължително', 12, 'март 2028', '45,50', 'проект']];
		const plan = take(rows);
		expect(errorsOf(plan)).toEqual([]);
		expect(plan.changes.map(({ entity, after }) => [entity, after])).toMatchObject([
			['training-plan', { year: 2028, state: 'draft' }],
			[
				'plan-item',
				{
					...{ id: 'b1-1-2', year: 2028, courseKey: 'law', seats: 12, quarter: 1, pricePerPerson: 4550 },
					...{ kind: 'mandatory', funding: 'project', groupNumber: 1, hours: 16, state: 'planned' },
				},
			],
		]);
	});

	it('finds a line again by course and group and changes only what the table says; others are named, not removed', () => {
		const other = { ...line, id: 'l2', groupNumber: 2 };
		const plan = take([['обществени поръчки', 'група 2', null, 9, 'III', null, null]], {
			lines: [line, other],
		});
		expect(plan.changes).toMatchObject([
			{ entity: 'plan-item', key: 'l2', before: other, after: { ...other, seats: 9, quarter: 3 } },
		]);
		expect(plan.missing).toEqual([{ entity: 'plan-item', key: 'l1', isProtected: true }]);
		expect(take([['Обществени поръчки', 'Група 1', null, 8, 2, null, null]]).changes).toEqual([]);
	});

	it('says what it assumed where the table is silent', () => {
		const plan = take([['Административно право', null, null, 5, 'II', null, null]]);
		expect(problemsOf(plan)).toEqual([
			'2 planYear imports/assumed',
			'2 itemKind imports/assumed',
			'2 trainingFunding imports/assumed',
		]);
	});

	it('says at the cell that the plan is of a past year, closed, or of two years at once, and takes nothing', () => {
		const row = (time: string) => [['Административно право', null, null, 5, time, null, null]];
		expect(errorsOf(take(row('март 2025')))).toEqual(['2 planYear imports/past-year']);
		const closed = { plans: [{ year: 2027, state: 'closed' }] } as const;
		expect(errorsOf(take(row('II'), closed))).toEqual(['2 planYear imports/plan-closed']);
		const both = aGrid([
			[...HEAD, 'Година'],
			['Административно право', null, null, 5, 'март 2028', null, null, 2027],
		]);
		const plan = planOf(aTown(), [both], { context: { plans: register() } });
		expect(errorsOf(plan)).toEqual(['2 planYear imports/other-year']);
		expect(plan.changes).toEqual([]);
	});

	it('takes the year from the title above the table', () => {
		const grid = aGrid([
			['План за обучение на служителите през 2025 г.', null],
			HEAD,
			['Административно право', null, null, 5, 'II', null, null],
			['Обществени поръчки', null, null, 7, 'II', null, null],
		]);
		const context = { plans: register() };
		const plan = planOf(aTown(), [grid], { context });
		expect(errorsOf(plan)).toEqual(['3 planYear imports/past-year', '4 planYear imports/past-year']);
		const fixes = { '3:planYear': '2027', '4:planYear': '2027' };
		const mended = planOf(aTown(), [grid], { context, decided: { fixes } });
		expect(mended.counts).toMatchObject({ rowsIn: 2, accepted: 0, corrected: 2, skipped: 0 });
	});

	it('refuses at its cell what cannot be: no such course, no places, negative and leva prices, too few seats', () => {
		const plan = take([
			['Летене', null, null, 5, 'II', null, null],
			['Административно право', 'а', null, 0, 'II', null, null],
			['Административно право', 'б', null, 5, 'II', -5, null],
			['Административно право', 'в', null, 5, 'II', '20 лв.', null],
			['Обществени поръчки', 'група 1', null, 5, 'II', null, null],
			['Административно право', 'г', null, 5, 'никога', null, null],
			['Административно право', 'д', null, null, 'II', null, null],
			['Административно право', 'е', null, 5, 'II', 1e300, null],
		]);
		expect(errorsOf(plan)).toEqual([
			'2 course imports/not-a-choice',
			'3 seats imports/out-of-range',
			'4 price imports/out-of-range',
			'5 price imports/price-in-leva',
			'6 seats imports/seats-below-people',
			'7 quarter imports/not-a-choice',
			'8 seats imports/required',
			'9 price imports/out-of-range',
		]);
		expect(plan.changes).toEqual([]);
		expect(plan.counts).toMatchObject({ rowsIn: 8, accepted: 0, corrected: 0, skipped: 8 });
	});

	it('refuses one group twice and a change of what was held', () => {
		const twice = take([
			['Административно право', 'а', null, 5, 'II', null, null],
			['Административно право', 'А', null, 6, 'II', null, null],
		]);
		expect(errorsOf(twice)).toEqual(['3 course imports/twice']);
		const held = { lines: [{ ...line, state: 'held' as const }] };
		const same = ['Обществени поръчки', 'група 1', null, 8, 'II', null, null];
		expect(errorsOf(take([same], held))).toEqual([]);
		expect(errorsOf(take([['Обществени поръчки', 'група 1', null, 9, 'II', null, null]], held))).toEqual([
			'2 course imports/line-held',
		]);
	});
});
