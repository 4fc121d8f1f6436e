import { checkUndo, reverseChanges, type UndoBlock } from '#lib/domain/imports/index.ts';
import { asId, err, ok, type Result, type VersionId } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { listRequirements } from '../queries/competency.ts';
import { listEmployees } from '../queries/employee.ts';
import { listUsedOutside } from '../queries/in-use.ts';
import { findBatch, updateBatch } from '../queries/import.ts';
import { listChanges, markUndone } from '../queries/import-run.ts';
import { writeChanges } from '../queries/import-write.ts';
import { loadStructure } from '../queries/structure.ts';
import { findVersion, touchVersion } from '../queries/version.ts';
import { allowedKinds, kindOfEntity, openImport } from './import-open.ts';
import { auditChanges } from './import-trail.ts';

export type UndoRefusal =
	| Refused
	| { readonly code: 'imports/not-applied' }
	| { readonly code: 'imports/undo-frozen' }
	| { readonly code: 'imports/undo-blocked'; readonly blocks: readonly UndoBlock[] };

/** Takes an import back as a whole, as long as everything is still as it left it; otherwise says what is not. */
export async function undoImport(ctx: Ctx, slug: string, id: string): Promise<Result<null, UndoRefusal>> {
	const opened = await openImport(ctx, slug, id);
	if (!opened.ok) return opened;
	const { actor, batch, municipality } = opened.value;
	const runId = batch.runId;
	const kinds = allowedKinds(actor, municipality);
	if (batch.state !== 'applied' || runId === null) return err({ code: 'imports/not-applied' });
	return ctx.db.transaction().execute(async (tx): Promise<Result<null, UndoRefusal>> => {
		const version = batch.versionId === null ? undefined : await findVersion(tx, batch.versionId);
		if (version && version.status !== 'working') return err({ code: 'imports/undo-frozen' });
		if ((await findBatch(tx, municipality.id, batch.id))?.state !== 'applied')
			return err({ code: 'imports/not-applied' });
		const changes = await listChanges(tx, runId);
		if (changes.some(({ entity }) => !kinds.has(kindOfEntity(entity))))
			return err({ code: 'access/forbidden' });
		const blocks = checkUndo(changes, {
			structure: version ? ((await loadStructure(tx, asId<VersionId>(version.id))) ?? null) : null,
			employees: await listEmployees(tx, municipality.id),
			requirements: await listRequirements(tx, municipality.id),
			usedOutside: await listUsedOutside(tx, municipality.id),
		});
		if (blocks.length > 0) return err({ code: 'imports/undo-blocked', blocks });
		const reversed = reverseChanges(changes);
		const place = { municipalityId: municipality.id, versionId: version?.id ?? null, newId: ctx.newId };
		await writeChanges(tx, place, reversed);
		if (version) await touchVersion(tx, version.id);
		await markUndone(tx, runId, ctx.clock.now());
		await updateBatch(tx, { id: batch.id, revision: null }, { state: 'undone' });
		const run = {
			id: runId,
			versionId: version?.id ?? null,
			rowsIn: 0,
			accepted: 0,
			corrected: 0,
			skipped: 0,
		};
		await auditChanges(ctx, tx, opened.value, run, { action: 'import.undo', changes: reversed });
		return ok(null);
	});
}
