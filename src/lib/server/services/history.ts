import type { AdminFunction, OrgUnit, Participation, Post } from '#lib/domain/org/index.ts';
import { err, type FunctionKey, type PostKey, type Result, type UnitKey } from '#lib/domain/shared/index.ts';
import type { Ctx } from '../context.ts';
import { listAudit, type AuditRecord } from '../queries/audit.ts';
import { findFunctionRevision } from '../queries/function.ts';
import { findPost } from '../queries/post.ts';
import { findUnit } from '../queries/unit.ts';
import { editFunction } from './function-edit.ts';
import { openForEdit, type EditError } from './history-edit.ts';
import { editParticipation } from './participation-edit.ts';
import { editPost } from './post-edit.ts';
import { editUnit } from './unit-edit.ts';
import type { OpenStructure, WorkspaceAddress } from './workspace.ts';

export type Traced = 'unit' | 'post' | 'function';

export interface HistoryEntry extends AuditRecord {
	/** True for the newest change of the version shown; only that one can be taken back with one step. */
	readonly canUndo: boolean;
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
	const isWorking = version.status === 'working';
	return all.map((entry, at) => ({
		...entry,
		canUndo: at === 0 && isWorking && entry.versionId === version.id,
	}));
}

export type UndoError = EditError<{ readonly code: string; readonly field: string }> | NotLast;

/** The state after; null when the thing is gone again. Of a participation: whether the role is there again. */
export interface Undone {
	readonly after: unknown;
}

/** The change is not the newest one of its thing any more, or there is none. */
export interface NotLast {
	readonly code: 'history/not-last';
}

/**
 * Takes the newest change of a thing back, by the same rules as any edit and with its own audit entry.
 * `entryId` is the entry that the person saw; when another one is newer, nothing happens.
 */
export async function undoChange(
	ctx: Ctx,
	address: WorkspaceAddress,
	what: { readonly entity: Traced; readonly key: string; readonly entryId: string },
): Promise<Result<Undone, UndoError>> {
	const opened = await openForEdit(ctx, address);
	if (!opened.ok) return opened;
	const [newest] = await listHistory(ctx, opened.value, what);
	if (!newest?.canUndo || newest.id !== what.entryId) return err({ code: 'history/not-last' });
	switch (newest.entity) {
		case 'unit':
			return undoUnit(ctx, address, opened.value, newest);
		case 'post':
			return undoPost(ctx, address, opened.value, newest);
		case 'function':
			return undoFunction(ctx, address, opened.value, newest);
		default:
			return undoParticipation(ctx, address, opened.value, newest);
	}
}

// The states in an audit entry were written by `saveChange` from the typed values below.

async function undoUnit(ctx: Ctx, address: WorkspaceAddress, open: OpenStructure, entry: HistoryEntry) {
	const key = entry.entityKey as UnitKey;
	const before = entry.before as OrgUnit | null;
	const revision = (await findUnit(ctx.db, open.version.id, key))?.revision ?? 0;
	if (before === null) return editUnit(ctx, address, { kind: 'delete', key }, { revision });
	if (entry.after === null)
		return editUnit(ctx, address, { kind: 'create', draft: before }, { revision, key });
	return editUnit(ctx, address, { kind: 'change', key, draft: before }, { revision });
}

async function undoPost(ctx: Ctx, address: WorkspaceAddress, open: OpenStructure, entry: HistoryEntry) {
	const key = entry.entityKey as PostKey;
	const before = entry.before as Post | null;
	const revision = (await findPost(ctx.db, open.version.id, key))?.revision ?? 0;
	if (before === null) return editPost(ctx, address, { kind: 'delete', key }, { revision });
	if (entry.after === null)
		return editPost(ctx, address, { kind: 'create', draft: before }, { revision, key });
	return editPost(ctx, address, { kind: 'change', key, draft: before }, { revision });
}

async function undoFunction(ctx: Ctx, address: WorkspaceAddress, open: OpenStructure, entry: HistoryEntry) {
	const key = entry.entityKey as FunctionKey;
	const before = entry.before as (AdminFunction & { participations?: readonly Participation[] }) | null;
	const revision = (await findFunctionRevision(ctx.db, open.version.id, key)) ?? 0;
	const given = { revision, accountable: null };
	if (before === null) return editFunction(ctx, address, { kind: 'delete', key }, given);
	const { participations = [], ...draft } = before;
	if (entry.after === null) {
		return editFunction(ctx, address, { kind: 'create', draft }, { ...given, key, participations });
	}
	return editFunction(ctx, address, { kind: 'change', key, draft }, given);
}

async function undoParticipation(
	ctx: Ctx,
	address: WorkspaceAddress,
	open: OpenStructure,
	entry: HistoryEntry,
) {
	const before = entry.before as Participation | null;
	const place = before ?? (entry.after as Participation);
	const revision = (await findFunctionRevision(ctx.db, open.version.id, place.functionKey)) ?? 0;
	const { functionKey, unitKey, postKey } = place;
	const at = { functionKey, unitKey, postKey };
	return before === null
		? editParticipation(ctx, address, { kind: 'remove', place: at }, revision)
		: editParticipation(
				ctx,
				address,
				{ kind: 'set', place: at, role: before.role, share: before.share },
				revision,
			);
}
