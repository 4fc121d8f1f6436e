import {
	freshKey,
	planUnitEdit,
	type OrgUnit,
	type UnitEdit,
	type UnitRefusal,
	type UnitWarning,
} from '#lib/domain/org/index.ts';
import { asId, type Result, type UnitKey } from '#lib/domain/shared/index.ts';
import type { Ctx } from '../context.ts';
import { countOutsideUses } from '../queries/history-uses.ts';
import { insertUnit } from '../queries/structure-insert.ts';
import { deleteUnit, updateUnit } from '../queries/unit.ts';
import { runEdit, type EditError, type EditGiven, type Edited } from './history-edit.ts';
import type { OpenStructure, WorkspaceAddress } from './workspace.ts';

/**
 * Creates, changes or deletes a unit of a working version. `given.revision` is the one the person saw (ignored for
 * a new unit): when it is no longer the stored one, nothing is written and the answer says who changed the unit.
 */
export function editUnit(
	ctx: Ctx,
	address: WorkspaceAddress,
	edit: UnitEdit,
	given: EditGiven<UnitKey>,
): Promise<Result<Edited<OrgUnit, UnitWarning>, EditError<UnitRefusal>>> {
	return runEdit(ctx, address, {
		entity: 'unit',
		keyOf: ({ key }) => key,
		plan: (inside, open) => planFor(inside, open, edit, given.key),
		write: async (tx, { version }, { subject, before, after }) => {
			if (after === null) return deleteUnit(tx, version.id, subject.key, given.revision);
			if (before !== null) return updateUnit(tx, version.id, after, given.revision);
			await insertUnit(tx, version.id, after, ctx.newId());
			return true;
		},
	});
}

async function planFor(ctx: Ctx, { structure, municipality }: OpenStructure, edit: UnitEdit, key?: UnitKey) {
	const posts =
		edit.kind === 'create'
			? []
			: structure.posts.filter((post) => post.unitKey === edit.key).map((p) => p.key);
	const outside =
		edit.kind === 'delete'
			? await countOutsideUses(ctx.db, municipality.id, { kind: 'unit', key: edit.key, posts })
			: { employees: 0, evidence: 0 };
	const taken = new Set<string>(structure.units.map((unit) => unit.key));
	const name = edit.kind === 'create' ? edit.draft.name.bg : '';
	const newKey = key ?? asId<UnitKey>(freshKey(municipality.slug.slice(0, 2), name, taken));
	return planUnitEdit(structure, edit, { newKey, outside });
}
