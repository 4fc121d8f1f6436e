import { answer } from '#lib/forms/index.ts';
import { nameOfScenarioStatus } from '#lib/i18n/scenario-names.ts';
import type { Ctx } from '#lib/server/context.ts';
import { openScenario } from '#lib/server/services/scenario.ts';
import { summariseScenario } from '#lib/server/services/scenario-view.ts';
import { asideOf } from './aside.ts';
import { headOf } from './head.ts';

/** What every page of a scenario loads: the scenario, its frame, and the tint of the strip. */
export async function loadScenario(ctx: Ctx, params: { municipality: string; id: string }) {
	const open = answer(await openScenario(ctx, { slug: params.municipality, scenarioId: params.id }));
	const { refused, ...counted } = summariseScenario(open);
	const head = headOf({ refused, ...counted }, `/m/${params.municipality}/scenarios/${params.id}`);
	const summary = { ...counted, head, aside: await asideOf(ctx, open) };
	const { name, status } = summary.scenario;
	return { open, summary, scenarioFrame: { name, status: nameOfScenarioStatus(status) } };
}
