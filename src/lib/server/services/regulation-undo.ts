import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import { DENIED, type Ctx, type Refused } from '../context.ts';
import { findRegulation, updateRegulation } from '../queries/regulation.ts';
import { auditRegulation } from './regulation-apply.ts';
import { takeRunBack, type NamedBlock } from './run-undo.ts';
import { openMunicipality } from './workspace.ts';

export type UndoRegulationRefusal =
	| Refused
	| { readonly code: 'regulations/not-applied' }
	| { readonly code: 'regulations/undo-frozen' }
	| { readonly code: 'regulations/undo-blocked'; readonly blocks: readonly NamedBlock[] };

/** Takes everything back that a text brought, as long as it is still as it was left; the decisions stay. */
export async function undoRegulation(
	ctx: Ctx,
	slug: string,
	id: string,
): Promise<Result<null, UndoRegulationRefusal>> {
	const opened = await openMunicipality(ctx, slug, 'structure.edit');
	if (!opened.ok) return opened;
	const { municipality, actor } = opened.value;
	return ctx.db.transaction().execute(async (tx): Promise<Result<null, UndoRegulationRefusal>> => {
		const text = await findRegulation(tx, municipality.id, id);
		if (!text) return err(DENIED);
		const { runId, versionId } = text;
		if (text.state !== 'applied' || runId === null || versionId === null)
			return err({ code: 'regulations/not-applied' });
		const back = await takeRunBack(ctx, tx, {
			id: runId,
			municipalityId: municipality.id,
			versionId,
			by: actor.userId,
		});
		if (!back.ok)
			return back.error.code === 'frozen'
				? err({ code: 'regulations/undo-frozen' })
				: err({ code: 'regulations/undo-blocked', blocks: back.error.blocks });
		await updateRegulation(tx, text, { state: 'undone', runId: null });
		const what = { versionId: back.value.isCopyGone ? null : versionId, changes: back.value.reversed };
		await auditRegulation(ctx, tx, { actor, municipality, text }, { action: 'regulation.undo', ...what });
		return ok(null);
	});
}
