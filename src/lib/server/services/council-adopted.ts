import { composeAdopted, isAdoption, type AmendedRefusal } from '#lib/domain/review/index.ts';
import {
	canonicalJson,
	runOperations,
	type Operation,
	type ScenarioRun,
} from '#lib/domain/scenario/index.ts';
import { err, ok, type OperationId, type Result } from '#lib/domain/shared/index.ts';
import type { DecisionRecord } from '../queries/review.ts';
import type { CouncilTable } from './council-ballots.ts';
import { keepLast } from './kept.ts';
import type { OpenProposal } from './proposal.ts';
import type { ProposalSnapshot } from './proposal-snapshot.ts';

/** The run of what a decision adopted: of the operations written with it, or of those it did not leave out. */
export function adoptedRun(
	{ frozen }: Pick<OpenProposal, 'frozen'>,
	{ leftOut, amendments, operations }: Pick<DecisionRecord, 'leftOut' | 'amendments' | 'operations'>,
): ScenarioRun {
	if (leftOut.length + amendments.length === 0) return frozen.run;
	const { snapshot } = frozen;
	const run = keptRuns(snapshot)(canonicalJson([operations, leftOut]), () =>
		operations
			? asDecided(snapshot, operations)
			: composedRun(snapshot, { accepted: [], leftOut: new Set(leftOut) }),
	);
	if (!run.ok) throw new Error(`an adopted proposal does not apply: ${run.error.code}`);
	return run.value;
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
	const bodies = accepted.map(({ number, body }) => ({ number, body }));
	return keptRuns(frozen.snapshot)(canonicalJson([bodies, [...leftOut].sort()]), () =>
		composedRun(frozen.snapshot, { accepted, leftOut }),
	);
}

type Standing = Result<ScenarioRun, AmendedRefusal>;

function asDecided(snapshot: ProposalSnapshot, operations: readonly Operation[]): Standing {
	const run = runOperations(snapshot.baseline, operations, snapshot.limits);
	return run.ok ? run : err({ code: 'review/does-not-apply', refusal: run.error });
}

function composedRun(snapshot: ProposalSnapshot, choice: Parameters<typeof composeAdopted>[1]): Standing {
	const composed = composeAdopted(snapshot, choice);
	return composed.ok ? ok(composed.value.run) : composed;
}

const MOST_RUNS = 4;
const runs = new WeakMap<ProposalSnapshot, ReturnType<typeof keepLast<Standing>>>();

/** Runs of one frozen proposal by what was changed in it, so that every page between two votes is of one and the same. */
function keptRuns(snapshot: ProposalSnapshot): ReturnType<typeof keepLast<Standing>> {
	const known = runs.get(snapshot) ?? keepLast<Standing>(MOST_RUNS);
	runs.set(snapshot, known);
	return known;
}
