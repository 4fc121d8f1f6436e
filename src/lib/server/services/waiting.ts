import { ok, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { waitingBeforeCouncil } from './waiting-council.ts';
import type { WaitingItem } from './waiting-item.ts';
import { waitingInTraining } from './waiting-training.ts';
import { waitingInWork } from './waiting-work.ts';
import { openMunicipality } from './workspace.ts';

/**
 * What waits for the actor in a municipality, the council first. Nothing in it says more than the page behind its link
 * would show to the same person. Everybody else's work is not named: who may do a thing without it being theirs, as the
 * administrator may, is not told of it.
 */
export async function whatWaits(ctx: Ctx, slug: string): Promise<Result<readonly WaitingItem[], Refused>> {
	const found = await openMunicipality(ctx, slug, 'municipality.read');
	if (!found.ok) return found;
	return ok([
		...(await waitingBeforeCouncil(ctx, found.value)),
		...(await waitingInWork(ctx, found.value)),
		...(await waitingInTraining(ctx, found.value)),
	]);
}
