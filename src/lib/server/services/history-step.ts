import {
	EDITED_ENTITIES,
	openSteps,
	planReversal,
	type ReversalRefusal,
	type StructureChange,
} from '#lib/domain/org/index.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import type { AuditRecord } from '../queries/audit.ts';
import type { Reader } from '../db/index.ts';
import { bumpFunctions } from '../queries/function.ts';
import { writeChanges } from '../queries/import-write.ts';
import { listInUse } from '../queries/in-use.ts';
import { loadStructure } from '../queries/structure.ts';
import { listStepEntries, listSteps } from '../queries/trail-steps.ts';
import { openForEdit, type VersionFrozen } from './history-edit.ts';
import { writeVersion } from './version-write.ts';
import { findMovedAllowance, findOverfull } from './workload-allowance.ts';
import { getWorkloadByUnit } from './workload.ts';
import type { OpenStructure, WorkspaceAddress } from './workspace.ts';

export type Direction = 'undo' | 'redo';

/** The step is not the newest one of the person any more, or there is none. */
export interface NotLast {
	readonly code: 'history/not-last';
}

export type ReverseError = Refused | VersionFrozen | NotLast | ReversalRefusal;

/** The step that was written, by the revision that the version has after it. */
export interface Reversed {
	readonly step: number;
	readonly changes: readonly StructureChange[];
}

/**
 * Takes back the newest step of the person in this version, or puts back the one taken back last. `step` is the one
 * that the person saw: when another one is newer by now, nothing happens.
 */
export async function reverseLast(
	ctx: Ctx,
	address: WorkspaceAddress,
	asked: { readonly direction: Direction; readonly step: number },
): Promise<Result<Reversed, ReverseError>> {
	const opened = await openForEdit(ctx, address);
	if (!opened.ok) return opened;
	const { actor, version } = opened.value;
	const open = openSteps(await listSteps(ctx.db, version.id, actor.userId));
	if (open[asked.direction] !== asked.step) return err({ code: 'history/not-last' });
	const entries = await listStepEntries(ctx.db, version.id, asked.step);
	return reverseEntries(ctx, opened.value, { entries, reverses: asked.step });
}

/**
 * Takes entries of the trail back, all or none, by the structure as it is when it is written. `reverses` names the step
 * when the entries are the whole of it. Common work for which its unit has no time any more is refused as
 * `org/place-gone`.
 */
export async function reverseEntries(
	ctx: Ctx,
	open: OpenStructure,
	{ entries, reverses }: { readonly entries: readonly AuditRecord[]; readonly reverses: number | null },
): Promise<Result<Reversed, ReverseError>> {
	const { version, municipality } = open;
	const changes = entries.flatMap(changeOf);
	const ahead = planReversal(open.structure, changes, usedIn(await listInUse(ctx.db, municipality.id)));
	if (!ahead.ok) return ahead;
	const figures = await getWorkloadByUnit(ctx, { slug: municipality.slug, versionId: version.id });
	if (!figures.ok) return figures;
	const refused = await refusedAllowance(
		ctx.db,
		{ ...figures.value, structure: open.structure },
		ahead.value,
	);
	if (refused) return err(refused);
	const step = { entries: entriesOf(ahead.value), reverses };
	const written = await writeVersion(ctx, open, step, async (tx) => {
		const structure = await loadStructure(tx, version.id);
		// Read again: something may have come to rest on the things meanwhile.
		const isUsed = usedIn(await listInUse(tx, municipality.id));
		const plan = structure && planReversal(structure, changes, isUsed);
		if (!structure || !plan?.ok) return false;
		if (await refusedAllowance(tx, { ...figures.value, structure }, plan.value)) return false;
		const made = { at: ctx.clock.now(), by: open.actor.userId };
		const place = { municipalityId: municipality.id, versionId: version.id, newId: ctx.newId, made };
		await writeChanges(
			tx,
			place,
			plan.value.map((change) => ({ ...change, from: null, sources: [] })),
		);
		await bumpFunctions(tx, version.id, participantsChanged(plan.value));
		return true;
	});
	if (written === 'frozen') return err({ code: 'org/version-frozen' });
	if (written === 'stale') return err({ code: 'history/not-last' });
	return ok({ step: version.revision + 1, changes: ahead.value });
}

/** Why uncounted work of a unit stays as it is: its row says something else, or the unit has no time for it. */
async function refusedAllowance(
	db: Reader,
	opened: Parameters<typeof findOverfull>[0],
	changes: readonly StructureChange[],
): Promise<ReversalRefusal | undefined> {
	const moved = await findMovedAllowance(db, opened.structure.versionId, changes);
	if (moved) return { code: 'org/changed-since', entity: moved.entity, key: moved.key };
	const overfull = findOverfull(opened, changes);
	return overfull && { code: 'org/place-gone', entity: overfull.entity, key: overfull.key };
}

function usedIn(keys: ReadonlySet<string>): (change: StructureChange) => boolean {
	return ({ entity, key }) => keys.has(`${entity}:${key}`);
}

/** An entry as a change of the structure; the states in it were written by the services from typed values. */
export function changeOf(entry: AuditRecord): readonly StructureChange[] {
	const entity = EDITED_ENTITIES.find((one) => one === entry.entity);
	if (entity === undefined) return [];
	const { entityKey: key, before, after } = entry;
	return [{ entity, key, before, after } as StructureChange];
}

function entriesOf(changes: readonly StructureChange[]) {
	return changes.map(({ entity, key, before, after }) => {
		const verb = before === null ? 'create' : after === null ? 'delete' : 'change';
		return { action: `${entity}.${verb}`, entity, entityKey: key, before, after };
	});
}

function participantsChanged(changes: readonly StructureChange[]): readonly string[] {
	const renewed = new Set(changes.filter(({ entity }) => entity === 'function').map(({ key }) => key));
	const touched = changes.filter(({ entity }) => entity === 'participation').map(({ key }) => key);
	return [...new Set(touched)].filter((key) => !renewed.has(key));
}
