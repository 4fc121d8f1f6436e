import { expect, it } from 'vitest';
import { compareSeats } from '#lib/domain/scenario/index.ts';
import { operation, runOf } from '#tests/support/operations.ts';
import { functionKey, postKey, smallStructure, takesPart, unitKey } from '#tests/support/small-structure.ts';

const BASE = smallStructure();

it('a function handed over shows both units, and those that nothing happened to stand without a change', () => {
	const transfer = operation('function-transfer', {
		...{ functionKey: functionKey('f-reg'), fromUnitKey: unitKey('prop'), toUnitKey: unitKey('dir') },
		...{ formerRole: null, withActivities: true },
	});
	const rows = compareSeats(BASE, runOf(BASE, transfer).after);
	expect(rows.map(({ functionKey: key, change }) => [key, change])).toEqual([
		['f-rent', null],
		['f-reg', 'changed'],
		['f-tax', null],
	]);
	expect(rows[1]?.seats).toEqual([
		{ unitKey: 'prop', before: 'accountable', after: null },
		{ unitKey: 'rents', before: 'participates', after: 'participates' },
		{ unitKey: 'dir', before: null, after: 'accountable' },
	]);
});

it('a unit counts by the strongest role of its posts', () => {
	const structure = {
		...BASE,
		participations: [
			takesPart('f-tax', 'dir', 'consulted', { postKey: postKey('p-acc') }),
			takesPart('f-tax', 'dir', 'accountable'),
		],
	};
	expect(compareSeats(structure, structure)[2]?.seats).toEqual([
		{ unitKey: 'dir', before: 'accountable', after: 'accountable' },
	]);
});

it('functions that came and went are told as such', () => {
	const drop = operation('function-drop', { functionKey: functionKey('f-tax'), legalReason: 'отпаднало' });
	const rows = compareSeats(BASE, runOf(BASE, drop).after);
	expect(rows.find(({ functionKey: key }) => key === 'f-tax')).toMatchObject({
		...{ change: 'closed', seats: [{ unitKey: 'dir', before: 'accountable', after: null }] },
	});
	expect(compareSeats(runOf(BASE, drop).after, BASE).at(-1)).toMatchObject({ change: 'new' });
});
