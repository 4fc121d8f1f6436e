import { buildLedger, namesIn } from '#lib/domain/scenario/index.ts';
import { loadScenario } from '../frame.ts';
import { blocksOf } from '../overview.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { open, summary, scenarioFrame } = await loadScenario(locals.ctx, params);
	const { run, operations } = open;
	const ledger = buildLedger(run);
	const { blocks, suggested } = blocksOf(open);
	const structures = [run.after, ...run.steps.map((step) => step.before).toReversed()];
	return {
		...{ summary, scenarioFrame, ledger, blocks, suggested },
		names: namesIn(structures.length > 1 ? structures : [run.before], [ledger.rows, blocks]),
		places: Object.fromEntries(operations.map((operation) => [operation.id, operation.position])),
	};
};
