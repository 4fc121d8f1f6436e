import {
	EDITED_ENTITIES,
	openSteps,
	planReversal,
	type ReversalRefusal,
	type StructureChange,
} from '#lib/domain/org/index.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import { transact, type Ctx, type Refused } from '../context.ts';
import type { AuditRecord } from '../queries/audit.ts';
import type { Tx } from '../db/index.ts';
import { bumpFunctions } from '../queries/function.ts';
import { writeChanges } from '../queries/import-write.ts';
import { listInUse } from '../queries/in-use.ts';
import { listStepEntries, listSteps } from '../queries/trail-steps.ts';
import { openForEdit, type VersionFrozen } from './history-edit.ts';
import { writeStep } from './version-write.ts';
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
export function reverseLast(
	ctx: Ctx,
	address: WorkspaceAddress,
	asked: { readonly direction: Direction; readonly step: number },
): Promise<Result<Reversed, ReverseError>> {
	return transact(ctx, async (inside, tx): Promise<Result<Reversed, ReverseError>> => {
		const opened = await openForEdit(inside, address);
		if (!opened.ok) return opened;
		const { actor, version } = opened.value;
		const open = openSteps(await listSteps(tx, version.id, actor.userId));
		if (open[asked.direction] !== asked.step) return err({ code: 'history/not-last' });
		const entries = await listStepEntries(tx, version.id, asked.step);
		return reverseEntries(inside, tx, opened.value, { entries, reverses: asked.step });
	});
}

/**
 * Takes entries of the trail back, all or none, inside the transaction that has read the structure. `reverses` names the
 * step when the entries are the whole of it. Common work for which its unit has no time any more is refused as
 * `org/place-gone`.
 */
export async function reverseEntries(
	inside: Ctx,
	tx: Tx,
	open: OpenStructure,
	{ entries, reverses }: { readonly entries: readonly AuditRecord[]; readonly reverses: number | null },
): Promise<Result<Reversed, ReverseError>> {
	const { version, municipality, structure } = open;
	const isUsed = usedIn(await listInUse(tx, municipality.id));
	const plan = planReversal(structure, entries.flatMap(changeOf), isUsed);
	if (!plan.ok) return plan;
	const changes = plan.value;
	const refused = await refusedAllowance(inside, open, changes);
	if (!refused.ok) return refused;
	const made = { at: inside.clock.now(), by: open.actor.userId };
	const place = { municipalityId: municipality.id, versionId: version.id, newId: inside.newId, made };
	const write = async () => {
		const rows = changes.map((change) => ({ ...change, from: null, sources: [] }));
		await writeChanges(tx, place, rows);
		await bumpFunctions(tx, version.id, participantsChanged(changes));
		return true;
	};
	const written = await writeStep(inside, tx, open, { entries: entriesOf(changes), reverses, write });
	return written === 'saved'
		? ok({ step: version.revision + 1, changes })
		: err({ code: 'org/version-frozen' });
}

/** Why uncounted work of a unit stays as it is: its row says something else, or the unit has no time for it. */
async function refusedAllowance(
	inside: Ctx,
	{ municipality, version, structure }: OpenStructure,
	changes: readonly StructureChange[],
): Promise<Result<null, Refused | ReversalRefusal>> {
	if (!changes.some(({ entity }) => entity === 'workload-allowance')) return ok(null);
	const moved = await findMovedAllowance(inside.db, version.id, changes);
	if (moved) return err({ code: 'org/changed-since', entity: moved.entity, key: moved.key });
	const figures = await getWorkloadByUnit(inside, { slug: municipality.slug, versionId: version.id });
	if (!figures.ok) return figures;
	const overfull = findOverfull({ ...figures.value, structure }, changes);
	return overfull ? err({ code: 'org/place-gone', entity: overfull.entity, key: overfull.key }) : ok(null);
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
