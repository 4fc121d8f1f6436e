import type { UnitKey } from '../shared/index.ts';
import { compare } from './requirements.ts';

/** What one answer of a time survey says of the work of a unit over the year. */
export interface PeakAnswer {
	readonly unitKey: UnitKey;
	/** Part of the person's time, 0–1. */
	readonly share: number;
	/** Months in which this work is heaviest, a bit each: 1 is January, 2048 is December. */
	readonly months: number;
}

/**
 * The months with the most work of each unit that was asked: those that the largest part of the stated time names.
 * A unit whose answers name no month is absent: its peak is not measured.
 * Example: 0,4 of the time peaks in March, 0,3 in March and December → March (0,7 against 0,3).
 */
export function peakMonthsByUnit(answers: readonly PeakAnswer[]): ReadonlyMap<UnitKey, readonly number[]> {
	const units = Map.groupBy(answers, (answer) => answer.unitKey);
	const named = [...units]
		.sort(([a], [b]) => compare(a, b))
		.map(([unit, own]) => [unit, heaviest(own)] as const);
	return new Map(named.filter(([, months]) => months.length > 0));
}

function heaviest(answers: readonly PeakAnswer[]): readonly number[] {
	const weights = MONTHS.map((month) =>
		answers
			.filter(({ months }) => (months & (1 << (month - 1))) !== 0)
			.reduce((sum, { share }) => sum + share, 0),
	);
	const most = Math.max(...weights);
	return most === 0 ? [] : MONTHS.filter((_, at) => (weights[at] ?? 0) >= most - TINY);
}

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
/** Sums of shares differ in their last binary digits. */
const TINY = 1e-9;
