import { describe, expect, it } from 'vitest';
import { asId, isoDate, type CompetencyKey, type EmployeeId } from '#lib/domain/shared/index.ts';
import type { DictionaryEntry, Employee } from '#lib/domain/training/index.ts';
import { aGrid } from '#tests/support/grid.ts';
import { errorsOf, planOf, problemsOf } from '#tests/support/import.ts';
import { aPost, aStructure, aUnit, postKey, smallStructure } from '#tests/support/small-structure.ts';

const HEAD = ['Име', 'Звено', 'Длъжност', 'Пол', 'Назначен на'];

function anOffice() {
	return aStructure({
		units: [aUnit('tsu', null, { kind: 'mayor' })],
		posts: [aPost('p1', 'tsu', 3, { title: { bg: 'главен експерт', en: null } })],
	});
}

const maria: Employee = {
	id: asId<EmployeeId>('e-1'),
	postKey: postKey('p1'),
	name: 'Мария Петрова',
	sex: 'female',
	occupancy: 1,
	startedOn: isoDate('2010-02-01'),
	leftOn: null,
};

describe('a list of people', () => {
	it('gives each new person a key by the import and the row', () => {
		const grid = aGrid([
			HEAD,
			['Иван Иванов', 'Звено tsu', 'гл. експерт', 'м', '01.02.2010'],
			['Ивана Иванова', 'Звено tsu', 'гл. експерт', 'ж', '15.03.2014'],
		]);
		const plan = planOf(anOffice(), [grid], { context: { importId: 'b7' } });
		expect(errorsOf(plan)).toEqual([]);
		expect(plan.changes.map(({ key, after }) => [key, after])).toMatchObject([
			['b7-1-2', { id: 'b7-1-2', name: 'Иван Иванов', startedOn: '2010-02-01' }],
			['b7-1-3', { id: 'b7-1-3', name: 'Ивана Иванова', sex: 'female' }],
		]);
	});

	it('refuses two rows of one name in one post instead of writing one over the other', () => {
		const grid = aGrid([
			HEAD,
			['Иван Иванов', 'Звено tsu', 'гл. експерт', 'м', '01.02.2010'],
			['Иван Иванов', 'Звено tsu', 'гл. експерт', 'м', '15.03.2014'],
		]);
		const plan = planOf(anOffice(), [grid]);
		expect(errorsOf(plan)).toEqual(['3 person imports/twice']);
		expect(plan.changes).toHaveLength(1);
	});

	it('finds a person who is there by name and post, and changes what differs', () => {
		const grid = aGrid([
			[...HEAD, 'Заетост'],
			['МАРИЯ ПЕТРОВА', 'Звено tsu', 'главен експерт', null, null, '0,5'],
		]);
		const plan = planOf(anOffice(), [grid], { context: { employees: [maria] } });
		expect(problemsOf(plan)).toEqual([]);
		expect(plan.changes).toMatchObject([{ key: 'e-1', after: { ...maria, occupancy: 0.5 } }]);
	});

	it('leaves people whom the file does not name, whatever the mode', () => {
		const grid = aGrid([HEAD, ['Иван Иванов', 'Звено tsu', 'гл. експерт', 'м', '01.02.2010']]);
		const plan = planOf(anOffice(), [grid], { context: { mode: 'replace', employees: [maria] } });
		expect(plan.changes.map(({ before }) => before)).toEqual([null]);
	});
});

describe('a list of required competencies', () => {
	const name = { bg: 'Бюджетиране', en: null };
	const budget: DictionaryEntry = {
		...{ key: asId<CompetencyKey>('budget'), group: 'functional', name, description: name, weight: 1 },
		...{ number: 0, levels: [], isRetired: false },
	};
	const competencies = [budget];

	it('asks a level of a function or of a job title', () => {
		const grid = aGrid([
			['Функция', 'Звено', 'Длъжност', 'Компетентност', 'Ниво'],
			['Изпълнява функция f-tax', null, null, 'бюджетиране', 3],
			[null, 'Звено dir', 'Длъжност p-dir', 'Бюджетиране', 4],
			['Изпълнява функция f-tax', null, null, 'Бюджетиране', 7],
			['Изпълнява функция f-tax', null, null, 'Плуване', 2],
		]);
		const plan = planOf(smallStructure(), [grid], { context: { competencies } });
		expect(errorsOf(plan)).toContain('4 level imports/out-of-range');
		expect(errorsOf(plan)).toContain('5 competency imports/not-a-choice');
		expect(plan.changes[0]).toMatchObject({
			entity: 'requirement',
			key: 'function|f-tax|budget',
			after: { level: 3 },
		});
	});

	it('does not ask for a competency that is out of use', () => {
		const grid = aGrid([
			['Функция', 'Компетентност', 'Ниво'],
			['Изпълнява функция f-tax', 'Бюджетиране', 3],
		]);
		const retired = [{ ...budget, isRetired: true }];
		const plan = planOf(smallStructure(), [grid], { context: { competencies: retired } });
		expect(errorsOf(plan)).toContain('2 competency imports/competency-retired');
		expect(plan.changes).toEqual([]);
	});
});
