import { describe, expect, it } from 'vitest';
import { aGrid } from '#tests/support/grid.ts';
import { aTown, errorsOf, planOf, problemsOf } from '#tests/support/import.ts';

const POSTS = aGrid([
	['№', 'Наименование на длъжността', 'Правоотношение', 'Брой по щат', 'Брой заети'],
	[1, 'главен архитект', 'сл.', 1, 1],
	['Отдел „ТСУ“'],
	[2, 'експерт главен', 'сл.', 1, 1],
]);
const FUNCTIONS = aGrid([
	['Звено', 'Функция', 'Правно основание'],
	['Отдел „ТСУ“', 'Контролира спазването на устройствените планове', 'чл. 140 ЗУТ'],
	['Отдел „ТСУ“', 'Координира работата по кадастъра', 'ЗУТ'],
]);

describe('what a person gives by hand for a row', () => {
	it('is a unit where the table has no column for it and no heading stands above', () => {
		expect(errorsOf(planOf(aTown(), [POSTS]))).toEqual(['2 unit imports/required']);
		const plan = planOf(aTown(), [POSTS], { decided: { fixes: { '2:unit': 'Кмет' } } });
		expect(errorsOf(plan)).toEqual([]);
		expect(plan.after.posts.find(({ title }) => title.bg === 'главен архитект')?.unitKey).toBe('mayor');
	});

	it('goes before the heading above', () => {
		const fixes = { '2:unit': 'Кмет', '4:unit': 'Дирекция „Обща администрация“' };
		const plan = planOf(aTown(), [POSTS], { decided: { fixes } });
		expect(plan.after.posts.find(({ title }) => title.bg === 'експерт главен')?.unitKey).toBe('ga');
	});

	it('is the kind and the area of a function where the list has no columns for them', () => {
		const first = planOf(aTown(), [FUNCTIONS]);
		const proposed = first.sheets[0]?.outcomes.flatMap(({ row, problems }) =>
			problems.filter(({ field }) => field === 'functionKind').map((one) => [row, one.suggestion]),
		);
		expect(proposed).toEqual([
			[2, 'контрол'],
			[3, 'координация'],
		]);
		const fixes = {
			'2:functionKind': 'контрол',
			'3:functionKind': 'координация',
			'2:policyArea': 'Финанси',
			'3:policyArea': 'Устройство на територията',
		};
		const plan = planOf(aTown(), [FUNCTIONS], { decided: { fixes } });
		expect(errorsOf(plan)).toEqual([]);
		expect(plan.after.functions.map(({ kind, policyArea }) => [kind, policyArea])).toEqual([
			['control', 'finance'],
			['coordination', 'territory'],
		]);
	});
});

describe('a new line of posts', () => {
	it('that says the same as one of the unit in another order is pointed out', () => {
		const plan = planOf(aTown(), [POSTS], { decided: { fixes: { '2:unit': 'Кмет' } } });
		expect(problemsOf(plan)).toContain('4 title imports/near-title');
		expect(problemsOf(plan)).not.toContain('2 title imports/near-title');
	});
});

describe('the origin of what a file brings', () => {
	const originsOf = (standing?: 'official' | 'working') => {
		const fixes = { '2:unit': 'Кмет', '4:title': 'главен експерт' };
		const decided = { fixes, ...(standing && { standing }) };
		return planOf(aTown(), [POSTS], { decided }).changes.map(
			({ after }) => (after as { origin: { verification: string } }).origin.verification,
		);
	};

	it('is the one that the person states, for new and for changed alike', () => {
		// One new post, and „главен експерт“ of ТСУ comes down from 2 posts to 1.
		expect(originsOf('official')).toEqual(['verified', 'verified']);
		expect(originsOf('working')).toEqual(['reconstructed', 'reconstructed']);
	});
});
