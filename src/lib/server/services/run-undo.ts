import { checkUndo, reverseChanges, type ImportChange, type UndoBlock } from '#lib/domain/imports/index.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import {
	err,
	ok,
	type MunicipalityId,
	type Result,
	type UserId,
	type VersionId,
} from '#lib/domain/shared/index.ts';
import type { Ctx } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { listRequirements } from '../queries/competency.ts';
import { listEmployees } from '../queries/employee.ts';
import { listChanges, madeVersion, markUndone } from '../queries/import-run.ts';
import { listPlanState } from '../queries/import-plan-lines.ts';
import { writeChanges } from '../queries/import-write.ts';
import { listUsedOutside } from '../queries/in-use.ts';
import { loadStructure } from '../queries/structure.ts';
import { isVersionFree } from '../queries/version-resting.ts';
import { deleteVersion, findVersion, touchVersion } from '../queries/version.ts';
import { namesOf, nameOfKey, withChanges } from './import-view-difference.ts';
import { structureHash } from './structure-hash.ts';
import { settleAfter } from './training-need-state.ts';

/** Something that stands in the way, with its name. */
export type NamedBlock = UndoBlock & { readonly name: LocalText };

export type RunUndoRefusal =
	{ readonly code: 'frozen' } | { readonly code: 'blocked'; readonly blocks: readonly NamedBlock[] };

export interface TakenBack {
	/** The changes that were written, each the reverse of one that the run made. */
	readonly reversed: readonly ImportChange[];
	/** The working copy that the run had made is gone again: it was as the version that it came from. */
	readonly isCopyGone: boolean;
}

interface Run {
	readonly id: string;
	readonly municipalityId: MunicipalityId;
	readonly versionId: VersionId | null;
	/** Who takes it back. */
	readonly by: UserId;
}

/** Takes everything back that a run brought, as long as it is still as the run left it. */
export async function takeRunBack(
	ctx: Ctx,
	tx: Tx,
	{ id, municipalityId, versionId, by }: Run,
): Promise<Result<TakenBack, RunUndoRefusal>> {
	const version = versionId === null ? undefined : await findVersion(tx, versionId);
	if (version && version.status !== 'working') return err({ code: 'frozen' });
	const changes = await listChanges(tx, id);
	const structure = version ? ((await loadStructure(tx, version.id)) ?? null) : null;
	const blocks = checkUndo(changes, {
		structure,
		employees: await listEmployees(tx, municipalityId),
		requirements: await listRequirements(tx, municipalityId),
		...(await listPlanState(tx, municipalityId)),
		usedOutside: await listUsedOutside(tx, municipalityId),
	});
	if (blocks.length > 0) {
		const names = withChanges(structure ? namesOf(structure) : namesOf(), changes);
		return err({
			code: 'blocked',
			blocks: blocks.map((block) => ({ ...block, name: nameOfKey(block, names) })),
		});
	}
	const reversed = reverseChanges(changes);
	const made = { at: ctx.clock.now(), by };
	const place = { municipalityId, versionId: version?.id ?? null, newId: ctx.newId, made };
	await writeChanges(tx, place, reversed);
	await settleAfter(ctx, tx, municipalityId, reversed);
	if (version) await touchVersion(tx, version.id);
	await markUndone(tx, id, ctx.clock.now());
	return ok({ reversed, isCopyGone: version ? await dropCopy(tx, version, id) : false });
}

/** Removes the working copy that the run made, once it says again what the version says that it came from. */
async function dropCopy(
	tx: Tx,
	version: { readonly id: VersionId; readonly basedOnId: VersionId | null },
	runId: string,
): Promise<boolean> {
	if (version.basedOnId === null || !(await madeVersion(tx, runId))) return false;
	if (!(await isVersionFree(tx, version.id))) return false;
	const copy = await loadStructure(tx, version.id);
	const base = await loadStructure(tx, version.basedOnId);
	if (!copy || !base || structureHash(copy) !== structureHash(base)) return false;
	await deleteVersion(tx, version.id);
	return true;
}
