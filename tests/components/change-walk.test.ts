import { describe, expect, it } from 'vitest';
import { stepped } from '#lib/components/scenario/change-walk.ts';
import { byUnit, joinLines } from '#lib/components/scenario/staffing-rows.ts';
import { changeMarks, compareUnits, diffStructures, staffingRows } from '#lib/domain/scenario/index.ts';
import { headcount } from '#lib/domain/shared/index.ts';
import { operation, runOf } from '#tests/support/operations.ts';
import { postKey, smallStructure } from '#tests/support/small-structure.ts';

describe('the changes of a chart one after the other', () => {
	it('begin at either end and go round', () => {
		expect([stepped(-1, 1, 3), stepped(-1, -1, 3)]).toEqual([0, 2]);
		expect([stepped(0, 1, 3), stepped(2, 1, 3), stepped(0, -1, 3)]).toEqual([1, 0, 2]);
	});
});

describe('the folded staffing table', () => {
	const cut = operation('post-change', {
		postKey: postKey('p-acc'),
		changes: { approved: headcount(1) },
	});
	const { before, after } = runOf(smallStructure(), cut);
	const marks = changeMarks({ diff: diffStructures(before, after), units: compareUnits(before, after) });
	const rows = (structure: typeof before) => staffingRows(structure, marks.posts);
	const lines = joinLines(rows(before), rows(after), 'diff');

	it('shows what changed and counts the rest with its posts', () => {
		const units = byUnit(lines, true);
		expect(units.flatMap((unit) => unit.lines.map(({ key }) => key))).toEqual(['p-acc']);
		const shown = units
			.flatMap((unit) => unit.lines)
			.reduce((sum, line) => sum + (line.after?.post.approved ?? 0), 0);
		const folded = units.reduce((sum, unit) => sum + unit.foldedPosts, 0);
		// every post after the change is either shown or counted
		expect(shown + folded).toBe(after.posts.reduce((sum, post) => sum + post.approved, 0));
		expect(units.reduce((sum, unit) => sum + unit.folded, 0)).toBe(after.posts.length - 1);
	});

	it('unfolded shows every line', () => {
		expect(byUnit(lines).flatMap((unit) => unit.lines)).toHaveLength(lines.length);
	});
});
