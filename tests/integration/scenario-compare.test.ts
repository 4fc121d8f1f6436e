import { afterEach, beforeEach, expect, it } from 'vitest';
import { compareScenarios } from '#lib/server/services/scenario-compare.ts';
import { isoDate, type IsoDate, type UnitKey } from '#lib/domain/shared/index.ts';
import { add, aScenario, done, SLUG } from '#tests/support/elena-scenario.ts';
import { anInstallation, type Installation } from '#tests/support/installation.ts';

let at: Installation;
beforeEach(async () => {
	at = await anInstallation();
});
afterEach(() => at.close());

const asked = (scenarioIds: readonly string[], judgedOn: IsoDate | null = null) => ({
	scenarioIds,
	judgedOn,
});

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
	const compared = await done(compareScenarios(ctx, SLUG, asked([...ids.toReversed(), 'nyama']), 0));
	expect(compared.columns.map(({ scenario }) => scenario?.id ?? null)).toEqual([
		null,
		...ids.toReversed().slice(0, 4),
	]);
	const [base, first] = compared.columns;
	expect(first!.values.units).toBe(base!.values.units! + 1);
	expect(compared.rows.map((row) => row.name.bg)).toEqual(['Отдел Екология']);
	const two = await done(compareScenarios(ctx, SLUG, asked(ids.slice(0, 2)), 0));
	expect(two.rows[0]?.cells.map((cell) => cell && 'place' in cell && cell.place?.name.bg)).toEqual([
		null,
		expect.stringContaining('инанс'),
		undefined,
	]);
});

it('checks the rules of all columns by the law of one day: the last end day, or the chosen one', async () => {
	const ctx = await at.as('konsultant');
	const [january, july] = [isoDate('2027-01-01'), isoDate('2027-07-01')];
	// from July on no municipality keeps the share of heads that the law then asks for
	const limit = { number_value: 0.0001, valid_from: july };
	await ctx.db.updateTable('parameter').set(limit).where('key', '=', 'rule.manager-share-limit').execute();
	const early = await aScenario(ctx);
	await add(ctx, early, unit('eco-early', null));
	const late = await aScenario(ctx);
	await add(ctx, late, unit('eco-late', null), july);
	const failed = async (ids: readonly string[], on: IsoDate | null = null) => {
		const { columns, judgedOn, rules } = await done(compareScenarios(ctx, SLUG, asked(ids, on), 0));
		// a column judged by another day than the rest would differ in this rule
		expect(rules.map(({ rule }) => rule)).not.toContain('R09');
		return [judgedOn, columns[0]?.values['failed-rules']];
	};
	const [day, inJanuary] = await failed([early]);
	expect(day).toBe(january);
	expect(await failed([early, late])).toEqual([july, Number(inJanuary) + 1]);
	expect(await failed([late, early])).toEqual([july, Number(inJanuary) + 1]);
	expect(await failed([early, late], january)).toEqual([january, inJanuary]);
});

it('is empty while nothing is chosen, and is not there for councillors', async () => {
	await aScenario(await at.as('konsultant'));
	const none = await done(compareScenarios(await at.as('konsultant'), SLUG, asked([])));
	expect(none).toMatchObject({ columns: [], rows: [] });
	expect(none.scenarios.length).toBeGreaterThan(0);
	expect(await compareScenarios(await at.as('savetnik-elena-1'), SLUG, asked([]))).toMatchObject({
		error: { code: 'access/forbidden' },
	});
});
