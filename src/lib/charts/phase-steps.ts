import { nice } from 'd3';
import { daysBetween, type IsoDate } from '#lib/domain/shared/index.ts';

/** An amount from a day on. */
export interface PhaseAmount {
	readonly day: IsoDate;
	readonly amount: number;
}

/** A level that holds from one day to the next; all in percent of the drawing, heights from its foot. */
export interface PhaseStep extends PhaseAmount {
	readonly at: number;
	readonly width: number;
	readonly height: number;
	/** 1 where the text of the level stands one line higher, because the one before begins too near. */
	readonly line: 0 | 1;
}

/** Share of the width that the first and the last level get each, because they have no end; the rest is time. */
const OPEN = 0.2;
/** Least share of the time between, in percent of the width, so that two close days can be told apart. */
const LEAST = 6;
/** Where texts of two levels would touch, in percent. */
const NEAR = 16;

/**
 * Levels over time as steps on a zero-based axis. The first and the last are open; those between are as wide as they
 * last. Example: 300 before, 310 from 01.01 and 275 from 01.07: 20, 60 and 20 % wide, on an axis to 400.
 */
export function layoutPhaseSteps(amounts: readonly PhaseAmount[]): readonly PhaseStep[] {
	const [first] = amounts;
	if (!first) return [];
	const most = amounts.reduce((highest, { amount }) => Math.max(highest, amount), 0);
	const [, top] = nice(0, most || 1, 4);
	const widths = widthsOf(amounts);
	let [at, line, textAt] = [0, 0 as 0 | 1, -Infinity];
	return amounts.map((level, index) => {
		const width = widths[index] ?? 0;
		line = at - textAt < NEAR && line === 0 ? 1 : 0;
		const step = {
			...level,
			at: tidy(at),
			width: tidy(width),
			height: tidy((level.amount / top) * 100),
			line,
		};
		textAt = at;
		at += width;
		return step;
	});
}

function widthsOf(amounts: readonly PhaseAmount[]): readonly number[] {
	const between = amounts.slice(1, -1).map(({ day }, at) => {
		const next = amounts[at + 2];
		return next ? Math.max(daysBetween(day, next.day), 1) : 1;
	});
	if (between.length === 0) return amounts.map(() => 100 / amounts.length);
	const room = (1 - 2 * OPEN) * 100;
	const days = between.reduce((sum, length) => sum + length, 0);
	const wished = between.map((length) => Math.max(LEAST, (length / days) * room));
	const scale = room / wished.reduce((sum, width) => sum + width, 0);
	return [OPEN * 100, ...wished.map((width) => width * scale), OPEN * 100];
}

function tidy(value: number): number {
	return Math.round(value * 100) / 100;
}
