import { describe, expect, it } from 'vitest';
import { chartMarks, joinRows } from '#lib/components/scenario/chart-rows.ts';
import { structurePicture } from '#lib/domain/scenario/index.ts';
import { operation, runOf } from '#tests/support/operations.ts';
import { postKey, smallStructure } from '#tests/support/small-structure.ts';

const picture = structurePicture(
	runOf(smallStructure(), operation('post-close', { postKey: postKey('p-rent') })),
);

describe('the chart of a scenario', () => {
	it('shows own posts as the structure chart does, and marks only the unit whose own posts changed', () => {
		const rows = joinRows(picture, 'diff');
		const changed = rows.filter((row) => row.change !== null);
		expect(changed.map((row) => row.unit.key)).toEqual(['rents']);
		// The mayor has 1 post of 10 and 9 after the closing; the box keeps the mayor's own one.
		const mayor = rows[0];
		expect(mayor).toMatchObject({ before: 1, after: 1, totals: { before: 10, after: 9 } });
		const marks = chartMarks(rows, 'diff');
		expect(marks.get(mayor?.unit.key ?? '')?.figures).toBe('1 бр.');
		expect(marks.get('rents')?.figures).toBe('2 → 1 бр.');
	});
});
