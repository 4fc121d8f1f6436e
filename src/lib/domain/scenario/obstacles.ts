import type { Structure } from '../org/index.ts';
import type { FunctionKey, UnitKey } from '../shared/index.ts';
import { holders } from './diff.ts';
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

/** A unit that a function without an owner could go to. */
export interface SuggestedHolder {
	readonly unitKey: UnitKey;
	/** Functions of the same policy area for which it answers. */
	readonly beside: number;
}

/**
 * The unit with posts of its own that answers for most functions of the same policy area, ties by key; null when none
 * answers for any. Example: of three functions „financial“ two are with the directorate and one with a sector: the
 * directorate, beside 2.
 */
export function suggestHolder(structure: Structure, functionKey: FunctionKey): SuggestedHolder | null {
	const area = structure.functions.find((fn) => fn.key === functionKey)?.policyArea;
	const staffed = new Set(structure.posts.filter((post) => post.approved > 0).map((post) => post.unitKey));
	const answering = holders(structure);
	const counts = new Map<UnitKey, number>();
	for (const fn of structure.functions)
		if (fn.policyArea === area && fn.key !== functionKey)
			for (const unitKey of answering.get(fn.key) ?? [])
				if (staffed.has(unitKey)) counts.set(unitKey, (counts.get(unitKey) ?? 0) + 1);
	const [best] = [...counts].sort(([one, more], [other, less]) => less - more || (one < other ? -1 : 1));
	return best ? { unitKey: best[0], beside: best[1] } : null;
}
