import type { LocalText, Participation } from '#lib/domain/org/index.ts';
import { depthFirst, ok, type FunctionKey, type Result, type UnitKey } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { listPolicyAreas, type PolicyArea } from '../queries/legal.ts';
import { openStructure, type WorkspaceAddress } from './workspace.ts';

export interface FunctionMatrix {
	readonly areas: readonly PolicyArea[];
	readonly functions: readonly {
		readonly key: FunctionKey;
		readonly text: LocalText;
		readonly area: string;
	}[];
	/** In the order of the act, a superior before its subordinates. */
	readonly units: readonly { readonly key: UnitKey; readonly name: LocalText }[];
	readonly links: readonly Pick<Participation, 'functionKey' | 'unitKey' | 'role'>[];
}

/** Who takes part in what: the material of the matrix function × unit. */
export async function viewMatrix(
	ctx: Ctx,
	address: WorkspaceAddress,
	area: string | null,
): Promise<Result<FunctionMatrix, Refused>> {
	const opened = await openStructure(ctx, address);
	if (!opened.ok) return opened;
	const { structure } = opened.value;
	const areas = await listPolicyAreas(ctx.db);
	const functions = structure.functions.filter((fn) => area === null || fn.policyArea === area);
	const shown = new Set(functions.map((fn) => fn.key));
	const used = new Set(structure.functions.map((fn) => fn.policyArea));
	return ok({
		areas: areas.filter((one) => used.has(one.key)),
		functions: functions.map((fn) => ({ key: fn.key, text: fn.text, area: fn.policyArea })),
		units: depthFirst(structure.units).map(({ item }) => ({ key: item.key, name: item.name })),
		links: structure.participations
			.filter((part) => shown.has(part.functionKey))
			.map(({ functionKey, unitKey, role }) => ({ functionKey, unitKey, role })),
	});
}
