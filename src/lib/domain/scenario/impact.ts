import type { Post, Structure } from '../org/index.ts';
import { headcount, type Headcount, type PostKey, type UnitKey } from '../shared/index.ts';
import {
	delegatedTransfer,
	transferDrivers,
	transferStandard,
	type DelegatedTransfer,
} from './delegated-transfer.ts';
import { countDiff, diffStructures, type Changed, type StructureDiff } from './diff.ts';
import { buildLedger, type FunctionLedger } from './ledger.ts';
import { countStructure, ownHeadcounts, type StructureNumbers } from './numbers.ts';
import type { ScenarioRun } from './run.ts';
import { compareRules, type RuleFrame } from './rules-in-time.ts';
import type { RuleComparison } from './rules/index.ts';
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
	/** People whose line changed otherwise: title, category, relation, funding, cost, one code of НКПД-2011 for another. */
	readonly changed: Headcount;
	readonly postKeys: readonly PostKey[];
}

/** What the change does to the delegated amount for the administration, by the last standard that is known. */
export interface TransferEffect extends BeforeAfter<DelegatedTransfer> {
	readonly year: number;
	readonly citation: string;
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

/**
 * Effects of a scenario that applies: headcount by part and funding, yearly cost, units, layers, spans, functions
 * touched, people touched, transfer matrix, ledger, rules of law. Workload and overlaps are counted by their modules
 * from the same two structures.
 */
export function computeImpact(run: ScenarioRun, frame: RuleFrame): ScenarioImpact {
	const { before, after } = run;
	const diff = diffStructures(before, after);
	const ledger = buildLedger(run);
	return {
		diff,
		numbers: { before: countStructure(before), after: countStructure(after) },
		units: compareUnits(before, after),
		matrix: transferMatrix(run),
		ledger,
		people: touchedPeople(diff, run.trace),
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

/**
 * Approved posts of each unit by itself, without those below it, before and after; units whose number stays are left
 * out.
 */
export function compareUnits(before: Structure, after: Structure): readonly UnitHeadcountChange[] {
	const [old, fresh] = [ownHeadcounts(before), ownHeadcounts(after)];
	const keys = [...new Set([...before.units, ...after.units].map((unit) => unit.key))];
	return keys.flatMap((unitKey) => {
		const [was, is] = [old.get(unitKey) ?? headcount(0), fresh.get(unitKey) ?? headcount(0)];
		return was === is ? [] : [{ unitKey, before: was, after: is }];
	});
}

/**
 * A part of a line counts by where it stands: elsewhere it is moved, in the same unit it stays and counts as changed
 * only where its terms are others. What neither stays nor moves is cut; a line that moved and changed counts as moved.
 * Example: 2 people, one of them on a part of the same unit with another funding → moved 0, changed 1.
 */
function touchedPeople(diff: StructureDiff, { postOrigins }: ScenarioRun['trace']): PeopleTouched {
	let [cut, moved, changed] = [0, 0, 0];
	const postKeys: PostKey[] = [];
	const parts = Map.groupBy(diff.posts.created, ({ key }) => rootOf(key, postOrigins));
	const lines = [
		...diff.posts.closed.map((before) => ({ before, after: null, isMoved: false })),
		...diff.posts.changed.filter((change) => !isOnlyCoded(change)),
	];
	for (const { before, after, isMoved } of lines) {
		let lost = Math.max(0, before.occupied - (after?.occupied ?? 0));
		const own = parts.get(before.key) ?? [];
		for (const part of own) {
			const people = Math.min(lost, part.occupied);
			lost -= people;
			if (part.unitKey !== before.unitKey) moved += people;
			else if (hasOtherTerms(before, part)) changed += people;
		}
		cut += lost;
		if (after && isMoved) moved += after.occupied;
		else if (after && (own.length === 0 || hasOtherTerms(before, after))) changed += after.occupied;
		if (before.occupied > 0) postKeys.push(before.key);
	}
	return { cut: headcount(cut), moved: headcount(moved), changed: headcount(changed), postKeys };
}

/** The line from which a part comes, also through parts of parts. */
function rootOf(key: PostKey, origins: ReadonlyMap<PostKey, PostKey>): PostKey {
	const origin = origins.get(key);
	return origin === undefined ? key : rootOf(origin, origins);
}

/** A code that is entered or taken off says what the post was called all along; nobody is touched by it. */
function isOnlyCoded({ fields }: Changed<Post>): boolean {
	return fields.every(
		({ field, before, after }) => field === 'occupation' && (before === null || after === null),
	);
}

const TERMS = ['category', 'relation', 'funding', 'annualCost', 'isHead'] as const;

function hasOtherTerms(before: Post, after: Post): boolean {
	if (before.title.bg !== after.title.bg || TERMS.some((term) => before[term] !== after[term])) return true;
	return isOtherOccupation(before, after);
}

/** One code instead of another is another post. */
function isOtherOccupation(before: Post, after: Post): boolean {
	return before.occupation !== undefined && before.occupation !== (after.occupation ?? before.occupation);
}

function compareTransfers({ before, after }: ScenarioRun, { parameters }: RuleFrame): TransferEffect | null {
	const standard = transferStandard(parameters);
	if (!standard) return null;
	const [was, is] = [before, after].map((side) => delegatedTransfer(transferDrivers(side), standard));
	const citation = standard.parameters[0]?.citation ?? '';
	return was && is ? { year: standard.year, citation, before: was, after: is } : null;
}
