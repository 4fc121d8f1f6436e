import {
	planParticipationEdit,
	type Participation,
	type ParticipationEdit,
	type ParticipationRefusal,
	type ParticipationWarning,
} from '#lib/domain/org/index.ts';
import { ok, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx } from '../context.ts';
import { bumpFunction } from '../queries/function.ts';
import { replaceParticipation } from '../queries/participation.ts';
import { runEdit, type EditError, type Edited } from './history-edit.ts';
import type { WorkspaceAddress } from './workspace.ts';

/**
 * Puts a role at a place, or takes it away. Who takes part belongs to the function, so the function's revision decides
 * whether the person saw the latest state.
 */
export function editParticipation(
	ctx: Ctx,
	address: WorkspaceAddress,
	edit: ParticipationEdit,
	revision: number,
): Promise<Result<Edited<Participation, ParticipationWarning>, EditError<ParticipationRefusal>>> {
	const { place } = edit;
	return runEdit(ctx, address, {
		entity: 'participation',
		keyOf: ({ functionKey }) => functionKey,
		plan: (_, { structure }) => {
			const plan = planParticipationEdit(structure, edit);
			return Promise.resolve(plan.ok ? ok({ ...plan.value, before: plan.value.before[0] ?? null }) : plan);
		},
		write: async (tx, { version }, { after }) => {
			if (!(await bumpFunction(tx, version.id, place.functionKey, revision))) return false;
			await replaceParticipation(tx, version.id, { place, after }, ctx.newId());
			return true;
		},
	});
}
