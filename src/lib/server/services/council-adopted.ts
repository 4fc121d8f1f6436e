import { composeAdopted, isAdoption, type AmendedRefusal } from '#lib/domain/review/index.ts';
import { runOperations, type ScenarioRun } from '#lib/domain/scenario/index.ts';
import { ok, type OperationId, type Result } from '#lib/domain/shared/index.ts';
import type { DecisionRecord } from '../queries/review.ts';
import type { CouncilTable } from './council-ballots.ts';
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

/**
 * The run of what stands now: of the decision that adopted it, otherwise of the votes so far; what the council rejected
 * is read as submitted. Errors: those of the amendments that were accepted so far and do not apply together.
 */
export function standingRun(
	open: Pick<OpenProposal, 'frozen'>,
	table: Pick<CouncilTable, 'accepted' | 'settled'>,
	decision: DecisionRecord | null,
): Result<ScenarioRun, AmendedRefusal> {
	const { frozen } = open;
	if (decision) return ok(isAdoption(decision.outcome) ? adoptedRun(open, decision) : frozen.run);
	const { accepted, settled } = table;
	if (accepted.length + settled.pointsLost.length === 0) return ok(frozen.run);
	const leftOut = new Set(settled.pointsLost as readonly OperationId[]);
	const composed = composeAdopted(frozen.snapshot, { accepted, leftOut });
	return composed.ok ? ok(composed.value.run) : composed;
}
