import type { LocalText } from '#lib/domain/org/index.ts';
import { ok, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { listPolicyAreas } from '../queries/legal.ts';
import { listMunicipalityScenarios } from './scenario.ts';
import { listReadableMunicipalities, openMunicipality } from './workspace.ts';

/** What the filter of the page offers. */
export interface FilterChoices {
	readonly areas: readonly { readonly key: string; readonly name: LocalText }[];
	/** Scenarios whose outcome can be set beside the version. */
	readonly scenarios: readonly { readonly id: string; readonly name: string }[];
	/** Other municipalities that the actor may read. */
	readonly others: readonly { readonly slug: string; readonly name: LocalText }[];
}

export async function listFilterChoices(ctx: Ctx, slug: string): Promise<Result<FilterChoices, Refused>> {
	const opened = await openMunicipality(ctx, slug, 'municipality.read');
	if (!opened.ok) return opened;
	const others = (await listReadableMunicipalities(ctx)).filter((one) => one.slug !== slug);
	const scenarios = await listMunicipalityScenarios(ctx, slug);
	return ok({
		scenarios: scenarios.ok ? scenarios.value.map(({ id, name }) => ({ id, name })) : [],
		areas: await listPolicyAreas(ctx.db),
		others: others.map((one) => ({ slug: one.slug, name: one.name })),
	});
}
