import type { LocalText } from '#lib/domain/org/index.ts';
import { ok, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { listPolicyAreas } from '../queries/legal.ts';
import { listReadableMunicipalities, openMunicipality } from './workspace.ts';

/** What the filter of the page offers. */
export interface FilterChoices {
	readonly areas: readonly { readonly key: string; readonly name: LocalText }[];
	/** Other municipalities that the actor may read. */
	readonly others: readonly { readonly slug: string; readonly name: LocalText }[];
}

export async function listFilterChoices(ctx: Ctx, slug: string): Promise<Result<FilterChoices, Refused>> {
	const opened = await openMunicipality(ctx, slug, 'municipality.read');
	if (!opened.ok) return opened;
	const others = (await listReadableMunicipalities(ctx)).filter((one) => one.slug !== slug);
	return ok({
		areas: await listPolicyAreas(ctx.db),
		others: others.map((one) => ({ slug: one.slug, name: one.name })),
	});
}
