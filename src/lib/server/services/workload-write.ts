import { err, ok, type Result, type UnitKey } from '#lib/domain/shared/index.ts';
import { DENIED, type Ctx, type Refused } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { writeVersion, type VersionEntry } from './version-write.ts';
import { openStructure, type OpenStructure, type WorkspaceAddress } from './workspace.ts';

export type EditRefusal =
	| Refused
	/** A study, a proposal or a decision rests on the version; its figures no longer change. */
	| { readonly code: 'workload/version-frozen' }
	/** Somebody else changed or removed it since the page was opened. */
	| { readonly code: 'workload/stale' };

export type UnitAddress = WorkspaceAddress & { readonly unitKey: UnitKey };

export type Open = Pick<OpenStructure, 'actor' | 'municipality' | 'version'>;

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

/** The change, the mark on the version and the audit entry, all or none. */
export async function writeOnce(
	ctx: Ctx,
	open: Open,
	{ write, ...entry }: Writing,
): Promise<Result<null, Extract<EditRefusal, { code: `workload/${string}` }>>> {
	const written = await writeVersion(ctx, open, { entries: [entry], reverses: null }, write);
	if (written === 'saved') return ok(null);
	return err({ code: written === 'frozen' ? 'workload/version-frozen' : 'workload/stale' });
}
