import { parameterNumber } from '#lib/domain/legal/index.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import {
	findFragmentedAreas,
	findFragmentedFunctions,
	shapeAreas,
	type FragmentedArea,
	type FragmentedFunction,
	type WorkShape,
} from '#lib/domain/overlap/index.ts';
import { ok, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { listParameters, listPolicyAreas } from '../queries/legal.ts';
import { hoursOfOne } from './overlap-hours.ts';
import { openStructure, type WorkspaceAddress } from './workspace.ts';

export interface DispersionPage {
	readonly functions: readonly (Omit<FragmentedFunction, 'units'> & {
		readonly text: LocalText;
		readonly units: readonly { readonly name: LocalText; readonly amount: number }[];
	})[];
	readonly areas: readonly (Omit<FragmentedArea, 'units'> & {
		readonly name: LocalText;
		readonly units: readonly { readonly name: LocalText; readonly amount: number }[];
	})[];
	/** Every policy area by posts, work and cost, those in the smallest pieces first. */
	readonly shapes: readonly (WorkShape & { readonly name: LocalText })[];
	readonly above: number;
}

/** How functions and policy areas are spread over units. */
export async function readDispersion(
	ctx: Ctx,
	address: WorkspaceAddress,
): Promise<Result<DispersionPage, Refused>> {
	const opened = await openStructure(ctx, address);
	if (!opened.ok) return opened;
	const { structure, municipality } = opened.value;
	const parameters = await listParameters(ctx.db);
	const valueOf = (key: string) =>
		parameterNumber(parameters, { key, asOf: ctx.clock.today(), municipality: municipality.id });
	const above = valueOf('overlap.dispersion.threshold') ?? 0.5;
	const hours = await hoursOfOne(ctx, parameters);
	const minimumHours = hours === null ? null : (valueOf('overlap.dispersion.minimum-fte') ?? 0.5) * hours;
	const areas = new Map((await listPolicyAreas(ctx.db)).map((area) => [area.key, area.name]));
	const areaName = (key: string): LocalText => areas.get(key) ?? { bg: key, en: null };
	const units = new Map(structure.units.map(({ key, name }): [string, LocalText] => [key, name]));
	const texts = new Map(structure.functions.map(({ key, text }): [string, LocalText] => [key, text]));
	const named = (amounts: readonly { readonly unitKey: string; readonly amount: number }[]) =>
		amounts.map(({ unitKey, amount }) => ({ name: units.get(unitKey) ?? { bg: unitKey, en: null }, amount }));
	return ok({
		functions: findFragmentedFunctions(structure, { above, minimumHours }).map((one) => ({
			...one,
			text: texts.get(one.functionKey) ?? { bg: one.functionKey, en: null },
			units: named(one.units),
		})),
		areas: findFragmentedAreas(structure, { above, minimumHours }).map((one) => ({
			...one,
			name: areaName(one.policyArea),
			units: named(one.units),
		})),
		shapes: shapeAreas(structure, hours).map((one) => ({ ...one, name: areaName(one.policyArea) })),
		above,
	});
}
