import type { LocalText, Municipality } from '../org/index.ts';
import type { BeforeAfter } from '../scenario/index.ts';
import type { EurCents, IsoDate } from '../shared/index.ts';
import type { Phase } from './facts.ts';
import type { RedactedPeople, RedactionLevel } from './redact.ts';

/** A number before and after, with its label in both languages. */
export interface PublicRow extends BeforeAfter<number> {
	readonly label: LocalText;
	readonly isTotal: boolean;
}

export interface PublicUnit {
	readonly key: string;
	readonly parentKey: string | null;
	readonly label: LocalText;
	readonly depth: number;
	readonly posts: number;
	readonly isApart: boolean;
}

export interface PublicPoint {
	readonly number: number;
	readonly title: LocalText;
	/** Null where it may not be told. */
	readonly reason: string | null;
}

/** What a level reads of a decision: whole, in both languages, without anything that is looked up later. */
export interface PublicContent {
	readonly format: 1;
	readonly level: RedactionLevel;
	readonly municipality: Pick<Municipality, 'slug' | 'name'>;
	readonly number: string;
	readonly decidedOn: IsoDate;
	readonly outcome: string;
	readonly title: string;
	readonly legalGround: string;
	readonly baseValidFrom: IsoDate;
	readonly effectiveOn: IsoDate;
	readonly snapshotId: string;
	/** What changes and why, at most ten, in each language. */
	readonly sentences: { readonly bg: readonly string[]; readonly en: readonly string[] };
	readonly parts: readonly PublicRow[];
	readonly funding: readonly PublicRow[];
	readonly phases: readonly Phase[];
	readonly structure: BeforeAfter<readonly PublicUnit[]>;
	readonly people: RedactedPeople;
	readonly cost: BeforeAfter<EurCents> | null;
	readonly points: readonly PublicPoint[];
	/** What this level does not see, so that it can be said. */
	readonly hidden: { readonly units: number; readonly reasons: number; readonly people: number };
}
