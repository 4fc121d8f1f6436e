import type { DecisionRecord } from '../queries/review.ts';
import {
	decidingBody,
	type DecidingBody,
	countStructure,
	countVerdicts,
	namesIn,
	runOnDay,
	structurePicture,
	summariseEffect,
	touchedPicture,
	type OperationSummary,
	type PhaseFrame,
	type StructurePicture,
} from '#lib/domain/scenario/index.ts';
import { phasesOf, type Phase } from '#lib/domain/publication/index.ts';
import { isAdoption } from '#lib/domain/review/index.ts';
import { adoptedRun } from './council-adopted.ts';
import { mayFile } from './council-amendment.ts';
import { ballotLines } from './council-vote-view.ts';
import { effectWithoutHiddenCost, proposalCostSight } from './post-costs.ts';
import { ruleData } from './scenario-view.ts';
import type { OpenProposal } from './proposal.ts';
import type { ReviewPage } from './review.ts';

/** People on occupied posts that an operation touches; a number, never who they are. */
interface PointPeople {
	readonly people: number;
	readonly pictures: StructurePicture | null;
}

/** One point of the decision: an operation with its effect, its findings and a small picture where units change. */
export type ReviewPoint = OperationSummary &
	PointPeople & {
		readonly number: number;
		/** The council adopted the proposal without this point. */
		readonly isLeftOut: boolean;
		/** Who decides on it by law. */
		readonly body: DecidingBody;
		readonly findings: ReviewPage['report']['operations'][number]['findings'];
	};

/** A proposal as the councillor reads it; everything comes from its frozen contents, nothing names a person. */
export function viewProposal(page: ReviewPage) {
	const { open, report, decision } = page;
	const { proposal, frozen } = open;
	const { snapshot } = frozen;
	const sees = proposalCostSight(open.actor, open.municipality);
	return {
		proposal,
		isIntact: frozen.isIntact,
		header: report.header,
		baseValidFrom: report.baseValidFrom,
		numbers: report.numbers,
		adopted: adoptedNumbers(page),
		phases: phaseNumbers(page),
		points: report.operations.map((operation, at): ReviewPoint => ({
			...effectWithoutHiddenCost(summariseEffect(operation), sees),
			...{ number: operation.number, findings: operation.findings },
			isLeftOut: decision?.leftOut.includes(operation.operation.id) ?? false,
			people: touchedPeople(operation),
			body: bodyOf(open, at),
			pictures: pictureOf(open, at),
		})),
		verdicts: countVerdicts(report.rules.map((rule) => rule.after)),
		brokenRules: report.rules.filter(({ after }) => after.verdict === 'failed').map(({ after }) => after),
		passing: report.passing,
		...{ comments: page.comments, events: page.events, steps: page.steps },
		...{ tally: page.tally, rule: page.rule, mayComment: page.mayComment },
		decision: decision && publicDecision(decision, page.versions),
		words: countWords(snapshot.operations.map((operation) => operation.motive)),
		ballots: ballotLines(open, page.table.ballots),
		amendments: page.table.amendments.length,
		mayAmend: mayFile(open),
		mayVote: open.sides.includes('council') && proposal.state === 'in-review',
	};
}

export type ProposalView = ReturnType<typeof viewProposal>;

/** Structures before and after on a day, for the page of the whole picture: as adopted, or as submitted. */
export function viewProposalChart({ open, decision }: ReviewPage, asked: string | null) {
	const adopted = decision && isAdoption(decision.outcome) ? decision : null;
	const whole = adopted ? adoptedRun(open, adopted) : open.frozen.run;
	// No version stands by it where what the decision made was taken back.
	const name = adopted && { number: adopted.number, versionId: adopted.resultingVersionId };
	const { run, day, days } = runOnDay(whole, daysFrame({ open, decision }), asked);
	return { chart: structurePicture(run), adopted: name, day, days };
}

/** The day that the council decided on; until then, and of an older decision, the one that was submitted. */
function daysFrame({ open, decision }: Pick<ReviewPage, 'open' | 'decision'>): PhaseFrame {
	const { header, limits } = open.frozen.snapshot;
	return { decisionDay: decision?.effectiveOn ?? header.effectiveOn, limits };
}

export function viewProposalRules({ frozen }: OpenProposal, asked: string | null) {
	const { parameters, powers, header, limits } = frozen.snapshot;
	return ruleData(frozen.run, { frame: { parameters, powers, asOf: header.effectiveOn }, limits }, asked);
}

/** What a refusal about a proposal is told with. */
export function proposalFrame({ frozen }: OpenProposal, mentioned: unknown) {
	const { run, snapshot } = frozen;
	return {
		names: namesIn([run.after, ...run.steps.map((step) => step.before)], mentioned),
		places: Object.fromEntries(snapshot.operations.map((operation) => [operation.id, operation.position])),
	};
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

function sameValue(left: unknown, right: unknown): boolean {
	return JSON.stringify(left) === JSON.stringify(right);
}

/** The structures before and after one step, where the step touches units. */
function pictureOf({ frozen }: OpenProposal, at: number): PointPeople['pictures'] {
	const step = frozen.run.steps[at];
	return step ? touchedPicture(structurePicture(step)) : null;
}

function bodyOf({ frozen }: OpenProposal, at: number): DecidingBody {
	const step = frozen.run.steps[at];
	return step ? decidingBody(step) : 'both';
}

/** Numbers of the structure that was adopted, where it is not the one that was submitted. */
function adoptedNumbers({ open, report, decision }: ReviewPage): ReviewPage['report']['numbers'] | null {
	if (!decision || decision.leftOut.length + decision.amendments.length === 0) return null;
	const run = adoptedRun(open, decision);
	return { before: report.numbers.before, after: countStructure(run.after) };
}

/** The numbers from each day on, as the text of the decision tells them; none where all takes effect at once. */
function phaseNumbers({ open, decision }: ReviewPage): readonly Phase[] {
	const run = decision ? adoptedRun(open, decision) : open.frozen.run;
	const phases = phasesOf(run, daysFrame({ open, decision }));
	return phases.length > 1 ? phases : [];
}

function publicDecision(
	{ number, decidedOn, outcome, body, amendments }: DecisionRecord,
	versions: ReviewPage['versions'],
) {
	return { number, decidedOn, outcome, body, versions, amendments };
}

function countWords(texts: readonly string[]): number {
	return texts.reduce((sum, text) => sum + text.split(/\s+/u).filter(Boolean).length, 0);
}
