import { describe, expect, it } from 'vitest';
import { blankMatch, heldMatches, matchKey, meaningsOf, nameKey } from '#lib/domain/imports/index.ts';
import { planImport, type SheetKind } from '#lib/domain/imports/index.ts';
import { aGrid } from '#tests/support/grid.ts';
import { aContext, aTown, errorsOf, sheetOf } from '#tests/support/import.ts';

const sheet = (kind: SheetKind, matches: Readonly<Record<string, string>>) => ({
	choices: { kind, matches },
});
const unit = (text: string) => matchKey('unit', nameKey(text));
const parent = (text: string) => matchKey('parent', nameKey(text));
const meanings = (...sheets: readonly ReturnType<typeof sheet>[]) => meaningsOf(heldMatches(sheets, 0));

describe('what a person decided about a text', () => {
	it('holds for every sheet of the file, and its own decision goes before', () => {
		const key = unit('Бюро');
		expect(meanings(sheet('staffing', {}), sheet('functions', { [key]: 'ga' }))).toEqual({ [key]: 'ga' });
		expect(meanings(sheet('staffing', { [key]: 'tsu' }), sheet('functions', { [key]: 'ga' }))).toEqual({
			[key]: 'tsu',
		});
		const both = heldMatches([sheet('staffing', {}), sheet('functions', { [key]: 'ga' })], 0);
		expect(both.get(key)?.sheet).toBe(1);
	});
	it('is asked anew where the sheet takes it back, and one value for all rows is of its sheet alone', () => {
		const key = unit('Бюро');
		expect(meanings(sheet('staffing', { [key]: '' }), sheet('functions', { [key]: 'ga' }))).toEqual({});
		expect(meanings(sheet('functions', {}), sheet('functions', { [blankMatch('policyArea')]: 'a' }))).toEqual(
			{},
		);
	});
	it('knows one unit as superior and as the unit of a row, but where a new unit stands only among rows', () => {
		const list = sheet('units', { [parent('Шефът')]: 'mayor' });
		expect(meanings(sheet('staffing', {}), list)).toEqual({ [unit('Шефът')]: 'mayor' });
		const rows = sheet('staffing', { [unit('Бюро')]: 'ga', [unit('Ново')]: '+', [parent('Ново')]: 'ga' });
		expect(meanings(sheet('units', {}), rows)).toEqual({
			[unit('Бюро')]: 'ga',
			[parent('Бюро')]: 'ga',
			[unit('Ново')]: '+',
		});
		expect(meanings(sheet('functions', {}), rows)).toEqual(rows.choices.matches);
	});
});

it('a unit that was matched on one sheet is not asked about on the next', () => {
	const posts = aGrid([
		['Звено', 'Длъжност', 'Брой по щат'],
		['Бюро за всичко', 'касиер', 1],
	]);
	const functions = aGrid([
		['Функция', 'Звено', 'Вид', 'Област'],
		['Събира наеми от общински имоти', 'Бюро за всичко', 'услуги', 'Финанси'],
	]);
	const matches = { [unit('Бюро за всичко')]: 'ga' };
	const first = sheetOf(posts, { matches });
	const plan = planImport([first, sheetOf(functions)], aContext(aTown()));
	expect(errorsOf(plan)).toEqual([]);
	expect(errorsOf(planImport([sheetOf(posts), sheetOf(functions)], aContext(aTown())))).not.toEqual([]);
});
