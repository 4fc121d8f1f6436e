import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findClashes, settleClashes } from '#lib/domain/org/index.ts';

const seen = { name: 'Отдел', note: 'стара', sort: '1' };

describe('two people who edit one thing', () => {
	it('clash only in the fields that both moved to different values', () => {
		const mine = { ...seen, note: 'моя', sort: '2' };
		const theirs = { ...seen, note: 'чужда', name: 'Дирекция' };
		expect(findClashes({ seen, mine, theirs }).map(({ field, by }) => `${field} ${by}`)).toEqual([
			'name other',
			'note both',
			'sort me',
		]);
	});

	it('do not clash where both came to the same, or differ only in blanks and line ends', () => {
		const mine = { ...seen, note: 'нова  бележка\r\n' };
		const theirs = { ...seen, note: 'нова бележка' };
		expect(findClashes({ seen, mine, theirs })).toEqual([]);
	});

	it('choose fields that belong together at once', () => {
		const groupOf = (field: string) => (/^(act|place)/.test(field) ? 'bases' : field);
		const sides = {
			seen: { act0: 'zmsma', place0: 'чл. 21' },
			mine: { act0: 'zmsma', place0: 'чл. 44', act1: '', place1: '' },
			theirs: { act0: 'apk', place0: 'чл. 21' },
		};
		const [clash, ...others] = findClashes(sides, groupOf);
		expect([clash?.field, clash?.by, others]).toEqual(['bases', 'both', []]);
		const settled = settleClashes(sides.theirs, clash ? [clash] : [], { bases: 'mine' });
		expect(settled).toEqual({ act0: 'zmsma', place0: 'чл. 44', act1: '', place1: '' });
	});

	it('keep what is stored where both moved and nobody chose, and take mine where it is chosen', () => {
		const sides = { seen, mine: { ...seen, note: 'моя' }, theirs: { ...seen, note: 'чужда' } };
		const clashes = findClashes(sides);
		expect(settleClashes(sides.theirs, clashes, {})['note']).toBe('чужда');
		expect(settleClashes(sides.theirs, clashes, { note: 'mine' })['note']).toBe('моя');
	});
});

describe('laws of merging', () => {
	const fields = fc.record({ a: fc.string(), b: fc.string(), c: fc.string() });

	it('who changed nothing loses nothing of the other; who alone changed keeps all', () => {
		fc.assert(
			fc.property(fields, fields, (base, other) => {
				const idle = findClashes({ seen: base, mine: base, theirs: other });
				expect(settleClashes(other, idle, {})).toEqual(other);
				const alone = findClashes({ seen: base, mine: other, theirs: base });
				const kept = settleClashes(base, alone, {});
				expect(findClashes({ seen: base, mine: other, theirs: kept })).toEqual([]);
			}),
		);
	});

	it('every field of the result is one of the two, and unclashed merges keep every single change', () => {
		fc.assert(
			fc.property(fields, fields, fields, (base, mine, theirs) => {
				const clashes = findClashes({ seen: base, mine, theirs });
				const result = settleClashes(theirs, clashes, {});
				for (const name of ['a', 'b', 'c'] as const) {
					expect([mine[name], theirs[name]]).toContain(result[name]);
				}
				for (const { field, by } of clashes) {
					if (by === 'me') expect(result[field]).toBe(mine[field as 'a']);
				}
			}),
		);
	});
});
