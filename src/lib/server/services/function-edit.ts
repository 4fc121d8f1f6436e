import {
	freshKey,
	planFunctionEdit,
	type AdminFunction,
	type EditResult,
	type FunctionEdit,
	type FunctionRefusal,
	type FunctionRegisters,
	type FunctionWarning,
	type Participation,
	type Structure,
} from '#lib/domain/org/index.ts';
import {
	asId,
	err,
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
import { runEdit, type EditError, type EditGiven, type Edited } from './history-edit.ts';
import type { OpenStructure, WorkspaceAddress } from './workspace.ts';

type Refusal =
	| FunctionRefusal
	| { readonly code: 'org/unit-not-found'; readonly field: 'accountable'; readonly key: UnitKey };

export type FunctionEditError = EditError<Refusal>;

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
export function editFunction(
	ctx: Ctx,
	address: WorkspaceAddress,
	edit: FunctionEdit,
	given: FunctionGiven,
): Promise<Result<Edited<AdminFunction, FunctionWarning>, FunctionEditError>> {
	return runEdit(ctx, address, {
		entity: 'function',
		keyOf: ({ key }) => key,
		plan: async (inside, open): Promise<EditResult<AdminFunction, FunctionWarning, Refusal>> => {
			const plan = await planFor(inside, open, edit, given.key);
			const unknown = edit.kind === 'create' ? unknownUnit(open, given.accountable) : null;
			return unknown ? err([...(plan.ok ? [] : plan.error), unknown]) : plan;
		},
		traced: ({ structure }, { subject, before, after }) => ({
			before: after === null ? { ...subject, participations: partsOf(structure, subject.key) } : before,
			after: before === null ? { ...subject, participations: participationsOf(subject.key, given) } : after,
		}),
		write: async (tx, { version }, { subject, before, after }) => {
			const place = { versionId: version.id, revision: given.revision };
			if (after === null) return deleteFunction(tx, version.id, subject.key, given.revision);
			if (before !== null) return updateFunction(tx, place, after, ctx.newId);
			await insertFunction(tx, version.id, after, ctx.newId);
			await putParticipations(ctx, tx, version, participationsOf(after.key, given));
			return true;
		},
	});
}

function partsOf({ participations }: Structure, key: FunctionKey): readonly Participation[] {
	return participations.filter(({ functionKey }) => functionKey === key);
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
	version: Pick<OpenStructure['version'], 'id'>,
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
