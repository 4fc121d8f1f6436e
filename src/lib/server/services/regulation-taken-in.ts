import { wordingKey, type TakenInFunction } from '#lib/domain/regulations/index.ts';
import type { Ctx } from '../context.ts';
import { listChanges } from '../queries/import-run.ts';
import { listDecisions, type RegulationText } from '../queries/regulation.ts';

/** What became of each accepted statement of a text that was taken in, by its number. */
export type TakenIn = ReadonlyMap<number, TakenInFunction>;

/** The functions that a text brought or completed; empty before it is taken in and after it is taken back. */
export async function takenInOf(ctx: Ctx, text: RegulationText): Promise<TakenIn> {
	if (text.state !== 'applied' || text.runId === null) return new Map();
	const changes = await listChanges(ctx.db, text.runId);
	const written = new Map(
		changes.flatMap((change): readonly (readonly [string, TakenInFunction])[] =>
			change.entity !== 'function' || change.after === null
				? []
				: [
						[
							wordingKey(change.after.text.bg),
							{ key: change.key, text: change.after.text, isNew: change.before === null },
						],
					],
		),
	);
	const decisions = [...(await listDecisions(ctx.db, text.id)).values()];
	return new Map(
		decisions.flatMap(({ node, outcome, wording }) => {
			const found = outcome === 'accepted' ? written.get(wordingKey(wording)) : undefined;
			return found ? [[node, found] as const] : [];
		}),
	);
}
