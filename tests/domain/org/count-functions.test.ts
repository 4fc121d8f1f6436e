import { expect, test } from 'vitest';
import { countFunctions } from '#lib/domain/org/index.ts';
import { aFunction } from '#tests/support/small-structure.ts';

const local = [{ actKey: 'nuro', reference: { article: '5' } }];

test('functions are counted by area and type, those by an act of the own council apart', () => {
	const functions = [
		aFunction('a', { policyArea: 'finance', kind: 'control' }),
		aFunction('b', { policyArea: 'finance', kind: 'control', bases: local }),
		aFunction('c', { policyArea: 'finance', kind: 'service' }),
		aFunction('d', { policyArea: 'ecology', kind: 'service', bases: [] }),
	];
	const counts = countFunctions(functions, ['ecology', 'empty', 'finance'], new Set(['nuro']));
	expect(counts.map(({ area, total }) => [area, total])).toEqual([
		['ecology', { all: 1, local: 0 }],
		['finance', { all: 3, local: 1 }],
	]);
	expect(counts[1]?.kinds.control).toEqual({ all: 2, local: 1 });
	expect(counts[1]?.kinds.policy).toEqual({ all: 0, local: 0 });
});
