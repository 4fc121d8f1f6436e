import {
	planParticipationEdit,
	type Participation,
	type ParticipationEdit,
	type ParticipationRefusal,
	type ParticipationWarning,
} from '#lib/domain/org/index.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx } from '../context.ts';
import { bumpFunction } from '../queries/function.ts';
import { replaceParticipation } from '../queries/participation.ts';
import { openForEdit, saveChange, type EditError, type Edited } from './history-edit.ts';
import type { WorkspaceAddress } from './workspace.ts';

/**
 * Puts a role at a place, or takes it away. Who takes part belongs to the function, so the function's revision decides
 * whether the person saw the latest state.
 */
export async function editParticipation(
	ctx: Ctx,
	address: WorkspaceAddress,
	edit: ParticipationEdit,
	revision: number,
): Promise<Result<Edited<Participation, ParticipationWarning>, EditError<ParticipationRefusal>>> {
	const opened = await openForEdit(ctx, address);
	if (!opened.ok) return opened;
	const plan = planParticipationEdit(opened.value.structure, edit);
	if (!plan.ok) return err({ code: 'org/refused', refusals: plan.error });
	const { before, after, warnings } = plan.value;
	const { place } = edit;
	const versionId = opened.value.version.id;
	const verb = after === null ? 'delete' : before.length > 0 ? 'change' : 'create';
	const change = {
		entity: 'participation',
		key: place.functionKey,
		verb,
		before: before[0] ?? null,
		after,
	} as const;
	const saved = await saveChange(ctx, opened.value, change, async (tx) => {
		if (!(await bumpFunction(tx, versionId, place.functionKey, revision))) return false;
		await replaceParticipation(tx, versionId, { place, after }, ctx.newId());
		return true;
	});
	return saved.ok ? ok({ after, warnings }) : saved;
}
