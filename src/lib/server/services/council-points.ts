import { isAdoption, pointOfAmendment, sameValue, type Amendment } from '#lib/domain/review/index.ts';
import {
	buildProposalReport,
	structurePicture,
	touchedPicture,
	type DecidingBody,
	type FindingReference,
	type Operation,
	type OperationSummary,
	type ProposalReport,
	type ScenarioRun,
	type StructurePicture,
} from '#lib/domain/scenario/index.ts';
import type { IsoDate, OperationId } from '#lib/domain/shared/index.ts';
import { standingRun } from './council-adopted.ts';
import { pointsOf } from './council-reading.ts';
import { keepLast } from './kept.ts';
import type { ReviewPage } from './review.ts';

/** One point as it stands: an operation with its effect, its findings and a small picture where units change. */
export type ReviewPoint = OperationSummary & {
	/** Place in the submitted list; null for a point that an amendment added. */
	readonly number: number | null;
	/** What was submitted, where the point stands otherwise. */
	readonly submitted: OperationSummary | null;
	/** The council did not accept it, or an amendment that it accepted took it out. */
	readonly isLeftOut: boolean;
	/** Numbers of the accepted amendments of this point. */
	readonly amendments: readonly number[];
	/** Who decides on it by law. */
	readonly body: DecidingBody;
	readonly findings: readonly FindingReference[];
	/** People on occupied posts that it touches; a number, never who they are. */
	readonly people: number;
	readonly pictures: StructurePicture | null;
};

/** What stands of a proposal: of the decision, before it of the votes so far; as submitted where they do not apply. */
export function standingOf({ open, table, decision }: ReviewPage): ScenarioRun {
	const standing = standingRun(open, table, decision);
	return standing.ok ? standing.value : open.frozen.run;
}

/** The day from which it takes effect: the one that the council decided on; until then, and of what it rejected, the submitted one. */
export function standingDay({ open, decision }: Pick<ReviewPage, 'open' | 'decision'>): IsoDate {
	const decided = decision && isAdoption(decision.outcome) ? decision.effectiveOn : null;
	return decided ?? open.frozen.snapshot.header.effectiveOn;
}

/** The report of what stands; that of the submission where neither the points nor their day were changed. */
export function standingReport(page: ReviewPage, run: ScenarioRun): ProposalReport {
	const { open, report } = page;
	const effectiveOn = standingDay(page);
	if (run === open.frozen.run && effectiveOn === report.header.effectiveOn) return report;
	const counted = reportsOf(run)(effectiveOn, () => {
		const { findings, parameters, powers, limits } = open.frozen.snapshot;
		const frame = { parameters, powers, asOf: effectiveOn };
		return buildProposalReport({ header: { ...report.header, effectiveOn }, run, findings, frame, limits });
	});
	return { ...counted, header: { ...report.header, effectiveOn } };
}

const MOST_DAYS = 2;
const reports = new WeakMap<ScenarioRun, ReturnType<typeof keepLast<ProposalReport>>>();

/** Reports of one run by the day of effect; all but their header never changes. */
function reportsOf(run: ScenarioRun): ReturnType<typeof keepLast<ProposalReport>> {
	const known = reports.get(run) ?? keepLast<ProposalReport>(MOST_DAYS);
	reports.set(run, known);
	return known;
}

/** The points as they stand, in the submitted order; those that fell out keep their place, those added come last. */
export function reviewPoints({ open, table }: ReviewPage, run: ScenarioRun): readonly ReviewPoint[] {
	const findings = new Map(open.frozen.snapshot.findings.map((finding) => [finding.id, finding]));
	const pictureOf = pointPictures(open, run);
	const accepted = run === open.frozen.run ? [] : table.accepted;
	return pointsOf(open, run).flatMap(({ id, number, before, after, body }) => {
		const summary = after ?? before;
		if (!summary) return [];
		return {
			...summary,
			...{ number, body, isLeftOut: after === null, people: touchedPeople(summary) },
			submitted: before && after && !isSame(before.operation, after.operation) ? before : null,
			amendments: amendmentsOfPoint(accepted, id).map((one) => one.number),
			findings: summary.operation.findingIds.flatMap((finding) => findings.get(finding) ?? []),
			pictures: pictureOf(id),
		};
	});
}

/** The amendments that are about a point, also the one that added it. */
export function amendmentsOfPoint<One extends Amendment>(
	amendments: readonly One[],
	id: OperationId,
): readonly One[] {
	return amendments.filter(({ body }) => pointOfAmendment(body) === id);
}

/** The small pictures of what each point changes: as it stands, of one that fell out as it was submitted. */
export function pointPictures(
	{ frozen }: Pick<ReviewPage['open'], 'frozen'>,
	run: ScenarioRun,
): (id: OperationId) => StructurePicture | null {
	const steps = new Map([...frozen.run.steps, ...run.steps].map((step) => [step.operation.id, step]));
	return (id) => {
		const step = steps.get(id);
		return step ? touchedPicture(structurePicture(step), step.operation) : null;
	};
}

/** Whether two readings of a point say the same, wherever they stand in their lists. */
function isSame(one: Operation, other: Operation): boolean {
	return sameValue({ ...one, position: 0 }, { ...other, position: 0 });
}

/** Occupied posts that the step closes, cuts or changes in kind; closing a vacant post touches nobody. */
function touchedPeople({ diff }: OperationSummary): number {
	const closed = diff.posts.closed.reduce((sum, post) => sum + post.occupied, 0);
	return diff.posts.changed.reduce((sum, { before, after }) => {
		const isOnlyNumber = STAYING.every((field) => sameValue(before[field], after[field]));
		return sum + (isOnlyNumber ? Math.max(0, before.occupied - after.occupied) : before.occupied);
	}, closed);
}

/** What stays the same for whoever holds the post when only the number of posts or their cost changes. */
const STAYING = ['unitKey', 'title', 'category', 'relation', 'funding', 'isHead'] as const;
