import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import { transact, type Ctx } from '../context.ts';
import { listAudit, type AuditRecord } from '../queries/audit.ts';
import { listStepEntries } from '../queries/trail-steps.ts';
import { openForEdit } from './history-edit.ts';
import { reverseEntries, type ReverseError } from './history-step.ts';
import { readStructure } from './structure-cache.ts';
import { namesOfEntries, type ThingNames } from './trail-names.ts';
import type { OpenStructure, WorkspaceAddress } from './workspace.ts';

export type Traced = 'unit' | 'post' | 'function';

export interface HistoryEntry extends AuditRecord {
	/** True for the newest change of the version shown; only that one can be taken back with one step. */
	readonly canUndo: boolean;
	/** Names of what the entry mentions by key. */
	readonly names: ThingNames;
}

const LENGTH = 30;

/** Who changed a thing from what to what, newest first, over all versions. The caller has checked `audit.read`. */
export async function listHistory(
	ctx: Ctx,
	{ municipality, version }: Pick<OpenStructure, 'municipality' | 'version'>,
	what: { readonly entity: Traced; readonly key: string },
): Promise<readonly HistoryEntry[]> {
	const own = await listAudit(ctx.db, {
		municipalityId: municipality.id,
		entity: what.entity,
		entityKey: what.key,
		limit: LENGTH,
	});
	const parts =
		what.entity === 'function'
			? await listAudit(ctx.db, {
					municipalityId: municipality.id,
					entity: 'participation',
					entityKey: what.key,
					limit: LENGTH,
				})
			: [];
	const all = [...own, ...parts].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).slice(0, LENGTH);
	const structure = (await readStructure(ctx.db, version.id)) ?? null;
	const names = await namesOfEntries(ctx, { municipalityId: municipality.id, structure }, all);
	const isWorking = version.status === 'working';
	return all.map((entry, at) => ({
		...entry,
		names,
		canUndo: at === 0 && isWorking && entry.versionId === version.id,
	}));
}

export type UndoError = ReverseError;

/** The state after; null when the thing is gone again. Of a participation: whether the role is there again. */
export interface Undone {
	readonly after: unknown;
}

/**
 * Takes the newest change of a thing back, by the same rules as any edit and with its own audit entry.
 * `entryId` is the entry that the person saw; when another one is newer, nothing happens.
 */
export function undoChange(
	ctx: Ctx,
	address: WorkspaceAddress,
	what: { readonly entity: Traced; readonly key: string; readonly entryId: string },
): Promise<Result<Undone, UndoError>> {
	return transact(ctx, async (inside, tx): Promise<Result<Undone, UndoError>> => {
		const opened = await openForEdit(inside, address);
		if (!opened.ok) return opened;
		const [newest] = await listHistory(inside, opened.value, what);
		if (!newest?.canUndo || newest.id !== what.entryId) return err({ code: 'history/not-last' });
		const { versionRevision } = newest;
		const together =
			versionRevision === null ? [] : await listStepEntries(tx, opened.value.version.id, versionRevision);
		const reverses = together.length === 1 ? versionRevision : null;
		const result = await reverseEntries(inside, tx, opened.value, { entries: [newest], reverses });
		if (!result.ok) return result;
		const [own] = result.value.changes.filter(({ entity }) => entity === newest.entity);
		return ok({ after: own?.after ?? null });
	});
}
