import {
	planParticipationBlock,
	type BlockCell,
	type BlockLine,
	type ParticipationRefusal,
} from '#lib/domain/org/index.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx } from '../context.ts';
import { bumpFunction, listFunctionRevisions } from '../queries/function.ts';
import { replaceParticipation } from '../queries/participation.ts';
import { openForEdit, type EditError } from './history-edit.ts';
import { writeVersion } from './version-write.ts';
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
	const opened = await openForEdit(ctx, address);
	if (!opened.ok) return opened;
	const lines = planParticipationBlock(opened.value.structure, cells);
	const changes = lines.filter((line) => line.outcome === 'change');
	const refused = lines.filter((line) => line.outcome === 'refused').length;
	if (changes.length === 0) return ok({ changed: 0, refused, undo: [] });
	const step = { entries: changes.map(entryOf), reverses: null };
	const written = await writeVersion(ctx, opened.value, step, async (tx) => {
		const keys = new Set(changes.map(({ functionKey }) => functionKey));
		for (const key of keys) {
			if (!(await bumpFunction(tx, opened.value.version.id, key, revisions[key] ?? -1))) return false;
		}
		for (const { edit, plan } of changes) {
			const change = { place: edit.place, after: plan.after };
			await replaceParticipation(tx, opened.value.version.id, change, ctx.newId());
		}
		return true;
	});
	if (written === 'frozen') return err({ code: 'org/version-frozen' });
	if (written === 'stale') return err({ code: 'org/stale', last: null });
	return ok({ changed: changes.length, refused, undo: changes.map(backOf) });
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
