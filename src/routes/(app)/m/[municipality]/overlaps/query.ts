import type { OverlapLabel, PairFilter } from '#lib/domain/overlap/index.ts';
import { PARTICIPATION_ROLES } from '#lib/domain/org/types.ts';
import { PAIR_WORK } from '#lib/domain/overlap/pair-filter.ts';
import { isId, type UnitKey } from '#lib/domain/shared/index.ts';

export const OVERLAP_TABS = [
	'matrix',
	'pairs',
	'duties',
	'gaps',
	'dispersion',
	'twins',
	'joint',
	'clauses',
] as const;
/** The version, or what the scenario would make of it. */
const OVERLAP_SIDES = ['before', 'after'] as const;
/** As in the act, or units with common pairs together. */
export const UNIT_ORDERS = ['structure', 'cluster'] as const;
export type OverlapTab = (typeof OVERLAP_TABS)[number];

/** What the address of the page says; everything a person set stands in it. */
export interface OverlapQuery {
	readonly tab: OverlapTab;
	readonly version: string | null;
	/** Slug of the municipality beside. */
	readonly withSlug: string | null;
	readonly show: 'strong' | OverlapLabel | 'all';
	readonly filter: PairFilter;
	/** Id of the scenario beside the version. */
	readonly scenario: string | null;
	readonly side: (typeof OVERLAP_SIDES)[number];
	readonly order: (typeof UNIT_ORDERS)[number];
	readonly isGrouped: boolean;
	readonly page: number;
	readonly pair: string | null;
	/** FTE below which a function is too small to stand alone; null for the parameter. */
	readonly critical: number | null;
	/** The pair that was decided on just now. */
	readonly judged: string | null;
	/** The verdicts given to similar pairs just now. */
	readonly batch: string | null;
}

/** Reads the address; what is not understood falls back to the default. */
export function readOverlapQuery(url: URL): OverlapQuery {
	const get = (name: string) => url.searchParams.get(name) || null;
	const show = SHOWS.find((one) => one === get('show')) ?? 'strong';
	return {
		tab: OVERLAP_TABS.find((tab) => tab === get('tab')) ?? 'matrix',
		version: get('version'),
		withSlug: idOf(get('with')),
		show,
		filter: {
			labels: show === 'all' ? [] : show === 'strong' ? ['duplication', 'overlap'] : [show],
			unit: idOf(get('unit')) as UnitKey | null,
			otherUnit: idOf(get('unit2')) as UnitKey | null,
			role: PARTICIPATION_ROLES.find((role) => role === get('role')) ?? null,
			policyArea: idOf(get('area')),
			from: share(get('from')),
			onlyOpen: get('open') !== '0',
			work: PAIR_WORK.find((one) => one === get('work')) ?? null,
			fromHours: hours(get('hours')),
		},
		scenario: idOf(get('scenario')),
		side: OVERLAP_SIDES.find((one) => one === get('side')) ?? 'before',
		order: UNIT_ORDERS.find((one) => one === get('order')) ?? 'structure',
		isGrouped: get('group') === 'cluster',
		page: Math.max(1, Math.trunc(Number(get('page') ?? 1)) || 1),
		pair: pairOf(get('pair')),
		critical: amount(get('critical')),
		judged: pairOf(get('judged')),
		batch: idOf(get('batch')),
	};
}

/** The address with some parameters changed; null takes one away. */
export function overlapHref(url: URL, changes: Readonly<Record<string, string | null>>): string {
	const next = new URLSearchParams(url.searchParams);
	for (const [name, value] of Object.entries(changes)) {
		if (value === null) next.delete(name);
		else next.set(name, value);
	}
	for (const name of [...next.keys()]) if (name.startsWith('/')) next.delete(name);
	const text = next.toString();
	return text === '' ? url.pathname : `${url.pathname}?${text}`;
}

const SHOWS = ['strong', 'duplication', 'overlap', 'related', 'all'] as const;

function idOf(text: string | null): string | null {
	return text !== null && isId(text) ? text : null;
}

function pairOf(text: string | null): string | null {
	const keys = text?.split('|') ?? [];
	return keys.length === 2 && keys.every(isId) ? text : null;
}

function share(text: string | null): number {
	const value = Number((text ?? '').replace(',', '.'));
	return value > 0 && value <= 1 ? value : 0;
}

/** Whole hours a year, up to a million. */
function hours(text: string | null): number {
	const value = Math.trunc(Number(text ?? ''));
	return value > 0 && value <= 1_000_000 ? value : 0;
}

/** A full-time equivalent up to a hundred. */
function amount(text: string | null): number | null {
	const value = Number((text ?? '').replace(',', '.'));
	return value > 0 && value <= 100 ? value : null;
}
