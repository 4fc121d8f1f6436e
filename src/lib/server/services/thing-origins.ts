import { can } from '#lib/domain/access/index.ts';
import { ok, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { whereFrom, type WhereFrom } from './where-from.ts';
import { openStructure, type WorkspaceAddress } from './workspace.ts';

/** Where the values of a unit, post or function came from, and whether the actor may read who changed them. */
export async function viewOrigins(
	ctx: Ctx,
	address: WorkspaceAddress,
	thing: { readonly entity: 'unit' | 'post' | 'function'; readonly key: string; readonly now: object },
): Promise<Result<{ readonly cells: readonly WhereFrom[]; readonly mayReadTrail: boolean }, Refused>> {
	const opened = await openStructure(ctx, address);
	if (!opened.ok) return opened;
	const { municipality, version, actor } = opened.value;
	const cells = await whereFrom(ctx, { slug: address.slug, versionId: version.id }, thing);
	if (!cells.ok) return cells;
	const mayReadTrail = can(actor, 'audit.read', { municipalityId: municipality.id });
	return ok({ cells: cells.value, mayReadTrail });
}
