import type { AdminFunction, Structure } from '../org/index.ts';
import type { FunctionKey, OperationId, UnitKey } from '../shared/index.ts';
import { holders } from './diff.ts';
import type { ScenarioRun } from './run.ts';

export const FUNCTION_OUTCOMES = ['kept', 'transferred', 'merged', 'split', 'dropped', 'created'] as const;
/** What became of a function: запазена, прехвърлена, обединена, разделена, отпаднала, нова. */
export type FunctionOutcome = (typeof FUNCTION_OUTCOMES)[number];

/** One line of the ledger: a function that stands on either side, or came and went within the scenario. */
export interface LedgerRow {
	readonly functionKey: FunctionKey;
	/** The wording before, or the first wording of a new one. */
	readonly text: AdminFunction['text'];
	readonly outcome: FunctionOutcome;
	readonly isReworded: boolean;
	readonly from: readonly UnitKey[];
	readonly to: readonly UnitKey[];
	/** Functions into which it was merged or divided. */
	readonly into: readonly FunctionKey[];
	/** Of a function made by a division: the function it comes from. */
	readonly comesFrom: FunctionKey | null;
	/** Of a dropped one: why no legal duty remains; empty when nobody said. */
	readonly legalReason: string;
	/** The operation that decided the outcome; null for what nobody touched. */
	readonly operationId: OperationId | null;
}

export interface LedgerSums {
	/** Functions before. */
	readonly opening: number;
	readonly kept: number;
	readonly transferred: number;
	readonly merged: number;
	readonly split: number;
	readonly dropped: number;
	/** New functions: created ones and the parts of divided ones. */
	readonly created: number;
	/** Of the new ones, those that went out again within the scenario. */
	readonly createdAndClosed: number;
	/** Functions after. */
	readonly closing: number;
	/** opening − (kept + transferred + merged + split + dropped); 0 in a ledger that closes. */
	readonly openingCheck: number;
	/** closing − (kept + transferred + created − createdAndClosed); 0 in a ledger that closes. */
	readonly closingCheck: number;
}

/** Why a scenario may not be submitted. */
export type LedgerBlock =
	| { readonly code: 'ledger/unplaced'; readonly functionKey: FunctionKey; readonly wasUnplaced: boolean }
	| { readonly code: 'ledger/drop-without-reason'; readonly functionKey: FunctionKey }
	| {
			readonly code: 'ledger/holder-without-posts';
			readonly functionKey: FunctionKey;
			readonly unitKey: UnitKey;
	  }
	| { readonly code: 'ledger/does-not-close'; readonly openingCheck: number; readonly closingCheck: number };

export interface FunctionLedger {
	readonly rows: readonly LedgerRow[];
	readonly sums: LedgerSums;
	/** Empty when the scenario may be submitted. */
	readonly blocks: readonly LedgerBlock[];
}

/**
 * The ledger of functions („Никоя функция не се губи“, N14): every function before is kept, transferred, merged,
 * divided or dropped for a legal reason; every function after is one of those or new.
 * Example: 5 functions, one transferred, one divided in two, one dropped, one created:
 * opening 5 = 2 kept + 1 transferred + 0 merged + 1 split + 1 dropped; closing 6 = 2 + 1 + (2 parts + 1 new).
 */
export function buildLedger(run: ScenarioRun): FunctionLedger {
	const rows = [...openingRows(run), ...newRows(run)];
	const sums = sumLedger(run, rows);
	return {
		rows,
		sums,
		blocks: [...balanceBlocks(sums), ...dropBlocks(run, rows), ...holderBlocks(run, rows)],
	};
}

function openingRows({ before, after, trace, steps }: ScenarioRun): readonly LedgerRow[] {
	const [old, fresh] = [holders(before), holders(after)];
	const stays = new Map(after.functions.map((fn) => [fn.key, fn]));
	return before.functions.map((fn): LedgerRow => {
		const from = old.get(fn.key) ?? [];
		const now = stays.get(fn.key);
		const base = { functionKey: fn.key, text: fn.text, from, comesFrom: null };
		if (!now) return { ...base, ...goneBy(trace, fn.key), isReworded: false, to: [] };
		const to = fresh.get(fn.key) ?? [];
		const isMoved = from.join(' ') !== to.join(' ');
		return {
			...base,
			to,
			outcome: isMoved ? 'transferred' : 'kept',
			isReworded: now.text.bg !== fn.text.bg || JSON.stringify(now.bases) !== JSON.stringify(fn.bases),
			into: [],
			legalReason: '',
			operationId: isMoved ? movedBy(steps, fn.key) : null,
		};
	});
}

/** The last operation after which other units answer for the function. */
function movedBy(steps: ScenarioRun['steps'], key: FunctionKey): OperationId | null {
	const moved = steps.findLast(
		(step) =>
			step.before.participations !== step.after.participations &&
			(holders(step.before).get(key) ?? []).join(' ') !== (holders(step.after).get(key) ?? []).join(' '),
	);
	return moved?.operation.id ?? null;
}

