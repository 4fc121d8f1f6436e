import { countFunctions, countKinds, type AreaCounts, type LocalText } from '#lib/domain/org/index.ts';
import { printReference } from '#lib/domain/legal/index.ts';
import { findGaps } from '#lib/domain/overlap/index.ts';
import { isWithin, ok, type FunctionKey, type PowerKey, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { listLegalActs, listPolicyAreas, listPowers } from '../queries/legal.ts';
import { openStructure, type WorkspaceAddress } from './workspace.ts';

interface NamedFunction {
	readonly key: FunctionKey;
	readonly text: LocalText;
}

export interface PowerLine {
	readonly key: PowerKey;
	readonly text: LocalText;
	readonly area: LocalText;
	readonly act: LocalText;
	readonly reference: string;
	/** Functions that serve it; none: the power is not covered. */
	readonly functions: readonly NamedFunction[];
}

export interface FunctionCounts {
	readonly areas: readonly (Omit<AreaCounts, 'area'> & { readonly key: string; readonly name: LocalText })[];
	readonly total: Omit<AreaCounts, 'area'>;
	/** False while the register has no act of the municipality, so that „local“ cannot be known. */
	readonly hasLocalActs: boolean;
	/** Powers in force, in the order of the catalogue. */
	readonly powers: readonly PowerLine[];
	/** Functions that need a power and have none. */
	readonly withoutPower: readonly NamedFunction[];
}

/** The counting views: functions by area and type (M2), powers against functions (M1, N03). */
export async function readFunctionCounts(
	ctx: Ctx,
	address: WorkspaceAddress,
): Promise<Result<FunctionCounts, Refused>> {
	const opened = await openStructure(ctx, address);
	if (!opened.ok) return opened;
	const { functions } = opened.value.structure;
	const areas = await listPolicyAreas(ctx.db);
	const acts = await listLegalActs(ctx.db, [opened.value.municipality.id]);
	const powers = await listPowers(ctx.db);
	const today = ctx.clock.today();
	const nameOf = (key: string) => areas.find((one) => one.key === key)?.name ?? { bg: key, en: null };
	const actOf = (key: string) => acts.find((one) => one.key === key)?.abbreviation ?? { bg: key, en: null };
	const local = new Set(acts.filter(({ municipalityId }) => municipalityId !== null).map(({ key }) => key));
	const serving = Map.groupBy(
		functions.flatMap(({ key, text, powers: served }) => served.map((power) => ({ power, key, text }))),
		({ power }) => power,
	);
	const idle = new Set<string>(findGaps(opened.value.structure, powers, today).functionsWithoutPower);
	return ok({
		areas: countFunctions(
			functions,
			areas.map(({ key }) => key),
			local,
		).map(({ area, kinds, total }) => ({ key: area, name: nameOf(area), kinds, total })),
		total: countKinds(functions, local),
		hasLocalActs: local.size > 0,
		powers: powers
			.filter((power) => isWithin(today, { from: power.validFrom, to: power.validTo }))
			.map(({ key, text, policyArea, actKey, reference }) => ({
				...{ key, text, area: nameOf(policyArea), act: actOf(actKey) },
				reference: printReference(reference),
				functions: (serving.get(key) ?? []).map((one) => ({ key: one.key, text: one.text })),
			})),
		withoutPower: functions.filter(({ key }) => idle.has(key)).map(({ key, text }) => ({ key, text })),
	});
}
