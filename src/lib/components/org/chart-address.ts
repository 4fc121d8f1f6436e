import { withParams } from './links.ts';

/** How two units work together, besides who stands above whom. */
export const RELATION_ROLES = ['participates', 'consulted'] as const;
export type RelationRole = (typeof RELATION_ROLES)[number];

/** What a person did with the chart, as the address keeps it. */
export interface ChartDoings {
	readonly query: string;
	/** Step of the legend that is shown alone; null shows all. */
	readonly step: string | null;
	/** The chosen box. */
	readonly chosen: string | null;
	readonly folded: readonly string[];
	readonly isPathShown: boolean;
	/** The part in sight; null for the usual one. */
	readonly sight: string | null;
	/** Kinds of relations that are drawn. */
	readonly roles: readonly RelationRole[];
}

/** An address longer than this is refused on the way by some servers; what is folded is then left out. */
const LONGEST = 4_000;

/** What an address says was done; what it says wrongly is as at first. */
export function doingsIn({ searchParams }: URL): ChartDoings {
	const list = (name: string) => (searchParams.get(name) ?? '').split(' ').filter(Boolean);
	return {
		query: searchParams.get('q') ?? '',
		step: searchParams.get('step'),
		chosen: searchParams.get('box'),
		folded: list('fold'),
		isPathShown: searchParams.has('path'),
		sight: searchParams.get('at'),
		roles: RELATION_ROLES.filter((role) => list('relations').includes(role)),
	};
}

/** The same address with what was done. */
export function withDoings(
	url: URL,
	{ query, step, chosen, folded, isPathShown, sight, roles }: ChartDoings,
): URL {
	const rest = {
		...{ q: query.trim() || null, step, box: chosen, at: sight },
		...{ path: isPathShown ? 'yes' : null, relations: roles.join(' ') || null },
	};
	const whole = new URL(withParams(url, { ...rest, fold: folded.join(' ') || null }), url);
	return whole.href.length <= LONGEST ? whole : new URL(withParams(url, { ...rest, fold: null }), url);
}
