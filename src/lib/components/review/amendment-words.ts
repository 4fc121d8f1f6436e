import type { StructureNumbers } from '#lib/domain/scenario/index.ts';

/** A point in words, as it stands on one side of a difference. */
export interface PointWords {
	readonly title: string;
	readonly details: readonly string[];
	readonly motive: string;
	/** Its own day of effect, formatted; null with the whole decision. */
	readonly effective: string | null;
}

/** What an amendment does and how it stands to the others, in words that were made on the server. */
export interface AmendmentEffectWords {
	readonly before: PointWords | null;
	readonly after: PointWords | null;
	/** As submitted and with the amendment; null where it does not apply. */
	readonly numbers: { readonly before: StructureNumbers; readonly after: StructureNumbers } | null;
	readonly cost: string | null;
	/** Why the ledger would not close; empty when it does. */
	readonly ledger: readonly string[];
	readonly rules: readonly string[];
	/** Collisions and needs; empty when it stands alone. */
	readonly standing: readonly string[];
	/** Why it does not apply; null when it does. */
	readonly refusal: string | null;
}

/** Colour of the state of an amendment; its name always stands beside it. */
export const AMENDMENT_TONES = {
	open: 'info',
	accepted: 'ok',
	rejected: 'bad',
	fallen: 'plain',
	withdrawn: 'plain',
} as const;
