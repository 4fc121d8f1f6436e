import { answer } from '#lib/forms/index.ts';
import { listDrafts, viewStructureChart } from '#lib/server/services/structure-chart.ts';
import {
	costLens,
	headcountLens,
	overlapLens,
	rulesLens,
	workloadLens,
	type LensFigures,
} from '#lib/server/services/unit-lens.ts';
import { viewStructure, type UnitLine } from '#lib/server/services/unit-structure.ts';
import type { Ctx } from '#lib/server/context.ts';
import type { WorkspaceAddress } from '#lib/server/services/workspace.ts';
import type { PageServerLoad } from './$types';

const LENSES = ['none', 'headcount', 'cost', 'workload', 'overlaps', 'rules', 'change'] as const;

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const { units, headline } = answer(await viewStructure(locals.ctx, address));
	const asked = url.searchParams.get('lens');
	const lens = LENSES.find((one) => one === asked) ?? 'none';
	return {
		units,
		headline,
		chart: answer(await viewStructureChart(locals.ctx, address, { withChange: lens === 'change' })),
		drafts: await listDrafts(locals.ctx, params.municipality),
		lens,
		figures: await figuresOf(locals.ctx, address, lens, units),
		query: (url.searchParams.get('q') ?? '').trim().slice(0, 100),
	};
};

async function figuresOf(
	ctx: Ctx,
	address: WorkspaceAddress,
	lens: (typeof LENSES)[number],
	units: readonly UnitLine[],
): Promise<LensFigures> {
	if (lens === 'workload') return answer(await workloadLens(ctx, address));
	if (lens === 'overlaps') return answer(await overlapLens(ctx, address, units));
	if (lens === 'cost') return answer(await costLens(ctx, address));
	if (lens === 'rules') return answer(await rulesLens(ctx, address));
	return lens === 'headcount' ? headcountLens(units) : {};
}
