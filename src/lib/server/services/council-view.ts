import type { DecisionRecord } from '../queries/review.ts';
import {
	countVerdicts,
	namesIn,
	runOnDay,
	structurePicture,
	type PhaseFrame,
	type ScenarioRun,
} from '#lib/domain/scenario/index.ts';
import { phasesOf, type Phase } from '#lib/domain/publication/index.ts';
import { isAdoption } from '#lib/domain/review/index.ts';
import { adoptedRun } from './council-adopted.ts';
import { reviewPoints, standingDay, standingOf, standingReport } from './council-points.ts';
import { mayFile } from './council-amendment.ts';
import { everyBallotLine } from './council-vote-view.ts';
import { ruleData } from './scenario-view.ts';
import type { OpenProposal } from './proposal.ts';
import type { ReviewPage } from './review.ts';

/** A proposal as the councillor reads it; everything comes from its frozen contents, nothing names a person. */
export function viewProposal(page: ReviewPage) {
	const { open, report, decision } = page;
	const { proposal, frozen } = open;
	const { snapshot } = frozen;
	const run = standingOf(page);
	const standing = standingReport(page, run);
	return {
		proposal,
		isIntact: frozen.isIntact,
		header: report.header,
		baseValidFrom: report.baseValidFrom,
		numbers: report.numbers,
		/** Of what stands, where it is not what was submitted. */
		adopted: run === frozen.run ? null : { before: report.numbers.before, after: standing.numbers.after },
		/** The day from which what stands takes effect. */
		effectiveOn: standingDay(page),
		phases: phaseNumbers(page, run),
		points: reviewPoints(page, run),
		verdicts: countVerdicts(standing.rules.map((rule) => rule.after)),
		brokenRules: standing.rules.filter(({ after }) => after.verdict === 'failed').map(({ after }) => after),
		passing: standing.passing,
		...{ comments: page.comments, events: page.events, steps: page.steps },
		...{ tally: page.tally, rule: page.rule, mayComment: page.mayComment },
		decision: decision && publicDecision(decision, page.versions),
		words: countWords(snapshot.operations.map((operation) => operation.motive)),
		ballots: everyBallotLine(open, page.table),
		amendments: page.table.amendments.length,
		mayAmend: mayFile(open),
		mayVote: open.sides.includes('council') && proposal.state === 'in-review',
	};
}

export type ProposalView = ReturnType<typeof viewProposal>;

/** Structures before and after on a day, for the page of the whole picture: as adopted, or as submitted. */
export function viewProposalChart(page: ReviewPage, asked: string | null) {
	const { open, decision } = page;
	const adopted = decision && isAdoption(decision.outcome) ? decision : null;
	const whole = adopted ? adoptedRun(open, adopted) : open.frozen.run;
	// No version stands by it where what the decision made was taken back.
	const name = adopted && { number: adopted.number, versionId: adopted.resultingVersionId };
	const { run, day, days } = runOnDay(whole, daysFrame(page), asked);
	return { chart: structurePicture(run), adopted: name, day, days };
}

function daysFrame(page: ReviewPage): PhaseFrame {
	return { decisionDay: standingDay(page), limits: page.open.frozen.snapshot.limits };
}

/** The rules of what stands on one of its days, as the page of the proposal counts them. */
export function viewProposalRules(page: ReviewPage, asked: string | null) {
	const { parameters, powers, limits } = page.open.frozen.snapshot;
	const frame = { parameters, powers, asOf: standingDay(page) };
	return ruleData(standingOf(page), { frame, limits }, asked);
}

/** What a refusal about a proposal is told with. */
export function proposalFrame({ frozen }: OpenProposal, mentioned: unknown) {
	const { run, snapshot } = frozen;
	return {
		names: namesIn([run.after, ...run.steps.map((step) => step.before)], mentioned),
		places: Object.fromEntries(snapshot.operations.map((operation) => [operation.id, operation.position])),
	};
}

/** The numbers of what stands from each day on; none where all takes effect at once. */
function phaseNumbers(page: ReviewPage, run: ScenarioRun): readonly Phase[] {
	const phases = phasesOf(run, daysFrame(page));
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
