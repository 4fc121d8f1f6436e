import type { NamedVote, VoteChoice, VoteCounts, VoteTally, VotingRule } from '../review/index.ts';
import {
	countStructure,
	stagesInForce,
	type BeforeAfter,
	type PhaseFrame,
	type ProposalReport,
	type ScenarioLimits,
	type ScenarioRun,
	type StructureNumbers,
} from '../scenario/index.ts';
import type { Headcount, IsoDate } from '../shared/index.ts';
import { councilCounts, type CouncilUnit } from './council-counts.ts';
import { stagesOf, type Stage } from './stages.ts';
import { textChanges, type UnitText } from './text-changes.ts';
import { jobChanges, type JobChange } from './job-changes.ts';

/** The posts that hold from a day on, where the change takes effect in steps. */
export interface Phase {
	readonly on: IsoDate;
	/** Approved posts of the municipal administration from that day. */
	readonly administration: Headcount;
	/** Approved posts in other activities from that day. */
	readonly outside: Headcount;
}

/** What the council decided, with the vote by name. */
export interface PaperDecision {
	readonly number: string;
	readonly decidedOn: IsoDate;
	readonly outcome: string;
	/** The text of the decision as it was recorded. */
	readonly body: string;
	/** Places of the points that were not accepted. */
	readonly leftOut: readonly number[];
}

/** The vote of a session, by name. */
export interface PaperVote {
	readonly sessionOn: IsoDate;
	/** Everybody with the vote; empty where the votes were counted and not called by name. */
	readonly votes: readonly NamedVote[];
	readonly tally: VoteTally;
	readonly rule: VotingRule;
	/** How its record was corrected, in order. */
	readonly corrections: readonly VoteCorrection[];
	/** Votes before the last one on the whole, in their order, withdrawn ones too. */
	readonly earlier: readonly EarlierVote[];
}

/** A vote on points or on amendments, or one on the whole that was taken again. */
export interface EarlierVote extends Pick<PaperVote, 'votes' | 'tally' | 'corrections'> {
	readonly subject: 'points' | 'amendments' | 'whole';
	/** Places of the points, or numbers of the amendments; none of the whole. */
	readonly items: readonly number[];
	/** Taken back as recorded by mistake; null for a vote that stands. */
	readonly withdrawn: { readonly name: string; readonly at: string; readonly reason: string } | null;
}

/** What a correction of the record of a vote replaced, by whom and why. */
export interface VoteCorrection {
	readonly name: string;
	readonly at: string;
	readonly reason: string;
	readonly before: VoteCounts;
	readonly after: VoteCounts;
	/** Whose vote was written otherwise; null where one of the two records is without names. */
	readonly changed: readonly ChangedVote[] | null;
}

/** A councillor's vote before and after a correction. */
export interface ChangedVote {
	readonly name: string;
	readonly before: VoteChoice;
	readonly after: VoteChoice;
}

/** Everything that every paper of a proposal says, counted once from its frozen contents. */
export interface PaperFacts {
	readonly report: ProposalReport;
	readonly numbers: BeforeAfter<StructureNumbers>;
	/** Days on which something takes effect, in order; one for a change that takes effect at once. */
	readonly phases: readonly Phase[];
	/** The same days with the whole structure of each; empty for a change that takes effect at once. */
	readonly stages: readonly Stage[];
	/** Posts of the administration by units of the decision. */
	readonly units: readonly CouncilUnit[];
	/** Posts in other activities. */
	readonly other: readonly CouncilUnit[];
	/** What changes in the unit sections of the organisational rules. */
	readonly texts: readonly UnitText[];
	/** Posts whose job description is new or changes. */
	readonly jobs: readonly JobChange[];
}

/**
 * The one value from which all papers are made. Everything is counted from the two structures and the operations
 * between them, so that a number stands on every paper as it stands on the others.
 */
export function buildPaperFacts(
	report: ProposalReport,
	run: ScenarioRun,
	limits: ScenarioLimits,
): PaperFacts {
	const lines = councilCounts(run);
	const frame = { decisionDay: report.header.effectiveOn, limits };
	return {
		report,
		numbers: report.numbers,
		phases: phasesOf(run, frame),
		stages: stagesOf(run, frame),
		units: lines.filter(({ part }) => part !== 'outside'),
		other: lines.filter(({ part }) => part === 'outside'),
		texts: textChanges(report, run),
		jobs: jobChanges(report, run),
	};
}

/**
 * The posts that hold from each day of a change. Empty where its earlier steps rest on later ones: then nobody can say
 * what holds between. Example (Русе, 2008): 310 posts, of which operations from 1 July take 35 away, give 310 from the
 * day of the decision and 275 from 1 July.
 */
export function phasesOf(run: ScenarioRun, frame: PhaseFrame): readonly Phase[] {
	const stages = stagesInForce(run, frame);
	return (stages.ok ? stages.value : []).map(({ on, after }) => {
		const { administration, outside } = countStructure(after);
		return { on, administration, outside };
	});
}

/** A place where the facts do not add up; none in facts that were counted from one structure. */
export interface FactProblem {
	readonly code:
		'facts/parts' | 'facts/funding' | 'facts/units' | 'facts/other' | 'facts/phases' | 'facts/operations';
	readonly expected: number;
	readonly found: number;
}

/**
 * Whether parts, sources of funding, lines of the annexes, phases and operations add up to the totals of the decision.
 * Example (Балчик, 2008): 23 + 66 + 34 = 123 passes, 23 + 66 + 33 gives `facts/parts` 123 against 122.
 */
export function checkFacts(facts: PaperFacts): readonly FactProblem[] {
	const { numbers, units, other, phases, stages, report } = facts;
	const { after, before } = numbers;
	const add = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
	const last = phases.at(-1);
	const sums: readonly (readonly [FactProblem['code'], number, number])[] = [
		['facts/parts', after.administration + after.outside, add(Object.values(after.byPart))],
		['facts/funding', after.administration + after.outside, add(Object.values(after.byFunding))],
		['facts/units', after.administration, add(units.map((unit) => unit.posts.after))],
		['facts/units', before.administration, add(units.map((unit) => unit.posts.before))],
		['facts/other', after.outside, add(other.map((unit) => unit.posts.after))],
		['facts/phases', after.administration, last?.administration ?? after.administration],
		...stages.map((stage) => {
			const phase = phases.find(({ on }) => on === stage.on)?.administration ?? 0;
			return ['facts/phases', phase, add(stage.units.map((unit) => unit.posts.after))] as const;
		}),
		[
			'facts/operations',
			after.administration + after.outside - before.administration - before.outside,
			add(report.operations.map((operation) => operation.posts)),
		],
	];
	return sums
		.filter(([, expected, found]) => rounded(expected) !== rounded(found))
		.map(([code, expected, found]) => ({ code, expected: rounded(expected), found: rounded(found) }));
}

/** Halves and quarters of posts are exact; sums of tenths may not be. */
function rounded(value: number): number {
	return Math.round(value * 1e6) / 1e6;
}
