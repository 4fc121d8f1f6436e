import type { Share } from './units.ts';

/**
 * A value that may not have been measured. A sum over measured and unmeasured things keeps
 * the share that was covered, so that a half-measured unit is never read as an idle one.
 */
export type Measured<T> =
	{ readonly kind: 'measured'; readonly value: T; readonly coverage: Share } | NotMeasured;

export interface NotMeasured {
	readonly kind: 'not-measured';
}

export const NOT_MEASURED: NotMeasured = { kind: 'not-measured' };

/** A value that was measured, with the share of the whole that it covers (0–1). */
export function measured<T>(value: T, coverage: Share): Measured<T> {
	return { kind: 'measured', value, coverage };
}
