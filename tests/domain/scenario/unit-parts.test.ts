import { describe, expect, it } from 'vitest';
import { countStructure, type Operation } from '#lib/domain/scenario/index.ts';
import { operation, refusalOf, runOf } from '#tests/support/operations.ts';
import { demoStructure } from '#tests/support/fixtures.ts';
import { smallStructure, unitKey } from '#tests/support/small-structure.ts';

/** The part of a unit of the small structure after operations: dir › rents are general, prop is specialised. */
function partsAfter(...operations: readonly Operation[]): Readonly<Record<string, string>> {
	const { after } = runOf(smallStructure(), ...operations);
	return Object.fromEntries(after.units.map(({ key, part }) => [key, part]));
}

const name = (bg: string) => ({ bg, en: null });
const move = (unit: string, parent: string | null, below?: 'lifted' | 'unplaced') =>
	operation('unit-move', {
		unitKey: unitKey(unit),
		parentKey: parent === null ? null : unitKey(parent),
		...(below && { below }),
	});

describe('the part of the administration', () => {
	it('goes with a unit and everything below it to the part of the new superior', () => {
		expect(partsAfter(move('dir', 'prop'))).toMatchObject({ dir: 'specialised', rents: 'specialised' });
	});

	it('stays with what is lifted to the mayor, and with what waits at the top until it has a place', () => {
		expect(partsAfter(move('dir', 'prop', 'lifted'))).toMatchObject({ dir: 'specialised', rents: 'general' });
		const waiting = move('dir', 'prop', 'unplaced');
		expect(partsAfter(waiting)).toMatchObject({ dir: 'specialised', rents: 'general' });
		expect(partsAfter(waiting, move('rents', 'prop'))).toMatchObject({ rents: 'specialised' });
	});

	it('is the chosen one where the new place has none, and that of the place elsewhere', () => {
		const chosen = (unit: string, parent: string | null, part: 'specialised' | 'direct') =>
			operation('unit-move', {
				...{ unitKey: unitKey(unit), parentKey: parent === null ? null : unitKey(parent), part },
			});
		expect(partsAfter(chosen('rents', 'mayor', 'specialised'))).toMatchObject({ rents: 'specialised' });
		expect(partsAfter(chosen('rents', 'mayor', 'direct'))).toMatchObject({ rents: 'direct' });
		expect(partsAfter(chosen('rents', null, 'specialised'))).toMatchObject({ rents: 'specialised' });
		expect(partsAfter(chosen('rents', 'prop', 'direct'))).toMatchObject({ rents: 'specialised' });
		// what stands below goes along with the chosen part
		const [first, then] = [move('rents', 'prop'), chosen('prop', null, 'direct')];
		expect(partsAfter(first, then)).toMatchObject({ prop: 'direct', rents: 'direct' });
	});

	it('of what a merged unit held is that of the unit that receives it', () => {
		const merge = operation('unit-merge', {
			sourceKeys: [unitKey('dir')],
			targetKey: unitKey('prop'),
			headPostKey: smallStructure().posts.find((post) => post.key === 'p-prop-head')!.key,
		});
		expect(partsAfter(merge)).toMatchObject({ rents: 'specialised' });
	});

	it('of a new unit, also one out of another, is that of its place, not a chosen one', () => {
		const fresh = { key: unitKey('new'), name: name('Отдел „Нов“'), kind: 'department' } as const;
		const create = (parent: string) =>
			operation('unit-create', { ...fresh, part: 'specialised', parentKey: unitKey(parent) });
		expect(partsAfter(create('dir'))).toMatchObject({ new: 'general' });
		// right under the mayor nothing but the choice says it
		expect(partsAfter(create('mayor'))).toMatchObject({ new: 'specialised' });
		const given = { postKeys: [], functionKeys: [], subUnitKeys: [] };
		const split = (unit: string, subUnits: readonly string[]) =>
			operation('unit-split', {
				unitKey: unitKey(unit),
				parts: [{ ...fresh, part: 'specialised', ...given, subUnitKeys: subUnits.map(unitKey) }],
			});
		expect(partsAfter(split('rents', []))).toMatchObject({ new: 'general' });
		expect(partsAfter(split('dir', ['rents']))).toMatchObject({ new: 'specialised', rents: 'specialised' });
	});

	it('of a directorate takes its departments along when the directorate is given another one', () => {
		const rename = (key: string, part: 'general' | 'specialised', kind: 'directorate' | 'sector') =>
			operation('unit-rename', { unitKey: unitKey(key), name: name(`Звено ${key}`), kind, part });
		expect(partsAfter(rename('dir', 'specialised', 'directorate'))).toMatchObject({
			...{ dir: 'specialised', rents: 'specialised' },
		});
		// a sector cannot be of another part than its directorate: nothing is left of such a change
		expect(refusalOf(smallStructure(), rename('rents', 'specialised', 'sector')).code).toBe(
			'scenario/nothing-changed',
		);
	});

	it('takes the posts along in the numbers: the chief architect of Елена into a specialised directorate', () => {
		const elena = demoStructure('elena');
		const { before, after } = runOf(elena, move('el-ga', 'el-ut'));
		const [was, is] = [countStructure(before).byPart, countStructure(after).byPart];
		expect([was.direct - is.direct, is.specialised - was.specialised]).toEqual([1, 1]);
		expect([is.general, is.territorial, is.outside]).toEqual([was.general, was.territorial, was.outside]);
	});
});
