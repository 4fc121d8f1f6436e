import type { Fixtures } from '#fixtures/types.ts';
import type { Ctx } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { listParameters, listPolicyAreas } from '../queries/legal.ts';
import * as rows from '../queries/seed.ts';

/** What is the same for every municipality of the country; none of it is sample data. */
export type NationalCatalogues = Pick<
	Fixtures,
	'legalActs' | 'policyAreas' | 'powers' | 'parameters' | 'calendar' | 'competencies'
>;

/** Whether an installation has no areas of policy yet, and so nothing that functions could be entered under. */
export async function lacksCatalogues(ctx: Ctx): Promise<boolean> {
	return (await listPolicyAreas(ctx.db)).length === 0;
}

/**
 * Gives an installation without sample data what every municipality needs: acts, areas of policy, powers of the mayor, dated
 * parameters, the calendar, the dictionary of competencies. Where there are areas already nothing is touched.
 */
export async function addCatalogues(ctx: Ctx, shipped: NationalCatalogues): Promise<void> {
	await ctx.db.transaction().execute((tx) => insertCatalogues(ctx, tx, shipped));
}

/** The same inside a larger change. */
export async function insertCatalogues(ctx: Ctx, tx: Tx, shipped: NationalCatalogues): Promise<void> {
	if ((await listPolicyAreas(tx)).length > 0) return;
	for (const [sort, act] of shipped.legalActs.entries()) await rows.insertLegalAct(tx, act, sort);
	for (const [sort, area] of shipped.policyAreas.entries()) await rows.insertPolicyArea(tx, area, sort);
	for (const [sort, power] of shipped.powers.entries()) await rows.insertPower(tx, power, sort, ctx.newId);
	for (const exception of shipped.calendar) await rows.insertCalendarException(tx, exception);
	for (const [sort, competency] of shipped.competencies.entries())
		await rows.insertCompetency(tx, competency, sort);
	await insertNational(ctx, tx, shipped);
}

async function insertNational(ctx: Ctx, tx: Tx, { parameters }: NationalCatalogues): Promise<void> {
	if ((await listParameters(tx)).length > 0) return;
	for (const parameter of parameters)
		if (parameter.municipality === null) await rows.insertParameter(tx, parameter, ctx.newId());
}
