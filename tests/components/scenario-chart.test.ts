import { describe, expect, it } from 'vitest';
import { chartMarks, joinRows } from '#lib/components/scenario/chart-rows.ts';
import { headOptions } from '#lib/components/scenario/operation-choices.ts';
import { structurePicture, touchedPicture } from '#lib/domain/scenario/index.ts';
import { operation, runOf } from '#tests/support/operations.ts';
import { aStructure, aUnit, postKey, smallStructure, unitKey } from '#tests/support/small-structure.ts';

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

describe('the picture of a point', () => {
	const closing = (takenOverBy: string | null) =>
		operation('unit-close', {
			unitKey: unitKey('idle'),
			takenOverBy: takenOverBy === null ? null : unitKey(takenOverBy),
		});
	const merging = operation('unit-merge', {
		...{ sourceKeys: [unitKey('rents')], targetKey: unitKey('prop'), headPostKey: postKey('p-prop-head') },
	});

	it('has the unit into which others merge, beside those above them', () => {
		const run = runOf(smallStructure(), merging);
		const shown = touchedPicture(structurePicture(run), merging);
		expect(shown?.before.map(({ unit }) => unit.key)).toEqual(['mayor', 'dir', 'rents', 'prop']);
		expect(shown?.after.map(({ unit }) => unit.key)).toEqual(['mayor', 'dir', 'prop']);
	});

	it('has the unit that takes over what is left of a closed one, where there is one', () => {
		const idle = aStructure({
			units: [
				aUnit('mayor', null, { kind: 'mayor', part: 'direct' }),
				aUnit('idle', 'mayor', { sort: 1 }),
				aUnit('other', 'mayor', { sort: 2 }),
			],
		});
		const after = (close: ReturnType<typeof closing>) =>
			touchedPicture(structurePicture(runOf(idle, close)), close)?.after.map(({ unit }) => unit.key);
		expect(after(closing('other'))).toEqual(['mayor', 'other']);
		expect(after(closing(null))).toEqual(['mayor']);
	});
});

describe('a choice of who heads a unit', () => {
	it('says of which unit each post is', () => {
		const { units, posts } = smallStructure();
		const heads = posts.filter((post) => post.isHead);
		const choices = {
			...{
				units: units.map((unit) => ({ ...unit, depth: 0 })),
				posts,
				functions: [],
				activities: [],
				seats: [],
			},
			...{ policyAreas: [], legalActs: [], powers: [], findings: [] },
		};
		const labels = headOptions(choices).map(({ label }) => label);
		expect(labels).toHaveLength(heads.length);
		expect(labels[0]).toMatch(/^Звено \p{L}+: /u);
	});
});
