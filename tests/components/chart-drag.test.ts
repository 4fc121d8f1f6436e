import { expect, test } from 'vitest';
import { dropPlaces } from '#lib/components/scenario/placing.ts';

const place = { name: 'Отдел', depth: 1 };

test('a box where a rule would not be kept can be chosen and says which, a forbidden one says only why not', () => {
	const places = dropPlaces([
		{ ...place, key: '', reason: null, warning: null },
		{ ...place, key: 'a', reason: null, warning: 'Правило' },
		{ ...place, key: 'b', reason: 'Под себе си', warning: 'Правило' },
		{ ...place, key: 'c', reason: null, warning: null },
	]);
	expect([...places]).toEqual([
		['a', { reason: null, warning: 'Правило' }],
		['b', { reason: 'Под себе си', warning: null }],
		['c', { reason: null, warning: null }],
	]);
});
