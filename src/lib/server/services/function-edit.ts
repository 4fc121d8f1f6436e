import {
	freshKey,
	planFunctionEdit,
	type AdminFunction,
	type FunctionEdit,
	type FunctionRefusal,
	type FunctionRegisters,
	type FunctionWarning,
	type Participation,
} from '#lib/domain/org/index.ts';
import {
	asId,
	err,
	ok,
	type FunctionKey,
	type MunicipalityId,
	type Result,
	type UnitKey,
} from '#lib/domain/shared/index.ts';
import type { Ctx } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { deleteFunction, updateFunction } from '../queries/function.ts';
import { countOutsideUses } from '../queries/history-uses.ts';
import { listLegalActs, listPolicyAreas, listPowers } from '../queries/legal.ts';
import { replaceParticipation } from '../queries/participation.ts';
import { insertFunction } from '../queries/structure-insert.ts';
import { openForEdit, saveChange, type EditError, type EditGiven, type Edited } from './history-edit.ts';
import type { OpenStructure, WorkspaceAddress } from './workspace.ts';

export type FunctionEditError = EditError<
	| FunctionRefusal
	| { readonly code: 'org/unit-not-found'; readonly field: 'accountable'; readonly key: UnitKey }
>;

export interface FunctionGiven extends EditGiven<FunctionKey> {
	/** The unit that answers for a new function. */
	readonly accountable: UnitKey | null;
	/** Participations that come back with a function whose removal is taken back. */
	readonly participations?: readonly Participation[];
}

/**
 * Creates, changes or deletes a function of a working version; like `editUnit`. A new function gets the unit that
 * answers for it at once, so that none is born an orphan; a deleted one takes its participations with it, and the audit
 * entry keeps them.
 */
export async function editFunction(
	ctx: Ctx,
	address: WorkspaceAddress,
	edit: FunctionEdit,
	given: FunctionGiven,
): Promise<Result<Edited<AdminFunction, FunctionWarning>, FunctionEditError>> {
	const opened = await openForEdit(ctx, address);
	if (!opened.ok) return opened;
	const { structure, version } = opened.value;
	const unknown = edit.kind === 'create' ? unknownUnit(opened.value, given.accountable) : null;
	const plan = await planFor(ctx, opened.value, edit, given.key);
	if (!plan.ok || unknown) {
		return err({
			code: 'org/refused',
			refusals: [...(plan.ok ? [] : plan.error), ...(unknown ? [unknown] : [])],
		});
	}
	const { before, after, warnings } = plan.value;
	const subject = after ?? before;
	if (!subject) return err({ code: 'org/refused', refusals: [] });
	const parts = structure.participations.filter((part) => part.functionKey === subject.key);
	const change = {
		entity: 'function',
		key: subject.key,
		verb: edit.kind,
		before: after === null ? { ...before, participations: parts } : before,
		after:
			before === null && after ? { ...after, participations: participationsOf(after.key, given) } : after,
	} as const;
	const saved = await saveChange(ctx, opened.value, change, async (tx) => {
		const place = { versionId: version.id, revision: given.revision };
		if (after === null) return deleteFunction(tx, version.id, subject.key, given.revision);
		if (before !== null) return updateFunction(tx, place, after, ctx.newId);
		await insertFunction(tx, version.id, after, ctx.newId);
		await putParticipations(ctx, tx, opened.value, participationsOf(after.key, given));
		return true;
	});
	return saved.ok ? ok({ after, warnings }) : saved;
}

function unknownUnit({ structure }: OpenStructure, key: UnitKey | null) {
	return key === null || structure.units.some((unit) => unit.key === key)
		? null
		: ({ code: 'org/unit-not-found', field: 'accountable', key } as const);
}

function participationsOf(functionKey: FunctionKey, given: FunctionGiven): readonly Participation[] {
	const { accountable: unitKey } = given;
	if (given.participations) return given.participations;
	return unitKey === null ? [] : [{ functionKey, unitKey, postKey: null, role: 'accountable', share: null }];
}

async function putParticipations(
	ctx: Ctx,
	tx: Tx,
	{ version }: OpenStructure,
	parts: readonly Participation[],
): Promise<void> {
	for (const after of parts) {
		const { functionKey, unitKey, postKey } = after;
		const place = { functionKey, unitKey, postKey };
		await replaceParticipation(tx, version.id, { place, after }, ctx.newId());
	}
}

async function planFor(
	ctx: Ctx,
	{ structure, municipality }: OpenStructure,
	edit: FunctionEdit,
	key?: FunctionKey,
) {
	const outside =
		edit.kind === 'delete'
			? await countOutsideUses(ctx.db, municipality.id, { kind: 'function', key: edit.key })
			: { employees: 0, evidence: 0 };
	const taken = new Set<string>(structure.functions.map((fn) => fn.key));
	const stem = edit.kind === 'create' ? `f-${edit.draft.text.bg}` : '';
	const newKey = key ?? asId<FunctionKey>(freshKey(municipality.slug.slice(0, 2), stem, taken));
	return planFunctionEdit(structure, edit, {
		newKey,
		outside,
		registers: await registers(ctx, municipality.id),
	});
}

async function registers(ctx: Ctx, of: MunicipalityId): Promise<FunctionRegisters> {
	return {
		policyAreas: new Set((await listPolicyAreas(ctx.db)).map((area) => area.key)),
		acts: new Set((await listLegalActs(ctx.db, [of])).map((act) => act.key)),
		powers: new Set((await listPowers(ctx.db)).map((power) => power.key)),
	};
}
