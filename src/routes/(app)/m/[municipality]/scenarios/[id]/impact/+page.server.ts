import { convertBgn, stotinki, type ParameterSet } from '#lib/domain/legal/index.ts';
import { computeImpact, namesIn, type TransferEffect } from '#lib/domain/scenario/index.ts';
import { dateOf } from '#lib/domain/shared/index.ts';
import { compareOverlaps, compareWorkloads } from '#lib/server/services/scenario-analysis.ts';
import { loadScenario } from '../frame.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { open, summary, scenarioFrame } = await loadScenario(locals.ctx, params);
	const { run, frame } = open;
	const { matrix, people, functionsTouched, transfer } = computeImpact(run, frame);
	const workload = await compareWorkloads(locals.ctx, open);
	return {
		...{ summary, scenarioFrame, numbers: summary.numbers, matrix, functionsTouched, workload, transfer },
		euroDifference: transfer && euroOf(transfer, frame.parameters),
		people: { cut: people.cut, moved: people.moved, changed: people.changed },
		overlaps: await compareOverlaps(locals.ctx, open),
		names: namesIn(
			[run.after, run.before],
			[matrix.cells, [...matrix.dropped.keys(), ...matrix.created.keys()], workload?.changes],
		),
	};
};

/** The difference of the delegated amount in euro, at the fixed rate of its year; null without a rate. */
function euroOf({ before, after, year }: TransferEffect, parameters: ParameterSet): number | null {
	const euro = convertBgn(stotinki(after.total - before.total), dateOf(year, 12, 31), parameters);
	return euro.ok ? euro.value : null;
}
