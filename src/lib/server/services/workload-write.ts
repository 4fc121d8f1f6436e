import { err, ok, type Result, type UnitKey } from '#lib/domain/shared/index.ts';
import { DENIED, transact, type Ctx, type Refused } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { orStale, writeStep, type VersionEntry } from './version-write.ts';
import { openStructure, type OpenStructure, type WorkspaceAddress } from './workspace.ts';

export type EditRefusal =
	| Refused
	/** A study, a proposal or a decision rests on the version; its figures no longer change. */
	| { readonly code: 'workload/version-frozen' }
	/** Somebody else changed or removed it since the page was opened. */
	| { readonly code: 'workload/stale' };

export type UnitAddress = WorkspaceAddress & { readonly unitKey: UnitKey };

/** The structure, when the actor may change the workload of the unit in this version. */
export async function openForEdit(
	ctx: Ctx,
	address: UnitAddress,
): Promise<Result<OpenStructure, EditRefusal>> {
	const opened = await openStructure(ctx, address, 'workload.edit');
	if (!opened.ok) return opened;
	const { structure, version } = opened.value;
	if (!structure.units.some((unit) => unit.key === address.unitKey)) return err(DENIED);
	return version.status === 'frozen' ? err({ code: 'workload/version-frozen' }) : opened;
}

export interface Writing extends VersionEntry {
	/** False when what the person saw is no longer there. */
	readonly write: (tx: Tx) => Promise<boolean>;
}

/**
 * One edit of the work of a unit. The structure is read, the edit planned by it and written in one transaction, so that
 * of two people at once the second one is planned by what the first one left. Errors: those of `plan`, `EditRefusal`.
 */
export function editWork<Problem>(
	ctx: Ctx,
	address: UnitAddress,
	plan: (open: OpenStructure, inside: Ctx) => Promise<Result<Writing, EditRefusal | Problem>>,
): Promise<Result<null, EditRefusal | Problem>> {
	const run = transact(ctx, async (inside, tx): Promise<Result<null, EditRefusal | Problem>> => {
		const opened = await openForEdit(inside, address);
		if (!opened.ok) return opened;
		const planned = await plan(opened.value, inside);
		if (!planned.ok) return planned;
		const { write, ...entry } = planned.value;
		const step = { entries: [entry], reverses: null, write: () => write(tx) };
		const written = await writeStep(ctx, tx, opened.value, step);
		return written === 'saved' ? ok(null) : err({ code: 'workload/version-frozen' });
	});
	return orStale(run, () => err({ code: 'workload/stale' }));
}
