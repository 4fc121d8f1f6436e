import {
	runOperations,
	type Operation,
	type OperationRefusal,
	type ScenarioLimits,
	type ScenarioRun,
	type StructureNumbers,
} from '../scenario/index.ts';
import type { Structure } from '../org/index.ts';
import { err, ok, type IsoDate, type OperationId, type Result } from '../shared/index.ts';
import type { VoteTally } from './vote.ts';

export type AmendedRefusal =
	| { readonly code: 'review/operation-unknown'; readonly operationId: OperationId }
	| { readonly code: 'review/nothing-left' }
	| { readonly code: 'review/does-not-apply'; readonly refusal: OperationRefusal };

/**
 * The proposal without the operations that the council left out, applied anew to the same baseline.
 * Errors: `review/operation-unknown`, `review/nothing-left` (all left out: that is a rejection),
 * `review/does-not-apply` with the operation that rested on one left out.
 */
export function applyWithout(
	baseline: Structure,
	operations: readonly Operation[],
	options: { readonly leftOut: ReadonlySet<OperationId>; readonly limits: ScenarioLimits },
): Result<ScenarioRun, AmendedRefusal> {
	const unknown = [...options.leftOut].find((id) => !operations.some((operation) => operation.id === id));
	if (unknown !== undefined) return err({ code: 'review/operation-unknown', operationId: unknown });
	const kept = operations.filter((operation) => !options.leftOut.has(operation.id));
	if (kept.length === 0) return err({ code: 'review/nothing-left' });
	const run = runOperations(baseline, kept, options.limits);
	return run.ok ? run : err({ code: 'review/does-not-apply', refusal: run.error });
}

/** Everything the text of a decision is made from; the sentences are made in `i18n`. */
export interface DecisionFacts {
	readonly number: string;
	readonly decidedOn: IsoDate;
	readonly effectiveOn: IsoDate;
	readonly legalGround: string;
	readonly tally: VoteTally;
	readonly numbers: StructureNumbers;
	/** Places of the operations that were left out, in the list that was submitted. */
	readonly leftOut: readonly number[];
}

export type DecisionProblem =
	| { readonly code: 'review/number-missing' }
	| {
			readonly code: 'review/effective-before-decision';
			readonly decidedOn: IsoDate;
			readonly effectiveOn: IsoDate;
	  };

/** A decision has a number and takes effect no earlier than the day on which it is taken. */
export function checkDecision(given: {
	readonly number: string;
	readonly decidedOn: IsoDate;
	readonly effectiveOn: IsoDate;
}): Result<typeof given, DecisionProblem> {
	const { number, decidedOn, effectiveOn } = given;
	if (number.trim() === '') return err({ code: 'review/number-missing' });
	return effectiveOn < decidedOn
		? err({ code: 'review/effective-before-decision', decidedOn, effectiveOn })
		: ok(given);
}
