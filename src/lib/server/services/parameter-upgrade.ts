import type { BenchmarkTables } from '#fixtures/types.ts';
import type { ParameterSet } from '#lib/domain/legal/index.ts';
import type { Ctx } from '../context.ts';
import { listParameters } from '../queries/legal.ts';
import { insertBenchmarks, listBenchmarks } from '../queries/benchmark.ts';
import { insertParameter } from '../queries/seed.ts';

/**
 * Adds the dated parameters that a newer edition of the product reads and the installation has never had. A key that is
 * there in any form is left as it is: its numbers are the administration's own. Returns how many came in.
 */
export async function addNewParameters(ctx: Ctx, shipped: ParameterSet): Promise<number> {
	return ctx.db.transaction().execute(async (tx) => {
		const known = new Set((await listParameters(tx)).map(({ key }) => key));
		if (known.size === 0) return 0;
		const missing = shipped.filter(({ key, municipality }) => municipality === null && !known.has(key));
		for (const parameter of missing) await insertParameter(tx, parameter, ctx.newId());
		return missing.length;
	});
}

/** Adds the published numbers of municipalities where an installation has none. Returns how many came in. */
export async function addBenchmarks(ctx: Ctx, shipped: BenchmarkTables): Promise<number> {
	return ctx.db.transaction().execute(async (tx) => {
		if ((await listBenchmarks(tx)).length > 0) return 0;
		await insertBenchmarks(tx, shipped);
		return shipped.rows.length;
	});
}
