import { describe, expect, it } from 'vitest';
import { aGrid } from '#tests/support/grid.ts';
import { aTown, errorsOf, planOf } from '#tests/support/import.ts';
import { aStructure, aUnit } from '#tests/support/small-structure.ts';

const named = (mayor: string, secretary = 'Секретар на община Елена') =>
	aStructure({
		units: [
			aUnit('mayor', null, { kind: 'mayor', part: 'direct', name: { bg: mayor, en: null } }),
			aUnit('secretary', 'mayor', { kind: 'secretary', part: 'direct', name: { bg: secretary, en: null } }),
		],
	});
const below = (superior: string) =>
	aGrid([
		['Звено', 'Вид на звеното', 'Подчинено на'],
		['Отдел „Каса“', 'отдел', superior],
	]);

describe('the mayor and the secretary', () => {
	it.each([
		['Кмет', 'mayor'],
		['Кметът', 'mayor'],
		['КМЕТ', 'mayor'],
		['Кмета на общината', 'mayor'],
		['Кметът на община Елена', 'mayor'],
		['Кмет на Община', 'mayor'],
		['Кмет на общ. Елена', 'mayor'],
		['Секретар', 'secretary'],
		['Секретарят на общината', 'secretary'],
	])('are meant by „%s“', (superior, key) => {
		const plan = planOf(named('Кмет на община Елена'), [below(superior)]);
		expect(errorsOf(plan)).toEqual([]);
		expect(plan.changes[0]?.after).toMatchObject({ parentKey: key });
	});
	it('are known with the name of the municipality where the structure leaves it out', () => {
		const plan = planOf(aTown(), [below('Кмет на община Елена')]);
		expect(plan.changes[0]?.after).toMatchObject({ parentKey: 'mayor' });
	});
	it.each(['Кмет на община Попово', 'Кметство', 'Кмет на кметство Беброво', 'Заместник-кмет'])(
		'are not meant by „%s“',
		(superior) => {
			const plan = planOf(named('Кмет на община Елена'), [below(superior)]);
			expect(errorsOf(plan)).toEqual(['2 parent imports/unit-unknown']);
		},
	);
	it('are not made anew by a list that names them by the post', () => {
		const list = aGrid([
			['Звено', 'Вид на звеното', 'Подчинено на'],
			['Кмет', 'кмет', ''],
			['Отдел „Каса“', 'отдел', 'Кмет'],
		]);
		const plan = planOf(named('Кмет на община Елена'), [list]);
		expect(plan.changes.map(({ key }) => key)).toEqual(['pr-otdel-kasa']);
	});
});
