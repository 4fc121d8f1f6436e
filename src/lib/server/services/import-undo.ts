import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { findBatch, updateBatch } from '../queries/import.ts';
import { listChanges, sourceBefore } from '../queries/import-run.ts';
import { replaceSource } from '../queries/version.ts';
import { allowedKinds, kindOfEntity, openImport } from './import-open.ts';
import { auditChanges } from './import-trail.ts';
import { takeRunBack, type NamedBlock } from './run-undo.ts';

export type UndoRefusal =
	| Refused
	| { readonly code: 'imports/not-applied' }
	| { readonly code: 'imports/undo-frozen' }
	| { readonly code: 'imports/undo-blocked'; readonly blocks: readonly NamedBlock[] };

/** Takes an import back as a whole, as long as everything is still as it left it; otherwise says what is not. */
export async function undoImport(ctx: Ctx, slug: string, id: string): Promise<Result<null, UndoRefusal>> {
	const opened = await openImport(ctx, slug, id);
	if (!opened.ok) return opened;
	const { actor, batch, municipality } = opened.value;
	const runId = batch.runId;
	const kinds = allowedKinds(actor, municipality);
	if (batch.state !== 'applied' || runId === null) return err({ code: 'imports/not-applied' });
	return ctx.db.transaction().execute(async (tx): Promise<Result<null, UndoRefusal>> => {
		if ((await findBatch(tx, municipality.id, batch.id))?.state !== 'applied')
			return err({ code: 'imports/not-applied' });
		const changes = await listChanges(tx, runId);
		if (changes.some(({ entity }) => !kinds.has(kindOfEntity(entity))))
			return err({ code: 'access/forbidden' });
		const { versionId } = batch;
		const back = await takeRunBack(ctx, tx, {
			id: runId,
			municipalityId: municipality.id,
			versionId,
			by: actor.userId,
		});
		if (!back.ok)
			return back.error.code === 'frozen'
				? err({ code: 'imports/undo-frozen' })
				: err({ code: 'imports/undo-blocked', blocks: back.error.blocks });
		await updateBatch(tx, { id: batch.id, revision: null }, { state: 'undone' });
		const source = await sourceBefore(tx, runId);
		if (versionId !== null && source !== null)
			await replaceSource(tx, versionId, { from: batch.fileName, to: source });
		const { reversed, isCopyGone } = back.value;
		const none = { rowsIn: 0, accepted: 0, corrected: 0, skipped: 0 };
		const run = { id: runId, versionId: isCopyGone ? null : versionId, ...none };
		await auditChanges(ctx, tx, opened.value, run, { action: 'import.undo', changes: reversed });
		return ok(null);
	});
}
