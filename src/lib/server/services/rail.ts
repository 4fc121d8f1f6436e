import { problemsOf } from './quality.ts';
import { readStructure } from './structure-cache.ts';
import type { Workspace } from './workspace.ts';
import type { Ctx } from '../context.ts';
import { countForRail, type RailCounts } from '../queries/rail.ts';

/** How many things stand behind each entry of the rail; absent where the actor may not look. */
export async function railCounts(
	ctx: Ctx,
	workspace: Workspace,
): Promise<Partial<RailCounts> & { readonly problems?: number }> {
	const counts = await countForRail(ctx.db, workspace.municipality.id, workspace.version.id);
	const mayReadScenarios = workspace.allowed.includes('scenario.read');
	const { scenarios, ...others } = counts;
	const mayReadQuality = workspace.allowed.includes('quality.read');
	const structure = mayReadQuality ? await readStructure(ctx.db, workspace.version.id) : undefined;
	return {
		...others,
		...(structure && { problems: problemsOf(structure, ctx.clock.today()).length }),
		...(mayReadScenarios && { scenarios }),
	};
}
