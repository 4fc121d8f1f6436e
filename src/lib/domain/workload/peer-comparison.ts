import type { LocalText, StructureLookup } from '../org/index.ts';
import type { FunctionKey } from '../shared/index.ts';
import type { Estimate } from './estimate.ts';

/** What staff is divided by to make two municipalities comparable (F31). */
export const COMPARISON_BASES = ['inhabitants', 'settlements', 'services'] as const;
export type ComparisonBase = (typeof COMPARISON_BASES)[number];

/** Staff for so many of the base: per 1 000 inhabitants, per settlement, per 1 000 services. */
export const BASE_UNIT: Readonly<Record<ComparisonBase, number>> = {
	inhabitants: 1000,
	settlements: 1,
	services: 1000,
};

/** How large a municipality, or its part in a function, is; null is not known. */
export type BaseAmounts = Readonly<Record<ComparisonBase, number | null>>;

/** The same function as another municipality does it. */
export interface PeerFunction {
	readonly slug: string;
	readonly municipality: LocalText;
	readonly functionKey: string;
	readonly text: LocalText;
	/** Full posts that it takes there; null when nothing is measured. */
	readonly fte: Estimate | null;
	/** What the posts come from: the time survey there, or volume × standard. */
	readonly basis: 'survey' | 'volume';
	/** Years of the volumes behind the posts, ascending; empty for a survey. */
	readonly years: readonly number[];
	readonly amounts: BaseAmounts;
}

/** One peer scaled to the own size. */
export interface PeerTerm {
	readonly peer: PeerFunction;
	/** What the posts are divided by there, and multiplied by here. */
	readonly theirs: number;
	readonly own: number;
	/** Full posts per unit of the base, as `BASE_UNIT` counts it. */
	readonly ratio: Estimate;
	/** Full posts that the same ratio gives here. */
	readonly fte: Estimate;
}

export type NoComparison =
	/** Nobody else has the function among the peers. */
	| { readonly code: 'workload/no-peer' }
	| { readonly code: 'workload/too-few-peers'; readonly found: number; readonly minimum: number }
	/** The own amount of the base is not known or 0. */
	| { readonly code: 'workload/base-unknown'; readonly base: ComparisonBase };

export type PeerComparison =
	| { readonly kind: 'compared'; readonly fte: Estimate; readonly terms: readonly PeerTerm[] }
	| { readonly kind: 'not-compared'; readonly reason: NoComparison; readonly terms: readonly PeerTerm[] };

export interface ComparisonInput {
	readonly own: BaseAmounts;
	readonly peers: readonly PeerFunction[];
	readonly base: ComparisonBase;
	/** Fewest peers with a measurement that make a comparison. */
	readonly minimum: number;
}

/**
 * Staff that a function would take here if it were done as by the peers, full posts.
 *
 * ratio of a peer = its posts ÷ its base × unit of the base; here = ratio × own base ÷ unit. Expected is the mean over
 * the peers, the range runs from the least to the greatest bound. Fewer peers than `minimum` is not measured.
 * Example: 1,2 posts for 12 000 inhabitants = 0,1 for a thousand; for 10 500 here → 1,05. Source: products F31.
 */
export function compareWithPeers(input: ComparisonInput): PeerComparison {
	const { own, peers, base, minimum } = input;
	const amount = own[base];
	if (peers.length === 0) return notCompared({ code: 'workload/no-peer' });
	if (!amount) return notCompared({ code: 'workload/base-unknown', base });
	const terms = peers.flatMap((peer) => termOf(peer, base, amount));
	const found = new Set(terms.map(({ peer }) => peer.slug)).size;
	if (found < Math.max(minimum, 1)) {
		return { ...notCompared({ code: 'workload/too-few-peers', found, minimum }), terms };
	}
	const sum = terms.reduce((total, { fte }) => total + fte.expected, 0);
	const fte = {
		low: Math.min(...terms.map((term) => term.fte.low)),
		expected: sum / terms.length,
		high: Math.max(...terms.map((term) => term.fte.high)),
	};
	return { kind: 'compared', fte, terms };
}

function notCompared(reason: NoComparison): Extract<PeerComparison, { kind: 'not-compared' }> {
	return { kind: 'not-compared', reason, terms: [] };
}

function termOf(peer: PeerFunction, base: ComparisonBase, own: number): readonly PeerTerm[] {
	const theirs = peer.amounts[base];
	if (!peer.fte || !theirs) return [];
	const scaled = (by: number): Estimate => ({
		low: (peer.fte?.low ?? 0) * by,
		expected: (peer.fte?.expected ?? 0) * by,
		high: (peer.fte?.high ?? 0) * by,
	});
	return [{ peer, theirs, own, ratio: scaled(BASE_UNIT[base] / theirs), fte: scaled(own / theirs) }];
}

/** How large the municipality, and its part in one function, is; services are the counted cases of the function. */
export function baseAmounts(lookup: StructureLookup, key: FunctionKey): BaseAmounts {
	const { municipality, settlements } = lookup.structure;
	const counted = (lookup.activitiesByFunction.get(key) ?? []).flatMap(
		({ annualVolume }) => annualVolume ?? [],
	);
	return {
		inhabitants: municipality.population,
		settlements: settlements.length > 0 ? settlements.length : null,
		services: counted.length > 0 ? counted.reduce((sum, volume) => sum + volume, 0) : null,
	};
}