/** A function that left without a recorded fate shows as dropped without a reason, and so blocks. */
function goneBy(trace: ScenarioRun['trace'], key: FunctionKey) {
	const fate = trace.fates.get(key);
	const operationId = fate?.operationId ?? null;
	if (fate?.kind === 'merged')
		return { outcome: 'merged', into: [fate.into], legalReason: '', operationId } as const;
	if (fate?.kind === 'split')
		return { outcome: 'split', into: fate.into, legalReason: '', operationId } as const;
	return { outcome: 'dropped', into: [], legalReason: fate?.legalReason ?? '', operationId } as const;
}

/** New functions by the step that made them, also those that went out again. */
function newRows({ before, after, steps, trace }: ScenarioRun): readonly LedgerRow[] {
	const known = new Set(before.functions.map((fn) => fn.key));
	const fresh = holders(after);
	const rows: LedgerRow[] = [];
	for (const step of steps) {
		if (step.after.functions === step.before.functions) continue;
		for (const fn of step.after.functions) {
			if (known.has(fn.key)) continue;
			known.add(fn.key);
			const fate = trace.fates.get(fn.key);
			const gone = fate ? goneBy(trace, fn.key) : null;
			rows.push({
				functionKey: fn.key,
				text: fn.text,
				outcome: 'created',
				isReworded: false,
				from: [],
				to: fresh.get(fn.key) ?? [],
				into: gone?.into ?? [],
				comesFrom: trace.functionOrigins.get(fn.key) ?? null,
				legalReason: gone?.legalReason ?? '',
				operationId: step.operation.id,
			});
		}
	}
	return rows;
}

function sumLedger({ before, after, trace }: ScenarioRun, rows: readonly LedgerRow[]): LedgerSums {
	const count = (outcome: FunctionOutcome) => rows.filter((row) => row.outcome === outcome).length;
	const [kept, transferred, merged] = [count('kept'), count('transferred'), count('merged')];
	const [split, dropped, created] = [count('split'), count('dropped'), count('created')];
	const createdAndClosed = rows.filter(
		(row) => row.outcome === 'created' && trace.fates.has(row.functionKey),
	).length;
	const [opening, closing] = [before.functions.length, after.functions.length];
	return {
		...{ opening, kept, transferred, merged, split, dropped, created, createdAndClosed, closing },
		openingCheck: opening - (kept + transferred + merged + split + dropped),
		closingCheck: closing - (kept + transferred + created - createdAndClosed),
	};
}

function balanceBlocks({ openingCheck, closingCheck }: LedgerSums): readonly LedgerBlock[] {
	return openingCheck === 0 && closingCheck === 0
		? []
		: [{ code: 'ledger/does-not-close', openingCheck, closingCheck }];
}

/** A function of the baseline, or a part of one, may end only for a legal reason. */
function dropBlocks({ trace }: ScenarioRun, rows: readonly LedgerRow[]): readonly LedgerBlock[] {
	return rows
		.filter((row) => {
			const wasPart = row.comesFrom !== null && trace.fates.get(row.functionKey)?.kind === 'dropped';
			return (row.outcome === 'dropped' || wasPart) && row.legalReason === '';
		})
		.map((row) => ({ code: 'ledger/drop-without-reason', functionKey: row.functionKey }));
}

/** Every function after has an answering unit that is open and, where the holder is new, has posts. */
function holderBlocks({ before, after }: ScenarioRun, rows: readonly LedgerRow[]): readonly LedgerBlock[] {
	const [old, fresh] = [holders(before), holders(after)];
	const staffed = staffedUnits(after);
	const changed = new Set(
		rows
			.filter((row) => row.outcome === 'transferred' || row.outcome === 'created')
			.map((row) => row.functionKey),
	);
	return after.functions.flatMap((fn): readonly LedgerBlock[] => {
		const units = fresh.get(fn.key) ?? [];
		const wasUnplaced = before.functions.includes(fn) && (old.get(fn.key) ?? []).length === 0;
		if (units.length === 0) return [{ code: 'ledger/unplaced', functionKey: fn.key, wasUnplaced }];
		if (!changed.has(fn.key)) return [];
		return units
			.filter((unitKey) => !staffed.has(unitKey))
			.map((unitKey) => ({ code: 'ledger/holder-without-posts', functionKey: fn.key, unitKey }));
	});
}

/** Units with posts of their own or below them. */
function staffedUnits(structure: Structure): ReadonlySet<UnitKey> {
	const parents = new Map(structure.units.map((unit) => [unit.key, unit.parentKey]));
	const staffed = new Set<UnitKey>();
	for (const post of structure.posts) {
		for (
			let key: UnitKey | null = post.unitKey;
			key !== null && !staffed.has(key);
			key = parents.get(key) ?? null
		)
			if (post.approved > 0) staffed.add(key);
			else break;
	}
	return staffed;
}
