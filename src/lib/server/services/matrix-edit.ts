import {
	planParticipationBlock,
	type BlockCell,
	type BlockLine,
	type ParticipationRefusal,
} from '#lib/domain/org/index.ts';
import { err, ok, type Result, type VersionId } from '#lib/domain/shared/index.ts';
import type { Ctx } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { bumpFunction, listFunctionRevisions } from '../queries/function.ts';
import { replaceParticipation } from '../queries/participation.ts';
import { openForEdit, type EditError } from './history-edit.ts';
import { orStale, writeStep } from './version-write.ts';
import type { WorkspaceAddress } from './workspace.ts';

/** What a block would change, and the revisions it was planned against. */
export interface BlockPreview {
	readonly lines: readonly BlockLine[];
	/** Revision of each function in the block, as the plan saw it. */
	readonly revisions: Readonly<Record<string, number>>;
}

/** Shows what a block of roles would change and what is refused; stores nothing. */
export async function previewBlock(
	ctx: Ctx,
	address: WorkspaceAddress,
	cells: readonly BlockCell[],
): Promise<Result<BlockPreview, EditError<ParticipationRefusal>>> {
	const opened = await openForEdit(ctx, address);
	if (!opened.ok) return opened;
	const stored = await listFunctionRevisions(ctx.db, opened.value.version.id);
	const keys = new Set(cells.map(({ functionKey }) => functionKey));
	return ok({
		lines: planParticipationBlock(opened.value.structure, cells),
		revisions: Object.fromEntries([...keys].map((key) => [key, stored.get(key) ?? 0])),
	});
}

/** How many cells were changed, and how many were left as they are because a rule refuses them. */
export interface BlockSaved {
	readonly changed: number;
	readonly refused: number;
	/** The block that takes this one back. */
	readonly undo: readonly BlockCell[];
}

/**
 * Changes all cells of a block that the rules allow, in one transaction with one audit entry for each cell. When a
 * function moved on since `revisions`, nothing is kept.
 */
export async function saveBlock(
	ctx: Ctx,
	address: WorkspaceAddress,
	cells: readonly BlockCell[],
	revisions: Readonly<Record<string, number>>,
): Promise<Result<BlockSaved, EditError<ParticipationRefusal>>> {
	const run = ctx.db.transaction().execute(async (tx): Promise<SavedBlock> => {
		const opened = await openForEdit({ ...ctx, db: tx }, address);
		if (!opened.ok) return opened;
		const open = opened.value;
		const lines = planParticipationBlock(open.structure, cells);
		const changes = lines.filter((line) => line.outcome === 'change');
		const refused = lines.filter((line) => line.outcome === 'refused').length;
		if (changes.length === 0) return ok({ changed: 0, refused, undo: [] });
		const write = () => writeCells(ctx, tx, open.version.id, { changes, revisions });
		const step = { entries: changes.map(entryOf), reverses: null, write };
		const written = await writeStep(ctx, tx, open, step);
		if (written === 'frozen') return err({ code: 'org/version-frozen' });
		return ok({ changed: changes.length, refused, undo: changes.map(backOf) });
	});
	return orStale(run, () => err({ code: 'org/stale', last: null }));
}

type SavedBlock = Result<BlockSaved, EditError<ParticipationRefusal>>;

/** False when a function of the block moved on since the person saw it. */
async function writeCells(
	ctx: Ctx,
	tx: Tx,
	versionId: VersionId,
	{
		changes,
		revisions,
	}: { readonly changes: readonly Changed[]; readonly revisions: Readonly<Record<string, number>> },
): Promise<boolean> {
	for (const key of new Set(changes.map(({ functionKey }) => functionKey)))
		if (!(await bumpFunction(tx, versionId, key, revisions[key] ?? -1))) return false;
	for (const { edit, plan } of changes)
		await replaceParticipation(tx, versionId, { place: edit.place, after: plan.after }, ctx.newId());
	return true;
}

type Changed = Extract<BlockLine, { outcome: 'change' }>;

function backOf({ functionKey, unitKey, postKey, plan }: Changed): BlockCell {
	const [old] = plan.before;
	return { functionKey, unitKey, postKey, role: old?.role ?? null, share: old?.share ?? null };
}

function entryOf({ functionKey, plan }: Changed) {
	const verb = plan.after === null ? 'delete' : plan.before.length > 0 ? 'change' : 'create';
	return {
		action: `participation.${verb}`,
		entity: 'participation',
		entityKey: functionKey,
		before: plan.before[0] ?? null,
		after: plan.after,
	};
}
