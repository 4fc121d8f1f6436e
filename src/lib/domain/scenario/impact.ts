import type { Structure } from '../org/index.ts';
import { headcount, type Headcount, type PostKey, type UnitKey } from '../shared/index.ts';
import {
	delegatedTransfer,
	transferDrivers,
	transferStandard,
	type DelegatedTransfer,
} from './delegated-transfer.ts';
import { countDiff, diffStructures, type StructureDiff } from './diff.ts';
import { buildLedger, type FunctionLedger } from './ledger.ts';
import { countStructure, ownHeadcounts, type StructureNumbers } from './numbers.ts';
import type { ScenarioRun } from './run.ts';
import { checkRules, type RuleContext, type RuleVerdict } from './rules/index.ts';
import { transferMatrix, type TransferMatrix } from './transfer-matrix.ts';

export interface BeforeAfter<Value> {
	readonly before: Value;
	readonly after: Value;
}

/** Own posts of a unit on both sides; 0 where it does not stand. */
export interface UnitHeadcountChange extends BeforeAfter<Headcount> {
	readonly unitKey: UnitKey;
}

/** Occupied posts on which an operation falls: the people behind them are seen by HR alone. */
export interface PeopleTouched {
	/** People on lines that closed or shrank below what was occupied. */
	readonly cut: Headcount;
	/** People whose line went to another unit. */
	readonly moved: Headcount;
	/** People whose line changed otherwise: title, category, relation, funding, cost. */
	readonly changed: Headcount;
	readonly postKeys: readonly PostKey[];
}

/** What the change does to the delegated amount for the administration, by the last standard that is known. */
export interface TransferEffect extends BeforeAfter<DelegatedTransfer> {
	readonly year: number;
	readonly citation: string;
}

export interface RuleComparison {
	readonly before: RuleVerdict;
	readonly after: RuleVerdict;
}

/** Everything that a scenario changes, counted from the two structures and the trace of its operations. */
export interface ScenarioImpact {
	readonly diff: StructureDiff;
	readonly numbers: BeforeAfter<StructureNumbers>;
	/** Units whose own posts differ, in the order of the structures. */
	readonly units: readonly UnitHeadcountChange[];
	readonly matrix: TransferMatrix;
	readonly ledger: FunctionLedger;
	readonly people: PeopleTouched;
	/** Functions that changed hands, were merged, divided, dropped, created or reworded. */
	readonly functionsTouched: number;
	/** Null while the residents or the standard are unknown. */
	readonly transfer: TransferEffect | null;
	/** Rules on both sides, in the order of the catalogue. */
	readonly rules: readonly RuleComparison[];
}

/** What the rules read besides the structures. */
export type ImpactFrame = Pick<RuleContext, 'parameters' | 'asOf' | 'powers'> & {
	/** The day on which the structure before is judged; the day of the scenario when absent. */
	readonly asOfBefore?: RuleContext['asOf'];
};

/**
 * Effects of a scenario that applies: headcount by part and funding, yearly cost, units, layers, spans, functions
 * touched, people touched, transfer matrix, ledger, rules of law. Workload and overlaps are counted by their modules
 * from the same two structures.
 */
export function computeImpact(run: ScenarioRun, frame: ImpactFrame): ScenarioImpact {
	const { before, after } = run;
	const diff = diffStructures(before, after);
	const ledger = buildLedger(run);
	return {
		diff,
		numbers: { before: countStructure(before), after: countStructure(after) },
		units: compareUnits(before, after),
		matrix: transferMatrix(run),
		ledger,
		people: touchedPeople(diff),
		functionsTouched: ledger.rows.filter((row) => row.outcome !== 'kept' || row.isReworded).length,
		transfer: compareTransfers(run, frame),
		rules: compareRules(run, frame),
	};
}

/** How many units, posts and functions a scenario touches. */
export function countTouched(diff: StructureDiff): {
	readonly units: number;
	readonly posts: number;
	readonly functions: number;
} {
	const moved = new Set(diff.functionMovements.map((movement) => movement.functionKey));
	for (const change of diff.functions.changed) moved.add(change.after.key);
	return {
		units: countDiff(diff.units),
		posts: countDiff(diff.posts),
		functions: diff.functions.created.length + diff.functions.closed.length + moved.size,
	};
}

export function compareUnits(before: Structure, after: Structure): readonly UnitHeadcountChange[] {
	const [old, fresh] = [ownHeadcounts(before), ownHeadcounts(after)];
	const keys = [...new Set([...before.units, ...after.units].map((unit) => unit.key))];
	return keys.flatMap((unitKey) => {
		const [was, is] = [old.get(unitKey) ?? headcount(0), fresh.get(unitKey) ?? headcount(0)];
		return was === is ? [] : [{ unitKey, before: was, after: is }];
	});
}

/** Closed lines count whole; a line that moved and changed counts as moved. */
function touchedPeople(diff: StructureDiff): PeopleTouched {
	let [cut, moved, changed] = [0, 0, 0];
	const postKeys: PostKey[] = [];
	for (const post of diff.posts.closed) {
		cut += post.occupied;
		if (post.occupied > 0) postKeys.push(post.key);
	}
	const taken = occupiedOfNewLines(diff);
	for (const { before, after, isMoved } of diff.posts.changed) {
		const lost = Math.max(0, before.occupied - after.occupied);
		const elsewhere = Math.min(lost, taken.left);
		taken.left -= elsewhere;
		cut += lost - elsewhere;
		moved += elsewhere + (isMoved ? after.occupied : 0);
		changed += isMoved || elsewhere > 0 ? 0 : after.occupied;
		if (before.occupied > 0) postKeys.push(before.key);
	}
	return { cut: headcount(cut), moved: headcount(moved), changed: headcount(changed), postKeys };
}

/** People on new lines: they came with a part of an old line. */
function occupiedOfNewLines(diff: StructureDiff): { left: number } {
	return { left: diff.posts.created.reduce((sum, post) => sum + post.occupied, 0) };
}

function compareTransfers(
	{ before, after }: ScenarioRun,
	{ parameters }: ImpactFrame,
): TransferEffect | null {
	const standard = transferStandard(parameters);
	if (!standard) return null;
	const [was, is] = [before, after].map((side) => delegatedTransfer(transferDrivers(side), standard));
	const citation = standard.parameters[0]?.citation ?? '';
	return was && is ? { year: standard.year, citation, before: was, after: is } : null;
}

function compareRules(run: ScenarioRun, frame: ImpactFrame): readonly RuleComparison[] {
	const before = checkRules({
		...frame,
		asOf: frame.asOfBefore ?? frame.asOf,
		structure: run.before,
		base: run.before,
	});
	const after = checkRules({ ...frame, structure: run.after, base: run.before });
	return before.flatMap((verdict, at) => {
		const now = after[at];
		return now ? [{ before: verdict, after: now }] : [];
	});
}
