import { CALENDAR_YEARS } from '../legal/index.ts';
import { share, yearOf, type FunctionKey, type IsoDate, type Share } from '../shared/index.ts';

export const DAY_WORK_KINDS = ['productive', 'preparatory', 'rest', 'idle'] as const;
/** Work itself, getting ready for it, rest by the norm, or time without work. */
export type DayWorkKind = (typeof DAY_WORK_KINDS)[number];

/** One row of the photo of a working day; times are minutes since midnight. */
export interface DayEntry {
	readonly starts: number;
	readonly ends: number;
	readonly activity: string;
	/** The function that the work serves; null where it serves none. */
	readonly functionKey: FunctionKey | null;
	readonly kind: DayWorkKind;
	readonly isPlanned: boolean;
	readonly isInterruption: boolean;
}

export type DayIssue =
	| { readonly code: 'workload/day-overlap'; readonly from: number; readonly to: number }
	| { readonly code: 'workload/day-gap'; readonly from: number; readonly to: number }
	/** The rows are longer or shorter than the working day by more than the tolerance, minutes. */
	| { readonly code: 'workload/day-sum'; readonly minutes: number; readonly shift: number };

/**
 * What is wrong with the photo of a day, in the order of time: rows over each other, gaps between them, and a sum that
 * misses the working day by more than `tolerance` minutes (on the bound it does not).
 * Example: 8:00–9:00 and 8:30–10:00 lie over each other from 8:30 to 9:00. Source: methodology §3.7.
 */
export function checkWorkDay(
	entries: readonly DayEntry[],
	{ shift, tolerance }: { readonly shift: number; readonly tolerance: number },
): readonly DayIssue[] {
	const ordered = inOrder(entries);
	const issues: DayIssue[] = [];
	let reached: number | null = null;
	for (const { starts, ends } of ordered) {
		if (reached !== null && starts < reached)
			issues.push({ code: 'workload/day-overlap', from: starts, to: Math.min(reached, ends) });
		if (reached !== null && starts > reached)
			issues.push({ code: 'workload/day-gap', from: reached, to: starts });
		reached = Math.max(reached ?? 0, ends);
	}
	if (entries.length > 0 && !isWholeDay(entries, { shift, tolerance }))
		issues.push({ code: 'workload/day-sum', minutes: minutesOf(entries), shift });
	return issues;
}

/** A day that somebody can have recorded: one that the working calendar knows, and not in the future. */
export function isRecordable(day: IsoDate, today: IsoDate): boolean {
	return day <= today && yearOf(day) >= CALENDAR_YEARS.first;
}

/** Whether use, loss and shares may be taken from a day: the rows come to the working day within the tolerance. */
export function isWholeDay(
	entries: readonly DayEntry[],
	{ shift, tolerance }: { readonly shift: number; readonly tolerance: number },
): boolean {
	return entries.length > 0 && Math.abs(minutesOf(entries) - shift) <= tolerance;
}

/** The row that lies over another one first; undefined when none does. */
export function overlapWith(entries: readonly DayEntry[], entry: DayEntry): DayEntry | undefined {
	return inOrder(entries).find(({ starts, ends }) => entry.starts < ends && starts < entry.ends);
}

export interface DayBalance {
	readonly minutes: number;
	readonly byKind: Readonly<Record<DayWorkKind, number>>;
	/** (work + getting ready + rest by the norm) ÷ working day. */
	readonly use: number;
	/** Time without work ÷ working day. */
	readonly loss: number;
	/** Minutes of unplanned work ÷ all minutes; null for an empty day. */
	readonly unplanned: Share | null;
	readonly interruptions: number;
	/** Minutes of work and of getting ready for each function ÷ all minutes, the largest first, ties by key. */
	readonly functions: readonly { readonly functionKey: FunctionKey; readonly share: Share }[];
}

/**
 * Use and loss of a day. Example: 400 minutes of work, 20 of getting ready, 30 of rest and 30 without work in a day of 480
 * → use 450 ÷ 480 = 93,75 %, loss 30 ÷ 480 = 6,25 %. Source: methodology §3.7.
 */
export function balanceOfDay(entries: readonly DayEntry[], shift: number): DayBalance {
	const byKind = { productive: 0, preparatory: 0, rest: 0, idle: 0 };
	for (const entry of entries) byKind[entry.kind] += entry.ends - entry.starts;
	const minutes = minutesOf(entries);
	const unplanned = minutesOf(entries.filter(({ isPlanned }) => !isPlanned));
	const worked = entries.filter(({ kind }) => kind === 'productive' || kind === 'preparatory');
	const groups = Map.groupBy(worked, ({ functionKey }) => functionKey);
	return {
		minutes,
		byKind,
		use: (byKind.productive + byKind.preparatory + byKind.rest) / shift,
		loss: byKind.idle / shift,
		unplanned: minutes > 0 ? share(unplanned / minutes) : null,
		interruptions: entries.filter(({ isInterruption }) => isInterruption).length,
		functions: [...groups]
			.flatMap(([functionKey, list]) =>
				functionKey === null ? [] : [{ functionKey, share: share(minutesOf(list) / minutes) }],
			)
			.sort((a, b) => b.share - a.share || (a.functionKey < b.functionKey ? -1 : 1)),
	};
}

/** Share of a function over several days, with the half-width of its confidence interval. */
export interface ObservedShare {
	readonly functionKey: FunctionKey;
	readonly share: number;
	/** z × s ÷ √n over the days; null with one day, which says nothing about others. */
	readonly error: number | null;
}

/**
 * Mean share of every function over days; a day without the function counts as 0 for it. Largest first, ties by key.
 * Example: 40 % and 60 % of two days → 50 %, s = 14,14 points, error 1,96 × 14,14 ÷ √2 = 19,6 points.
 */
export function sharesOverDays(days: readonly DayBalance[], z: number): readonly ObservedShare[] {
	const keys = new Set(days.flatMap(({ functions }) => functions.map(({ functionKey }) => functionKey)));
	return [...keys]
		.map((functionKey) => {
			const shares = days.map(
				({ functions }) => functions.find((one) => one.functionKey === functionKey)?.share ?? 0,
			);
			const mean = shares.reduce<number>((sum, one) => sum + one, 0) / shares.length;
			return { functionKey, share: mean, error: errorOf(shares, mean, z) };
		})
		.sort((a, b) => b.share - a.share || (a.functionKey < b.functionKey ? -1 : 1));
}

function errorOf(shares: readonly number[], mean: number, z: number): number | null {
	if (shares.length < 2) return null;
	const squares = shares.reduce((sum, one) => sum + (one - mean) ** 2, 0);
	return (z * Math.sqrt(squares / (shares.length - 1))) / Math.sqrt(shares.length);
}

function inOrder(entries: readonly DayEntry[]): readonly DayEntry[] {
	return [...entries].sort((a, b) => a.starts - b.starts || a.ends - b.ends);
}

function minutesOf(entries: readonly DayEntry[]): number {
	return entries.reduce((sum, { starts, ends }) => sum + ends - starts, 0);
}
