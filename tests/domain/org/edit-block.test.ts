import { describe, expect, test } from 'vitest';
import { planParticipationBlock, type BlockCell } from '#lib/domain/org/index.ts';
import { asId, share, type FunctionKey, type UnitKey } from '#lib/domain/shared/index.ts';
import { aFunction, aStructure, aUnit, takesPart } from '#tests/support/small-structure.ts';

const STRUCTURE = aStructure({
	units: [aUnit('u', null), aUnit('v', null)],
	functions: [aFunction('f'), aFunction('g')],
	participations: [takesPart('f', 'u'), takesPart('g', 'u', 'consulted', { share: share(0.25) })],
});

function cell(fn: string, unit: string, role: BlockCell['role']): BlockCell {
	return { functionKey: asId<FunctionKey>(fn), unitKey: asId<UnitKey>(unit), postKey: null, role };
}

const outcomes = (...cells: BlockCell[]) =>
	planParticipationBlock(STRUCTURE, cells).map((line) => `${line.before} → ${line.role}: ${line.outcome}`);

describe('a block of roles', () => {
	test('says of each cell whether it changes, stays or is refused, in the order given', () => {
		expect(
			outcomes(cell('f', 'v', 'accountable'), cell('f', 'u', 'accountable'), cell('g', 'v', 'informed')),
		).toEqual(['null → accountable: refused', 'accountable → accountable: same', 'null → informed: change']);
	});

	test('the one who answers may change in one block, whichever cell comes first', () => {
		expect(outcomes(cell('f', 'v', 'accountable'), cell('f', 'u', 'participates'))).toEqual([
			'null → accountable: change',
			'accountable → participates: change',
		]);
		expect(outcomes(cell('f', 'v', 'accountable'), cell('f', 'u', null))).toEqual([
			'null → accountable: change',
			'accountable → null: change',
		]);
	});

	test('a share stays unless another one is given', () => {
		const [kept] = planParticipationBlock(STRUCTURE, [cell('g', 'u', 'informed')]);
		expect(kept?.outcome === 'change' && kept.plan.after?.share).toBe(0.25);
		const [gone] = planParticipationBlock(STRUCTURE, [{ ...cell('g', 'u', 'informed'), share: null }]);
		expect(gone?.outcome === 'change' && gone.plan.after?.share).toBeNull();
	});

	test('emptying an empty cell changes nothing', () => {
		expect(outcomes(cell('g', 'v', null))).toEqual(['null → null: same']);
	});

	test('two cells for one function cannot both answer', () => {
		expect(outcomes(cell('g', 'u', 'accountable'), cell('g', 'v', 'accountable'))).toEqual([
			'consulted → accountable: change',
			'null → accountable: refused',
		]);
	});
});
