import { CLAUSE_STEP, clausesOfPoint, toWording } from '#lib/domain/regulations/index.ts';
import { err, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx } from '../context.ts';
import { decideAll, type DecideRefusal, type DecisionGiven } from './regulation-decide.ts';
import { openRegulation } from './regulation-open.ts';

/**
 * Accepts a point that names several acts as so many functions, all of the same unit, kind and area. Each can be changed
 * or taken back by itself afterwards.
 */
export async function splitFunction(
	ctx: Ctx,
	at: { readonly slug: string; readonly id: string },
	given: Omit<DecisionGiven, 'outcome' | 'wording'>,
): Promise<Result<null, DecideRefusal>> {
	const opened = await openRegulation(ctx, at.slug, at.id);
	if (!opened.ok) return opened;
	const point = opened.value.candidates.find(({ node, way }) => node === given.node && way === 'list');
	const clauses = point ? clausesOfPoint(point.wording) : [];
	if (clauses.length < 2) return err({ code: 'regulations/stale' });
	return decideAll(
		ctx,
		opened.value,
		clauses.map((clause, number) => ({
			...given,
			outcome: 'accepted',
			wording: toWording(clause),
			node: given.node + number * CLAUSE_STEP,
			seen: number === 0 ? given.seen : 0,
		})),
	);
}
