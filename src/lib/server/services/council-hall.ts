import { amendedOperation, isAdoption, type AmendmentBody } from '#lib/domain/review/index.ts';
import { countStructure, structurePicture, touchedPicture } from '#lib/domain/scenario/index.ts';
import type { OperationId } from '#lib/domain/shared/index.ts';
import { standingRun } from './council-adopted.ts';
import { pointsOf } from './council-reading.ts';
import { ballotLines } from './council-vote-view.ts';
import type { ReviewPage } from './review.ts';

/**
 * A proposal as the hall sees it: every point as it was adopted, before the decision as the votes so far leave it. A
 * point that fell out stays in its place and says so; what was added comes after the submitted points.
 */
export function viewHall({ open, report, table, decision }: ReviewPage) {
	const standing = standingRun(open, table, decision);
	const run = standing.ok ? standing.value : open.frozen.run;
	const steps = new Map([...open.frozen.run.steps, ...run.steps].map((step) => [step.operation.id, step]));
	const points = pointsOf(open, run).flatMap(({ id, number, before, after }) => {
		const [summary, step] = [after ?? before, steps.get(id)];
		const pictures = step ? touchedPicture(structurePicture(step), step.operation) : null;
		const amendments = table.amendments.filter(({ body }) => pointOfAmendment(body) === id);
		const amendedBy = amendments.map((amendment) => amendment.number);
		return summary ? [{ ...summary, number, pictures, amendedBy, isLeftOut: after === null }] : [];
	});
	return {
		...{ proposal: open.proposal, points, ballots: ballotLines(open, table.ballots) },
		numbers: { before: report.numbers.before, after: countStructure(run.after) },
		/** Whose text it is: of the decision, of the votes so far or of the mover. */
		text:
			decision && isAdoption(decision.outcome) ? 'adopted' : run === open.frozen.run ? 'submitted' : 'so-far',
		problem: standing.ok ? null : standing.error,
	} as const;
}

/** The point that an amendment is about, also the one that it adds. */
function pointOfAmendment(body: AmendmentBody): OperationId | null {
	return body.kind === 'add' ? body.operation.id : amendedOperation(body);
}
