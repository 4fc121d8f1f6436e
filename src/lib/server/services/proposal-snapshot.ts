import { createHash } from 'node:crypto';
import type { ParameterSet } from '#lib/domain/legal/index.ts';
import type { Power, Structure } from '#lib/domain/org/index.ts';
import {
	buildProposalReport,
	canonicalJson,
	runOperations,
	type FindingReference,
	type Operation,
	type ProposalReport,
	type ReportHeader,
	type ScenarioLimits,
	type ScenarioRun,
} from '#lib/domain/scenario/index.ts';
import { keepLast } from './kept.ts';
import type { CountedTraining } from './proposal-training.ts';

/** Everything a proposal rests on, frozen: later changes of data, parameters or findings do not reach it. */
export interface ProposalSnapshot {
	readonly format: 1;
	readonly header: Pick<
		ReportHeader,
		'title' | 'description' | 'mover' | 'legalGround' | 'effectiveOn' | 'number'
	>;
	readonly baseVersionHash: string | null;
	readonly baseline: Structure;
	readonly operations: readonly Operation[];
	readonly findings: readonly FindingReference[];
	readonly limits: ScenarioLimits;
	readonly parameters: ParameterSet;
	readonly powers: readonly Power[];
	/** The training that it called for on the day of submission; proposals from before this was frozen lack it. */
	readonly training?: CountedTraining;
}

/** The text to store, and the SHA-256 of exactly that text in hexadecimal. */
export function freeze(snapshot: ProposalSnapshot): { readonly text: string; readonly contentHash: string } {
	const text = canonicalJson(snapshot);
	return { text, contentHash: hashText(text) };
}

export interface FrozenProposal {
	readonly snapshot: ProposalSnapshot;
	readonly run: ScenarioRun;
	/** Everything the papers say; made once, because its contents never change. */
	readonly report: ProposalReport;
	/** Whether the stored text still has the hash that was written when it was submitted. */
	readonly isIntact: boolean;
}

const MAX_PROPOSALS = 8;
const keep = keepLast<Omit<FrozenProposal, 'isIntact'>>(MAX_PROPOSALS);

/** The frozen contents of a proposal with their run; counted once for each stored text. */
export function thaw(text: string, contentHash: string): FrozenProposal {
	const hash = hashText(text);
	return { ...keep(hash, () => read(text)), isIntact: hash === contentHash };
}

function read(text: string): Omit<FrozenProposal, 'isIntact'> {
	const snapshot = JSON.parse(text) as ProposalSnapshot;
	const run = runOperations(snapshot.baseline, snapshot.operations, snapshot.limits);
	if (!run.ok) throw new Error(`a submitted proposal does not apply: ${JSON.stringify(run.error)}`);
	return { snapshot, run: run.value, report: frozenReport(snapshot, run.value) };
}

/** The report of a frozen proposal, with its present state. */
export function reportOf(
	{ report }: FrozenProposal,
	present: { readonly state: string; readonly contentHash: string },
): ProposalReport {
	return { ...report, header: { ...report.header, ...present } };
}

function frozenReport(snapshot: ProposalSnapshot, run: ScenarioRun): ProposalReport {
	const { header, findings, parameters, powers, limits } = snapshot;
	return buildProposalReport({
		header: { ...header, state: null, contentHash: null },
		run,
		findings,
		frame: { parameters, powers, asOf: header.effectiveOn },
		limits,
	});
}

function hashText(text: string): string {
	return createHash('sha256').update(text, 'utf8').digest('hex');
}
