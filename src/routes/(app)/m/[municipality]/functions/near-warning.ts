import type { AdminFunction } from '#lib/domain/org/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { findNearFunctions } from '#lib/server/services/function-near.ts';
import type { WorkspaceAddress } from '#lib/server/services/workspace.ts';

/** After saving, also without script: that somebody else does nearly the same. */
export async function nearWarning(
	ctx: Ctx,
	address: WorkspaceAddress,
	fn: AdminFunction | null,
): Promise<readonly { readonly code: 'near' }[]> {
	if (fn === null) return [];
	const question = { text: fn.text.bg, unitKey: null, except: fn.key };
	const near = await findNearFunctions(ctx, address, question);
	return near.ok && near.value.length > 0 ? [{ code: 'near' }] : [];
}
