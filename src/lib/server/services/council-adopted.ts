import { composeAdopted } from '#lib/domain/review/index.ts';
import { runOperations, type ScenarioRun } from '#lib/domain/scenario/index.ts';
import type { DecisionRecord } from '../queries/review.ts';
import type { OpenProposal } from './proposal.ts';

/** The run of what a decision adopted: of the operations written with it, or of those it did not leave out. */
export function adoptedRun(
	{ frozen }: Pick<OpenProposal, 'frozen'>,
	{ leftOut, amendments, operations }: Pick<DecisionRecord, 'leftOut' | 'amendments' | 'operations'>,
): ScenarioRun {
	if (leftOut.length + amendments.length === 0) return frozen.run;
	const { snapshot } = frozen;
	const run = operations
		? runOperations(snapshot.baseline, operations, snapshot.limits)
		: composeAdopted(snapshot, { accepted: [], leftOut: new Set(leftOut) });
	if (!run.ok) throw new Error(`an adopted proposal does not apply: ${run.error.code}`);
	return 'run' in run.value ? run.value.run : run.value;
}
