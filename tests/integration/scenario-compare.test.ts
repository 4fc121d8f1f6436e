import { afterEach, beforeEach, expect, it } from 'vitest';
import { compareScenarios } from '#lib/server/services/scenario-compare.ts';
import type { UnitKey } from '#lib/domain/shared/index.ts';
import { add, aScenario, done, SLUG } from '#tests/support/elena-scenario.ts';
import { anInstallation, type Installation } from '#tests/support/installation.ts';

let at: Installation;
beforeEach(async () => {
	at = await anInstallation();
});
afterEach(() => at.close());

const unit = (key: string, parentKey: string | null) => ({
	kind: 'unit-create' as const,
	payload: {
		...{ key: key as UnitKey, parentKey: parentKey as UnitKey | null },
		...{
			name: { bg: 'Отдел Екология', en: null },
			kind: 'department' as const,
			part: 'specialised' as const,
		},
	},
});

it('puts the base before the chosen scenarios, four at most, in the order asked for', async () => {
	const ctx = await at.as('konsultant');
	const ids = [];
	for (const key of ['a', 'b', 'c', 'd', 'e']) {
		const id = await aScenario(ctx);
		await add(ctx, id, unit(`eco-${key}`, key === 'a' ? 'el-fin' : null));
		ids.push(id);
	}
	const compared = await done(compareScenarios(ctx, SLUG, [...ids.toReversed(), 'nyama'], 0));
	expect(compared.columns.map(({ scenario }) => scenario?.id ?? null)).toEqual([
		null,
		...ids.toReversed().slice(0, 4),
	]);
	const [base, first] = compared.columns;
	expect(first!.values.units).toBe(base!.values.units! + 1);
	expect(compared.rows.map((row) => row.name.bg)).toEqual(['Отдел Екология']);
	const two = await done(compareScenarios(ctx, SLUG, ids.slice(0, 2), 0));
	expect(two.rows[0]?.cells.map((cell) => cell && 'place' in cell && cell.place?.name.bg)).toEqual([
		null,
		expect.stringContaining('инанс'),
		undefined,
	]);
});

it('is empty while nothing is chosen, and is not there for councillors', async () => {
	await aScenario(await at.as('konsultant'));
	const none = await done(compareScenarios(await at.as('konsultant'), SLUG, []));
	expect(none).toMatchObject({ columns: [], rows: [] });
	expect(none.scenarios.length).toBeGreaterThan(0);
	expect(await compareScenarios(await at.as('savetnik-elena-1'), SLUG, [])).toMatchObject({
		error: { code: 'access/forbidden' },
	});
});
