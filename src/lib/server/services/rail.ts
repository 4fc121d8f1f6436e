import type { Workspace } from './workspace.ts';
import type { Ctx } from '../context.ts';
import { countForRail, type RailCounts } from '../queries/rail.ts';

/** How many things stand behind each entry of the rail; absent where the actor may not look. */
export async function railCounts(ctx: Ctx, workspace: Workspace): Promise<Partial<RailCounts>> {
	const counts = await countForRail(ctx.db, workspace.municipality.id, workspace.version.id);
	const mayReadScenarios = workspace.allowed.includes('scenario.read');
	const { scenarios, ...others } = counts;
	return mayReadScenarios ? { ...others, scenarios } : others;
}
