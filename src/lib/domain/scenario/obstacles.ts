import type { UnitKey } from '../shared/index.ts';
import { buildLedger, type LedgerBlock } from './ledger.ts';
import { unplacedUnits } from './placing.ts';
import type { ScenarioRun } from './run.ts';

/** Why a scenario may not be submitted: a unit that waits for a place, or what the ledger of functions says. */
export type SubmissionBlock =
	{ readonly code: 'scenario/unit-waiting'; readonly unitKey: UnitKey } | LedgerBlock;

/**
 * Everything that has to be put right before a scenario is submitted, units before functions; empty when it may be.
 * Example: a directorate moved with its two departments left „без място“ → two blocks, one for each department.
 */
export function submissionBlocks(run: ScenarioRun): readonly SubmissionBlock[] {
	const waiting = unplacedUnits(run).map(({ key }): SubmissionBlock => ({
		code: 'scenario/unit-waiting',
		unitKey: key,
	}));
	return [...waiting, ...buildLedger(run).blocks];
}
