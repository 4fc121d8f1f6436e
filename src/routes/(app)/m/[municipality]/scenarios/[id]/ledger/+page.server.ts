import { buildLedger, namesIn, submissionBlocks } from '#lib/domain/scenario/index.ts';
import { loadScenario } from '../frame.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { open, summary, scenarioFrame } = await loadScenario(locals.ctx, params);
	const { run, operations } = open;
	const ledger = buildLedger(run);
	const blocks = submissionBlocks(run);
	const structures = [run.after, ...run.steps.map((step) => step.before).toReversed()];
	return {
		...{ summary, scenarioFrame, ledger, blocks },
		names: namesIn(structures.length > 1 ? structures : [run.before], [ledger.rows, blocks]),
		places: Object.fromEntries(operations.map((operation) => [operation.id, operation.position])),
	};
};
