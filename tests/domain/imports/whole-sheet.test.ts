import { describe, expect, it } from 'vitest';
import {
	alikeKey,
	blankMatch,
	codeOf,
	columnsByMap,
	FUNCTION_KIND_WORDS,
	guessChoices,
	nearestWord,
	PART_WORDS,
	planImport,
	WHOLE_SHEET,
	wholeFields,
	withWholeValues,
} from '#lib/domain/imports/index.ts';
import { aGrid } from '#tests/support/grid.ts';
import { aContext, aTown, errorsOf, planOf, problemsOf, sheetOf } from '#tests/support/import.ts';

const FUNCTIONS = aGrid([
	['Функция', 'Отговорно звено', 'Правно основание'],
	['Събира наеми от общински имоти', 'Отдел ТСУ', 'чл. 8 от ЗУТ'],
	['Поддържа регистър на общинските имоти', 'Отдел ТСУ', ''],
]);
const VALUES = { functionKind: 'service', policyArea: 'finance' } as const;

describe('one value for a column that a sheet does not have', () => {
	it('is offered for what new rows need first, and not where a column gives it', () => {
		expect(wholeFields('functions', { 0: 'text' })).toEqual([
			{ field: 'functionKind', isNeeded: true },
			{ field: 'policyArea', isNeeded: true },
		]);
		expect(wholeFields('functions', { 0: 'text', 1: 'functionKind' })).toEqual([
			{ field: 'policyArea', isNeeded: true },
		]);
		expect(wholeFields('staffing', {}).every(({ isNeeded }) => !isNeeded)).toBe(true);
	});
	it('takes every row in, by a code and by a thing of the register alike, and is named as where they came from', () => {
		expect(errorsOf(planOf(aTown(), [FUNCTIONS]))).toHaveLength(4);
		const sheet = sheetOf(FUNCTIONS);
		const choices = withWholeValues(sheet.choices, VALUES);
		const plan = planImport([{ ...sheet, choices }], aContext(aTown()));
		expect(errorsOf(plan)).toEqual([]);
		const made = plan.changes.filter(({ entity }) => entity === 'function');
		expect(made.map(({ after }) => after)).toMatchObject([
			{ kind: 'service', policyArea: 'finance' },
			{ kind: 'service', policyArea: 'finance' },
		]);
		expect(made[0]?.sources).toContainEqual({
			...{ field: 'functionKind', sheet: FUNCTIONS.name, cell: WHOLE_SHEET },
		});
		expect(made[0]?.sources).toContainEqual({ field: 'text', sheet: FUNCTIONS.name, cell: 'A2' });
	});
	it('is forgotten when it is emptied, or when a column is found for it', () => {
		const { choices } = sheetOf(FUNCTIONS);
		const set = withWholeValues(choices, VALUES);
		expect(withWholeValues(set, { functionKind: '' }).matches).toEqual({
			[blankMatch('policyArea')]: 'finance',
		});
		const columns = { ...choices.columns, 3: 'functionKind' as const };
		expect(withWholeValues({ ...set, columns }, VALUES).matches).not.toHaveProperty([
			blankMatch('functionKind'),
		]);
	});
	it('comes back with the remembered map of the same headings', () => {
		const columns = { Функция: 'text', 'Отговорно звено': 'unit', 'Правно основание': 'basis' } as const;
		const map = { kind: 'functions', columns, whole: VALUES } as const;
		expect(guessChoices(FUNCTIONS, [map]).matches).toEqual({
			[blankMatch('functionKind')]: 'service',
			[blankMatch('policyArea')]: 'finance',
		});
		expect(columnsByMap(FUNCTIONS, { first: 1, last: 1 }, map)).toMatchObject({ 0: 'text', 1: 'unit' });
	});
});

it('„обща“ is a part of the administration and no type of a function; a proposal is what it becomes', () => {
	expect(nearestWord(FUNCTION_KIND_WORDS, 'обща')).toBeUndefined();
	expect(codeOf(FUNCTION_KIND_WORDS, 'обща администрация')).toBeUndefined();
	expect(codeOf(PART_WORDS, 'обща')).toBe('general');
	const grid = aGrid([
		['Функция', 'Отговорно звено', 'Вид', 'Област'],
		['Събира наеми от имоти', 'Отдел ТСУ', 'обща', 'Финанси'],
		['Води регистър на имотите', 'Отдел ТСУ', 'спомагателни', 'Финанси'],
	]);
	const found = planOf(aTown(), [grid]).sheets[0]?.outcomes.flatMap(({ problems }) => problems) ?? [];
	expect(found.map(({ given, suggestion }) => [given, suggestion])).toEqual([
		['обща', undefined],
		['спомагателни', 'поддържаща'],
	]);
});

it('rows below one heading that names no unit have one problem, whatever their own cells say', () => {
	const grid = aGrid([
		['Звено', 'Длъжност', 'Брой по щат'],
		['Дирекция „Няма такава“', null, null],
		['Бюро едно', 'касиер', 1],
		['Бюро две', 'касиер', 1],
		['Дирекция "Няма такава"', null, null],
		['Бюро две', 'юрист', 1],
	]);
	const plan = planOf(aTown(), [grid]);
	const unknown = (plan.sheets[0]?.outcomes ?? []).flatMap(({ problems }) =>
		problems.filter(({ code }) => code === 'imports/unit-unknown'),
	);
	expect(problemsOf(plan).length).toBeGreaterThan(3);
	expect(new Set(unknown.map(alikeKey)).size).toBe(3);
});
