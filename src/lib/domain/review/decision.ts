import {
	renumber,
	runOperations,
	type Operation,
	type OperationRefusal,
	type StructureNumbers,
} from '../scenario/index.ts';
import { err, ok, type IsoDate, type OperationId, type Result } from '../shared/index.ts';
import { applyAmendments, type AmendedRun, type AmendmentFrame, type AmendmentRefusal } from './amend.ts';
import type { Amendment } from './amendment.ts';
import type { VoteTally } from './vote.ts';

export type AmendedRefusal =
	AmendmentRefusal | { readonly code: 'review/does-not-apply'; readonly refusal: OperationRefusal };

/**
 * What the council adopts: the submitted operations with the accepted amendments, without the points that it left out,
 * applied anew to the same baseline. A point that was amended and then left out is left out.
 * Errors: those of {@link applyAmendments}; `review/operation-unknown`; `review/nothing-left` (that is a rejection);
 * `review/does-not-apply` with the operation that rested on what is gone.
 */
export function composeAdopted(
	{ baseline, operations, limits }: AmendmentFrame,
	choice: { readonly accepted: readonly Amendment[]; readonly leftOut: ReadonlySet<OperationId> },
): Result<AmendedRun, AmendedRefusal> {
	const unknown = [...choice.leftOut].find((id) => !operations.some((operation) => operation.id === id));
	if (unknown !== undefined) return err({ code: 'review/operation-unknown', operationId: unknown });
	const amended = applyAmendments(operations, choice.accepted);
	if (!amended.ok) return amended;
	const kept = renumber(amended.value.filter((operation) => !choice.leftOut.has(operation.id)));
	if (kept.length === 0) return err({ code: 'review/nothing-left' });
	const run = runOperations(baseline, kept, limits);
	return run.ok
		? ok({ operations: kept, run: run.value })
		: err({ code: 'review/does-not-apply', refusal: run.error });
}

/**
 * Whether an outcome adopted the proposal, with changes or without. What a decision adopted stays adopted: taking back
 * the versions that it made does not change it.
 */
export function isAdoption(outcome: string): outcome is 'adopted' | 'adopted-amended' {
	return outcome === 'adopted' || outcome === 'adopted-amended';
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
	/** Numbers of the amendments that were accepted. */
	readonly amendments: readonly number[];
	/** Posts of the administration from each day on which operations take effect; absent where nobody counted them. */
	readonly phases?: readonly { readonly on: IsoDate; readonly administration: number }[];
	/** The same days with all that holds from each; absent where the change takes effect at once. */
	readonly stages?: readonly DecisionStage[];
}

/** What holds from one day of a decision in steps, and which points take effect on it. */
export interface DecisionStage {
	readonly on: IsoDate;
	readonly numbers: StructureNumbers;
	/** Places of points in the submitted list. */
	readonly submitted: readonly number[];
	/** Numbers of the accepted amendments that added a point. */
	readonly added: readonly number[];
}

/**
 * The days of a change with its points as the decision names them: submitted ones by their place, added ones by the
 * amendment that added them. Example: operations of places 1 and 3 from July give `submitted: [1, 3]`.
 */
export function decisionStages(
	stages: readonly (Pick<DecisionStage, 'on' | 'numbers'> & {
		readonly operationIds: readonly OperationId[];
	})[],
	submitted: readonly Pick<Operation, 'id' | 'position'>[],
	accepted: readonly Amendment[],
): readonly DecisionStage[] {
	return stages.map(({ on, numbers, operationIds }) => {
		const own = new Set(operationIds);
		return {
			...{ on, numbers },
			submitted: submitted.filter(({ id }) => own.has(id)).map(({ position }) => position),
			added: accepted
				.filter(({ body }) => body.kind === 'add' && own.has(body.operation.id))
				.map(({ number }) => number),
		};
	});
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
