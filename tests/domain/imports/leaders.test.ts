import { describe, expect, it } from 'vitest';
import { matchKey, nameKey, NEW_VALUE } from '#lib/domain/imports/index.ts';
import { aGrid } from '#tests/support/grid.ts';
import { aTown, errorsOf, planOf, problemsOf } from '#tests/support/import.ts';
import { aStructure } from '#tests/support/small-structure.ts';

const HEAD = ['№', 'Структурно звено / Длъжност', 'Щатни бройки', 'Заети'];
const across = (text: string) => [null, text];

/** A staffing table of a municipality as it stands on the first page: those who lead, then the directorates. */
const TABLE = aGrid([
	HEAD,
	across('РЪКОВОДСТВО'),
	[1, 'Кмет', 1, 1],
	[2, 'Заместник-кмет', 2, 2],
	[3, 'Секретар на общината', 1, 1],
	across('ДИРЕКЦИЯ „БЮДЖЕТ И ФИНАНСИ“'),
	[4, 'Директор', 1, 1],
	across('ДИРЕКЦИЯ „ЕКОЛОГИЯ“'),
	[5, 'Директор', 1, 1],
]);
const MAKE = {
	'unit:кмет': NEW_VALUE,
	'unit:заместник кмет': NEW_VALUE,
	'unit:секретар на общината': NEW_VALUE,
	'unit:дирекция бюджет и финанси': NEW_VALUE,
	'unit:дирекция екология': NEW_VALUE,
};

describe('the posts below „Ръководство“', () => {
	it('are each offered as a unit of the same name', () => {
		const plan = planOf(aStructure({ units: [] }), [TABLE]);
		const unknown = plan.sheets[0]?.outcomes.flatMap(({ problems }) =>
			problems.filter(({ code }) => code === 'imports/unit-unknown').map(({ detail }) => detail),
		);
		expect(unknown?.slice(0, 3)).toEqual(['Кмет', 'Заместник-кмет', 'Секретар на общината']);
		expect(errorsOf(plan)).not.toContain('3 unit imports/required');
	});

	it('stand above the directorates, which „Ръководство“ does not hold', () => {
		const plan = planOf(aStructure({ units: [] }), [TABLE], { decided: { matches: MAKE } });
		expect(errorsOf(plan)).toEqual([]);
		const names = new Map(plan.after.units.map(({ key, name }) => [key, name.bg]));
		expect(
			plan.after.units.map(({ name, parentKey, part, kind }) => [
				name.bg.split(' ')[0],
				parentKey && names.get(parentKey),
				part,
				kind,
			]),
		).toEqual([
			['Кмет', null, 'direct', 'mayor'],
			['Заместник-кмет', 'Кмет', 'direct', 'deputy-mayors'],
			['Секретар', 'Кмет', 'direct', 'secretary'],
			['ДИРЕКЦИЯ', 'Кмет', 'general', 'directorate'],
			['ДИРЕКЦИЯ', 'Кмет', 'specialised', 'directorate'],
		]);
	});

	it('leave the part of a directorate to its name, and that is said', () => {
		const plan = planOf(aStructure({ units: [] }), [TABLE], { decided: { matches: MAKE } });
		const said = plan.sheets[0]?.outcomes.flatMap(({ problems }) =>
			problems.filter(({ code }) => code === 'imports/part-assumed').map(({ detail }) => detail),
		);
		expect(said).toEqual(['general', 'specialised']);
	});

	it('take the part that a person chose for a directorate, and say nothing more of it', () => {
		const guessed = planOf(aStructure({ units: [] }), [TABLE], { decided: { matches: MAKE } });
		const problems = guessed.sheets[0]?.outcomes.flatMap((row) => row.problems) ?? [];
		const asked = problems.filter(({ code }) => code === 'imports/part-assumed').map(({ given }) => given);
		const matches = { ...MAKE, [matchKey('part', nameKey(asked[0]!))]: 'specialised' };
		const plan = planOf(aStructure({ units: [] }), [TABLE], { decided: { matches } });
		const parts = plan.after.units.filter(({ kind }) => kind === 'directorate').map(({ part }) => part);
		expect(parts).toEqual(['specialised', 'specialised']);
		const left = plan.sheets[0]?.outcomes.flatMap((row) => row.problems) ?? [];
		expect(left.filter(({ code }) => code === 'imports/part-assumed').map(({ given }) => given)).toEqual(
			asked.slice(1),
		);
	});

	it('need no word about the superior of a deputy and of the secretary', () => {
		const plan = planOf(aStructure({ units: [] }), [TABLE], { decided: { matches: MAKE } });
		expect(problemsOf(plan).filter((one) => one.includes('parent-assumed'))).toEqual([
			'7 unit imports/parent-assumed',
			'9 unit imports/parent-assumed',
		]);
	});

	it('fall to the unit that there is, and that is said', () => {
		const plan = planOf(aTown(), [TABLE], { decided: { matches: MAKE } });
		expect(problemsOf(plan)).toContain('3 unit imports/assumed');
		expect(plan.after.posts.find(({ title }) => title.bg === 'Кмет')?.unitKey).toBe('mayor');
	});

	it.each(['Кмет на кметство с. Беброво', 'Секретар на МКБППМН', 'Секретар', 'Кметски наместник'])(
		'are no unit by themselves: „%s“',
		(title) => {
			const grid = aGrid([HEAD, across('РЪКОВОДСТВО'), [1, title, 1, 1]]);
			expect(errorsOf(planOf(aTown(), [grid]))).toEqual(['3 unit imports/required']);
		},
	);
});
