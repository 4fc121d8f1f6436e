import { can } from '#lib/domain/access/index.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import {
	ok,
	type FunctionKey,
	type Result,
	type ScenarioId,
	type UnitKey,
} from '#lib/domain/shared/index.ts';
import {
	isStaffed,
	suggestEvenOut,
	type EvenOut,
	type StaffBalance,
	type WorkloadError,
} from '#lib/domain/workload/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { listScenarios } from '../queries/scenario.ts';
import { openMethods, type MethodsRequest } from './workload-methods.ts';
import type { WorkspaceAddress } from './workspace.ts';

export interface EvenOutRow extends Pick<EvenOut, 'fte' | 'shortage' | 'surplus' | 'after'> {
	readonly fn: { readonly key: FunctionKey; readonly text: LocalText };
	readonly from: { readonly key: UnitKey; readonly name: LocalText };
	readonly to: { readonly key: UnitKey; readonly name: LocalText };
}

export interface EvenOutPage {
	readonly kind: 'computed';
	readonly rows: readonly EvenOutRow[];
	/** Units with a proven balance, in the order of the structure. */
	readonly proven: readonly {
		readonly key: UnitKey;
		readonly name: LocalText;
		readonly balance: StaffBalance;
		/** Occupied − needed, full posts. */
		readonly difference: number;
	}[];
	/** Units with posts that have no proven balance. */
	readonly unproven: number;
	/** Drafts over the same version that a suggestion can be put into; none for whoever may not edit. */
	readonly drafts: readonly { readonly id: ScenarioId; readonly name: string }[];
	readonly mayEdit: boolean;
}

/** Transfers that would even out proven shortages and surpluses, with the drafts they can become an operation of. */
export async function showEvenOut(
	ctx: Ctx,
	address: WorkspaceAddress,
	request: MethodsRequest,
): Promise<
	Result<EvenOutPage | { readonly kind: 'not-computable'; readonly error: WorkloadError }, Refused>
> {
	const opened = await openMethods(ctx, address, request);
	if (!opened.ok) return opened;
	const { computed, structure, municipality, version } = opened.value;
	if (!computed.ok) return ok({ kind: 'not-computable', error: computed.error });
	const { needs, rule } = computed.value;
	const functions = new Map(structure.functions.map(({ key, text }) => [key, { key, text }]));
	const units = new Map(structure.units.map(({ key, name }) => [key, { key, name }]));
	const mayEdit = can(ctx.actor, 'scenario.edit', { municipalityId: municipality.id });
	const scenarios = mayEdit ? await listScenarios(ctx.db, municipality.id) : [];
	const staffed = structure.units.flatMap(({ key, name }) => {
		const need = needs.get(key);
		return need && isStaffed(need) ? [{ key, name, need }] : [];
	});
	const proven = staffed.flatMap(({ key, name, need: { verdict, occupied } }) =>
		verdict.kind === 'proven'
			? [{ key, name, balance: verdict.balance, difference: occupied - verdict.need.expected }]
			: [],
	);
	return ok({
		kind: 'computed',
		rows: suggestEvenOut({ structure, needs, rule }).flatMap((one): readonly EvenOutRow[] => {
			const [fn, from, to] = [functions.get(one.functionKey), units.get(one.from), units.get(one.to)];
			const { fte, shortage, surplus, after } = one;
			return fn && from && to ? [{ fn, from, to, fte, shortage, surplus, after }] : [];
		}),
		proven,
		unproven: staffed.length - proven.length,
		drafts: scenarios
			.filter(({ status, baseVersionId }) => status === 'draft' && baseVersionId === version.id)
			.map(({ id, name }) => ({ id, name })),
		mayEdit,
	});
}
