import { expect, it } from 'vitest';
import { readCompetencyMatrix } from '#lib/server/services/training-matrix.ts';
import { readNeedBoard } from '#lib/server/services/training-need-view.ts';
import { syncNeeds } from '#lib/server/services/training-need.ts';
import { at, hr, slug, value } from '#tests/support/training-world.ts';

const ALL = { state: null, cause: null };

it('tells whoever may not see persons no unit and competency that the map of competencies hides', async () => {
	value(await syncNeeds(hr, slug, { kind: 'gaps' }));
	const full = value(await readNeedBoard(hr, slug, ALL));
	expect(full.isPart).toBe(false);
	const outsider = await at.as('nablyudatel');
	const map = value(
		await readCompetencyMatrix(outsider, { slug }, { rows: 'units', group: null, isOpenOnly: false }),
	);
	const hidden = new Set(
		map.rows.flatMap((row) =>
			row.cells.flatMap((cell, column) =>
				cell?.state === 'suppressed' ? [`${row.name.bg} · ${map.columns[column]?.name.bg ?? ''}`] : [],
			),
		),
	);
	const lies = (board: typeof full) =>
		board.needs
			.filter((need) => ['gap', 'certificate', 'wish'].includes(need.cause.kind))
			.map((need) => `${need.unit?.name.bg ?? 'не се показва'} · ${need.competency?.bg ?? ''}`);
	// What human resources read says such places, otherwise this proves nothing.
	expect(lies(full).some((place) => hidden.has(place))).toBe(true);
	const board = value(await readNeedBoard(outsider, slug, ALL));
	expect(lies(board).filter((place) => hidden.has(place))).toEqual([]);
	expect(board.isPart).toBe(true);
	const withheld = board.needs.filter((need) => need.unit === null);
	expect(withheld.length).toBeGreaterThan(0);
	for (const need of withheld)
		expect(need).toMatchObject({ people: null, requiredLevel: null, plannedIn: null, named: null });
});

it('does not find a need by the unit that it withholds', async () => {
	value(await syncNeeds(hr, slug, { kind: 'gaps' }));
	const full = value(await readNeedBoard(hr, slug, ALL));
	const outsider = await at.as('nablyudatel');
	const units = new Set(full.needs.flatMap((need) => need.unit?.key ?? []));
	for (const unit of units) {
		const { needs } = value(await readNeedBoard(outsider, slug, { ...ALL, unit }));
		expect(needs.filter((need) => need.unit?.key !== unit)).toEqual([]);
	}
});
