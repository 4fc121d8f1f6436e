import { computeImpact, namesIn } from '#lib/domain/scenario/index.ts';
import { compareOverlaps, compareWorkloads } from '#lib/server/services/scenario-analysis.ts';
import { loadScenario } from '../frame.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { open, summary, scenarioFrame } = await loadScenario(locals.ctx, params);
	const { run, frame } = open;
	const { numbers, matrix, people, functionsTouched } = computeImpact(run, frame);
	const workload = await compareWorkloads(locals.ctx, open);
	return {
		...{ summary, scenarioFrame, numbers, matrix, functionsTouched, workload },
		people: { cut: people.cut, moved: people.moved, changed: people.changed },
		overlaps: await compareOverlaps(locals.ctx, open),
		names: namesIn(
			[run.before, run.after],
			[matrix.cells, [...matrix.dropped.keys(), ...matrix.created.keys()], workload?.changes],
		),
	};
};
