import { describe, expect, it } from 'vitest';
import { bothChoices, bothEdits } from '../../src/routes/(app)/m/[municipality]/training/both-edits.ts';

describe('two people who edit one form', () => {
	const seen = { place: 'Елена', hours: '8', trainer: '' };

	it('keep what only one of them moved, and choose where both did', () => {
		const { values, others } = bothEdits({
			seen,
			mine: { place: 'София', hours: '8', trainer: 'Петров' },
			theirs: { place: 'Търново', hours: '16', trainer: '' },
		});
		expect(values).toEqual({ place: 'София', hours: '16', trainer: 'Петров' });
		expect(others).toEqual({ place: 'Търново' });
	});

	it('keep both moves of a list: one takes a person out, the other puts one in', () => {
		const sides = { seen: ['a', 'b'], mine: ['a'], theirs: ['a', 'b', 'c'] };
		expect(bothChoices(sides)).toEqual(['a', 'c']);
		expect(bothChoices({ seen: [], mine: ['b'], theirs: ['a'] })).toEqual(['a', 'b']);
		expect(bothChoices({ seen: ['a'], mine: ['a'], theirs: [] })).toEqual([]);
	});
});
