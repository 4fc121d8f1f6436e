import { answer } from '#lib/forms/index.ts';
import { formatDate } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Ctx } from '#lib/server/context.ts';
import { viewDecisionBehind } from '#lib/server/services/history-versions.ts';
import { listDrafts, viewStructureChart } from '#lib/server/services/structure-chart.ts';
import { figuresOfLens, LENSES } from '#lib/server/services/unit-lens.ts';
import { viewStructure } from '#lib/server/services/unit-structure.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const { units, headline } = answer(await viewStructure(locals.ctx, address));
	const asked = url.searchParams.get('lens');
	const lens = LENSES.find((one) => one === asked) ?? 'none';
	const chart = await viewStructureChart(locals.ctx, address, { withChange: lens === 'change' });
	// The page works out the changes from the picture, with the closed units.
	const figured = lens === 'change' ? 'none' : lens;
	return {
		...{ units, headline, lens },
		chart: answer(chart),
		decided: await decisionLinks(locals.ctx, address),
		drafts: await listDrafts(locals.ctx, params.municipality),
		figures: answer(await figuresOfLens(locals.ctx, address, figured, units)),
		query: (url.searchParams.get('q') ?? '').trim().slice(0, 100),
	};
};

/** The decision that made this version, and the page from which its application is taken back. */
async function decisionLinks(
	ctx: Ctx,
	address: { readonly slug: string; readonly versionId: string | null },
) {
	const { decision, mayOpenScenario } = answer(await viewDecisionBehind(ctx, address));
	if (!decision) return [];
	const { number, decidedOn, proposalNumber, scenarioId } = decision;
	const home = `/m/${address.slug}`;
	const label = m.review_decision_name({ number, date: formatDate(decidedOn) });
	return [
		{ href: `${home}/council/${proposalNumber}`, label },
		...(mayOpenScenario
			? [{ href: `${home}/scenarios/${scenarioId}/application`, label: m.review_decision_application() }]
			: []),
	];
}
