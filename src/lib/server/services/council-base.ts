import type { IsoDate } from '#lib/domain/shared/index.ts';
import type { Ctx } from '../context.ts';
import { findVersion } from '../queries/version.ts';
import type { OpenProposal } from './proposal.ts';

/**
 * The day on which another edition takes the place of the one under a proposal that waits for its decision; null while
 * the base has no end. Such a proposal can no longer be adopted.
 */
export async function baseEndsOn(
	ctx: Ctx,
	{ proposal, frozen }: Pick<OpenProposal, 'proposal' | 'frozen'>,
): Promise<IsoDate | null> {
	if (proposal.state !== 'submitted' && proposal.state !== 'in-review') return null;
	const base = await findVersion(ctx.db, frozen.snapshot.baseline.versionId);
	return base?.validTo ?? null;
}
