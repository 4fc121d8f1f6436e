import type { LocalText } from '#lib/domain/org/index.ts';

/** A function that says nearly the same. */
export interface NearText {
	readonly key: string;
	readonly text: LocalText;
	readonly unit: LocalText | null;
	readonly score: number;
}

/** Looks for functions near a text; given up when the signal says so. */
export type FindNear = (text: string, signal: AbortSignal) => Promise<readonly NearText[]>;
