import type { UnitKey } from '../shared/index.ts';
import type { ManagerSpan, SpanBand } from './indicators-span.ts';
import type { FundingSource, LocalText, Origin, OrgUnit, Post, Power } from './types.ts';

interface NamedUnit {
	readonly key: UnitKey;
	readonly name: LocalText;
}

/** A line of the staffing table as a part of a number of posts. */
export interface ComposedPost {
	readonly key: Post['key'];
	readonly title: LocalText;
	readonly unit: NamedUnit;
	/** Posts, halves too. */
	readonly approved: number;
	readonly occupied: number;
	readonly funding: FundingSource;
	readonly origin: Origin;
}

/** Whom the head of a unit manages, as a part of the mean span. */
export interface ComposedSpan {
	readonly unit: NamedUnit;
	readonly approved: ManagerSpan;
	/** Null when nobody is there to manage. */
	readonly actual: ManagerSpan | null;
	/** Null when the bounds are not set. */
	readonly band: SpanBand | null;
}

/** The functions of a unit beside its approved posts. */
export interface ComposedFunctions {
	readonly unit: NamedUnit;
	readonly accountable: number;
	readonly participates: number;
	readonly approved: number;
}

/** What one number about a structure is made of, line by line. */
export type Composition =
	| { readonly kind: 'posts'; readonly lines: readonly ComposedPost[] }
	| { readonly kind: 'spans'; readonly lines: readonly ComposedSpan[] }
	| { readonly kind: 'functions'; readonly lines: readonly ComposedFunctions[] }
	| { readonly kind: 'powers'; readonly uncovered: readonly Power[]; readonly total: number }
	| { readonly kind: 'origin'; readonly units: readonly Pick<OrgUnit, 'key' | 'name' | 'origin'>[] };
