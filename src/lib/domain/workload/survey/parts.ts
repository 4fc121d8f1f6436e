import { share, type Share } from '../../shared/index.ts';

/**
 * Shares are added in whole millionths, so that a sum does not depend on the order and three thirds can make a whole.
 * A millionth of a year of work is about six seconds.
 */
const PARTS = 1_000_000;

/** A share as whole millionths: 0.3333333 → 333333. */
export function toParts(value: number): number {
	return Math.round(value * PARTS);
}

/** Whole millionths as a share: 333333 → 0.333333. */
export function fromParts(parts: number): number {
	return parts / PARTS;
}

/** The sum of shares, exact to the millionth in any order; above 1 when too much was given out. */
export function sumShares(shares: Iterable<number>): number {
	let parts = 0;
	for (const value of shares) parts += toParts(value);
	return fromParts(parts);
}

/** What is left of `whole`, negative when more was given out. Example: 1 − (0,5 + 0,35) = 0,15. */
export function remainderOf(shares: Iterable<number>, whole: Share = share(1)): number {
	return fromParts(toParts(whole) - toParts(sumShares(shares)));
}
