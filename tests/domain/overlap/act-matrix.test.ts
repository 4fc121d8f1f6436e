import { describe, expect, it } from 'vitest';
import { computeActMatrix, findStructureOverlaps, type OverlapMember } from '#lib/domain/overlap/index.ts';
import { aFunction, aStructure, aUnit, takesPart } from '#tests/support/small-structure.ts';

/** Functions „text @ unit“ of one municipality. */
function matrixOf(...functions: readonly (readonly [text: string, unit: string])[]) {
	const structure = aStructure({
		units: [...new Set(functions.map(([, unit]) => unit))].map((unit) => aUnit(unit, null)),
		functions: functions.map(([bg], at) => aFunction(`f${at}`, { text: { bg, en: null } })),
		participations: functions.map(([, unit], at) => takesPart(`f${at}`, unit)),
	});
	const { pairs, withinUnits } = findStructureOverlaps([structure], { threshold: 0.1 });
	const all = [...pairs, ...withinUnits];
	const members = new Map<string, OverlapMember>();
	for (const { a, b } of all) for (const member of [a, b]) members.set(member.functionKey, member);
	return computeActMatrix([...members.values()], all);
}

describe('the matrix of acts and objects', () => {
	it('shows who prepares and who controls one object', () => {
		const [object] = matrixOf(
			['Изготвя програмата за управление на отпадъците', 'eco'],
			['Контролира изпълнението на програмата за управление на отпадъците', 'control'],
		);
		expect(object?.cells.map(({ actClass, units }) => [actClass, units])).toEqual([
			['prepare', ['eco']],
			['control', ['control']],
		]);
		expect(object?.conflicts).toEqual([]);
	});

	it('names a unit that controls its own work', () => {
		const [object] = matrixOf(
			['Изготвя програмата за управление на отпадъците', 'eco'],
			['Контролира изпълнението на програмата за управление на отпадъците', 'eco'],
		);
		expect(object?.conflicts).toEqual([
			{ doing: 'prepare', checking: 'control', why: 'checks-own-work', unitKey: 'eco' },
		]);
	});

	it('finds the pattern where everybody accompanies and nobody decides', () => {
		const [object] = matrixOf(
			['Координира дейността на младежките клубове', 'culture'],
			['Подпомага дейността на младежките клубове', 'sport'],
		);
		expect(object?.isNobodyDeciding).toBe(true);
	});

	it('leaves out objects of one function', () => {
		expect(
			matrixOf(
				['Изготвя програмата за управление на отпадъците', 'eco'],
				['Сключва граждански бракове', 'civil'],
			),
		).toEqual([]);
	});
});
