import type { EditPlan, EditResult } from '#lib/domain/org/index.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import type { Reader, Tx } from '../db/index.ts';
import { listAudit, type AuditRecord } from '../queries/audit.ts';
import type { StructureVersion } from '../queries/version.ts';
import { orStale, writeStep } from './version-write.ts';
import { openStructure, type OpenStructure, type WorkspaceAddress } from './workspace.ts';

/** A frozen version never changes; a working copy of it can be made. */
export interface VersionFrozen {
	readonly code: 'org/version-frozen';
}

/** Somebody else was quicker: what they did, so that the second person sees both. */
export interface Stale {
	readonly code: 'org/stale';
	readonly last: AuditRecord | null;
}

/** The refusals of the domain, each at its field. */
export interface EditRefused<Refusal> {
	readonly code: 'org/refused';
	readonly refusals: readonly Refusal[];
}

export type EditError<Refusal> = Refused | VersionFrozen | Stale | EditRefused<Refusal>;

export interface Edited<T, Warning> {
	readonly after: T | null;
	readonly warnings: readonly Warning[];
}

/** What comes with an edit besides the edit itself. */
export interface EditGiven<Key> {
	/** The revision that the person saw; ignored when something is created. */
	readonly revision: number;
	/** Key of something that existed before and comes back; a new thing gets a fresh one. */
	readonly key?: Key;
}

/** The structure of a working version, for whoever may edit it. */
export async function openForEdit(
	ctx: Ctx,
	address: WorkspaceAddress,
): Promise<Result<OpenStructure, Refused | VersionFrozen>> {
	const opened = await openStructure(ctx, address, 'structure.edit');
	if (!opened.ok) return opened;
	return opened.value.version.status === 'working' ? opened : err({ code: 'org/version-frozen' });
}

/** How one kind of thing is edited: planned by the structure as it is, then written. */
export interface PlannedEdit<T, Warning, Refusal> {
	readonly entity: 'unit' | 'post' | 'function' | 'participation';
	/** What the domain says of the edit in this structure; `ctx` reads inside the transaction. */
	readonly plan: (ctx: Ctx, open: OpenStructure) => Promise<EditResult<T, Warning, Refusal>>;
	/** Key under which the trail keeps it. */
	readonly keyOf: (thing: T) => string;
	/** What the trail keeps where that is more than the thing. */
	readonly traced?: (
		open: OpenStructure,
		planned: Planned<T, Warning>,
	) => { readonly before: unknown; readonly after: unknown };
	/** False when the row that the person saw moved on. */
	readonly write: (tx: Tx, open: OpenStructure, planned: Planned<T, Warning>) => Promise<boolean>;
}

/** A plan with the thing that it is about: as it will be, or as it was where it goes. */
interface Planned<T, Warning> extends EditPlan<T, Warning> {
	readonly subject: T;
}

/**
 * Runs one edit in one transaction, which reads the structure that the edit is planned by: two people who save at the
 * same moment are planned one after the other. When the row moved on since the person saw it, nothing is kept and the
 * person learns who changed it. Otherwise the version's revision grows and the audit entry is written.
 */
export function runEdit<T, Warning, Refusal>(
	ctx: Ctx,
	address: WorkspaceAddress,
	edit: PlannedEdit<T, Warning, Refusal>,
): Promise<Result<Edited<T, Warning>, EditError<Refusal>>> {
	let met: { readonly version: StructureVersion; readonly key: string } | undefined;
	const run = ctx.db.transaction().execute(async (tx): Promise<Ran<T, Warning, Refusal>> => {
		const inside: Ctx = { ...ctx, db: tx };
		const opened = await openForEdit(inside, address);
		if (!opened.ok) return opened;
		const open = opened.value;
		const plan = await edit.plan(inside, open);
		if (!plan.ok) return err({ code: 'org/refused', refusals: plan.error });
		const { before, after, warnings } = plan.value;
		const subject = after ?? before;
		if (subject === null) return err({ code: 'org/refused', refusals: [] });
		const planned = { ...plan.value, subject };
		met = { version: open.version, key: edit.keyOf(subject) };
		const traced = edit.traced?.(open, planned) ?? { before, after };
		const entry = { ...traced, action: `${edit.entity}.${verbOf(planned)}`, entity: edit.entity };
		const written = await writeStep(ctx, tx, open, {
			entries: [{ ...entry, entityKey: met.key }],
			reverses: null,
			write: () => edit.write(tx, open, planned),
		});
		return written === 'saved' ? ok({ after, warnings }) : err({ code: 'org/version-frozen' });
	});
	return orStale(run, async () => {
		const last = met ? await lastChange(ctx.db, met.version, { entity: edit.entity, key: met.key }) : null;
		return err({ code: 'org/stale', last });
	});
}

type Ran<T, Warning, Refusal> = Result<Edited<T, Warning>, EditError<Refusal>>;

function verbOf({ before, after }: EditPlan<unknown, unknown>): 'create' | 'change' | 'delete' {
	if (after === null) return 'delete';
	return before === null ? 'create' : 'change';
}

async function lastChange(
	db: Reader,
	version: StructureVersion,
	of: { readonly entity: string; readonly key: string },
): Promise<AuditRecord | null> {
	const { municipalityId } = version;
	const entries = await listAudit(db, { municipalityId, entity: of.entity, entityKey: of.key, limit: 1 });
	return entries[0] ?? null;
}
