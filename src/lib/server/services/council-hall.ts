import { isAdoption } from '#lib/domain/review/index.ts';
import { countStructure } from '#lib/domain/scenario/index.ts';
import { standingRun } from './council-adopted.ts';
import { amendmentLines } from './council-amendment-view.ts';
import { amendmentsOfPoint, pointPictures } from './council-points.ts';
import { pointsOf, SHOWN_AMENDMENTS } from './council-reading.ts';
import { everyBallotLine } from './council-vote-view.ts';
import type { ReviewPage } from './review.ts';

/**
 * A proposal as the hall sees it: every point as it was adopted, before the decision as the votes so far leave it, with
 * the amendments of it that wait for their vote. A point that fell out stays in its place and says so; what was added
 * comes after the submitted points, then the new points that are only proposed, one by one.
 */
export function viewHall(page: ReviewPage) {
	const { open, report, table, decision } = page;
	const standing = standingRun(open, table, decision);
	const run = standing.ok ? standing.value : open.frozen.run;
	const waiting = decision ? [] : table.amendments.filter(({ number }) => table.open.includes(number));
	const points = pointsOf(open, run).flatMap(({ id, number, before, after }) => {
		const summary = after ?? before;
		const amendedBy = amendmentsOfPoint(table.amendments, id).map((amendment) => amendment.number);
		const proposed = amendmentsOfPoint(waiting, id);
		return summary ? [{ ...summary, number, amendedBy, proposed, isLeftOut: after === null }] : [];
	});
	return {
		...{ proposal: open.proposal, points, ballots: everyBallotLine(open, table) },
		/** New points on which the council has still to vote. */
		added: waiting.filter(({ body }) => body.kind === 'add'),
		numbers: { before: report.numbers.before, after: countStructure(run.after) },
		/** Whose text it is: of the decision, of the votes so far or of the mover. */
		text:
			decision && isAdoption(decision.outcome) ? 'adopted' : run === open.frozen.run ? 'submitted' : 'so-far',
		problem: standing.ok ? null : standing.error,
		pictureOf: pointPictures(open, run),
	} as const;
}

export type HallView = ReturnType<typeof viewHall>;

/** What one screen of the hall shows: a point with its open amendments, one proposed new point, or the whole at the end. */
export function hallScreen({ open, table }: ReviewPage, view: HallView, asked: number) {
	const { points, added } = view;
	const last = points.length + added.length + 1;
	const at = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), last) : 1;
	const point = points[at - 1] ?? null;
	const fresh = added[at - 1 - points.length];
	const proposed = point ? point.proposed : fresh ? [fresh] : [];
	return {
		...{ at, last, point, isWhole: at === last },
		/** A point that fell out changes nothing, so nothing is drawn as new. */
		pictures: point && !point.isLeftOut ? view.pictureOf(point.operation.id) : null,
		amendments: amendmentLines(open, table, proposed.slice(0, SHOWN_AMENDMENTS)),
		more: Math.max(0, proposed.length - SHOWN_AMENDMENTS),
		ballots: view.ballots.filter(({ subject, numbers }) => {
			if (at === last) return subject === 'whole';
			const own = point ? point.amendedBy : proposed.map(({ number }) => number);
			if (subject === 'amendments') return numbers.some((number) => own.includes(number));
			return subject === 'points' && numbers.some((number) => number === point?.number);
		}),
	};
}
