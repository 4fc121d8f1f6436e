import type { Structure } from '../org/index.ts';
import type { FunctionKey, IsoDate, UnitKey } from '../shared/index.ts';
import { holders } from './diff.ts';
import { buildLedger, type LedgerBlock } from './ledger.ts';
import { phaseDays, phaseRuns, type PhaseFrame } from './phases.ts';
import { unplacedUnits } from './placing.ts';
import type { OperationRefusal } from './refusal.ts';
import { runOperations, type ScenarioRun } from './run.ts';

/** Why a structure may not stand: a unit that waits for a place, or what the ledger of functions says. */
export type StructureBlock =
	{ readonly code: 'scenario/unit-waiting'; readonly unitKey: UnitKey } | LedgerBlock;

/** The structure between two days of effect does not stand, although the one at the end does. */
export interface PhaseBlock {
	readonly code: 'scenario/phase';
	readonly startsOn: IsoDate;
	readonly problem: StructureBlock | OperationRefusal;
}

/** Why a scenario may not be submitted. */
export type SubmissionBlock = StructureBlock | PhaseBlock;

/**
 * Everything that has to be put right before a scenario is submitted: units, then functions, then the days before the
 * last one; empty when it may be.
 * Example: a directorate moved with its two departments left „без място“ → two blocks, one for each department.
 */
export function submissionBlocks(run: ScenarioRun, frame: PhaseFrame): readonly SubmissionBlock[] {
	return [...structureBlocks(run), ...phaseBlocks(run, frame)];
}

/** What the council may not adopt, and what would stay as it is in force already. */
export interface AdoptionBlocks {
	readonly blocks: readonly SubmissionBlock[];
	/** Gaps that were there before: a remark, no obstacle. */
	readonly standing: readonly StructureBlock[];
}

/**
 * As {@link submissionBlocks}, for what the council made of the proposal: a gap that the structure in force has already
 * stays a gap when its point was rejected, and does not stop the rest.
 * Example: point 1 gives function F, without an owner today, to a unit; rejected, the rest is adopted and F is `standing`.
 */
export function adoptionBlocks(run: ScenarioRun, frame: PhaseFrame): AdoptionBlocks {
	const inForce = runOperations(run.before, [], frame.limits);
	const known = new Set(inForce.ok ? structureBlocks(inForce.value).map(blockKey) : []);
	const all = structureBlocks(run);
	return {
		blocks: [...all.filter((block) => !known.has(blockKey(block))), ...phaseBlocks(run, frame)],
		standing: all.filter((block) => known.has(blockKey(block))),
	};
}

function blockKey(block: StructureBlock): string {
	const keys = [
		'functionKey' in block ? block.functionKey : '',
		'unitKey' in block ? block.unitKey : '',
		'openingCheck' in block ? block.openingCheck : '',
	];
	return [block.code, ...keys].join(' ');
}

/**
 * What does not stand between two days of effect. A function that nobody answered for before the scenario may wait for a
 * later day. Example: a department is created on 1 July and gets its first unit on 1 March → one block of 1 March.
 */
export function phaseBlocks(run: ScenarioRun, frame: PhaseFrame): readonly PhaseBlock[] {
	const operations = run.steps.map(({ operation }) => operation);
	if (phaseDays(operations, frame.decisionDay).length < 2) return [];
	return phaseRuns(run.before, operations, frame)
		.slice(0, -1)
		.flatMap(({ startsOn, result }) =>
			(result.ok ? newBlocks(result.value) : [result.error]).map((problem) => ({
				...{ code: 'scenario/phase' as const, startsOn, problem },
			})),
		);
}

function newBlocks(run: ScenarioRun): readonly StructureBlock[] {
	return structureBlocks(run).filter((block) => block.code !== 'ledger/unplaced' || !block.wasUnplaced);
}

function structureBlocks(run: ScenarioRun): readonly StructureBlock[] {
	const waiting = unplacedUnits(run).map(({ key }): StructureBlock => ({
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
