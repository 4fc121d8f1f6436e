import { foldPowers, type PowersCoverage } from './indicators-powers.ts';
import { headcountOf, NO_POSTS, type HeadcountTotals } from './indicators-headcount.ts';
import { computeSpans, type SpanIndicators } from './indicators-span.ts';
import {
	ADMINISTRATION_PARTS,
	FUNDING_SOURCES,
	type AdministrationPart,
	type FundingSource,
	type Post,
	type Power,
	type Structure,
} from './types.ts';
import type { IsoDate, UnitKey } from '../shared/index.ts';

/** A part of a whole with both figures, so that the reader sees what was divided; share null when there is no whole. */
export interface Proportion {
	readonly part: number;
	readonly whole: number;
	readonly share: number | null;
}

export interface Indicators {
	/** „Численост на общинската администрация“: every part but `outside`. */
	readonly administration: HeadcountTotals;
	/** „Всички щатни бройки“: also social services, cultural institutes and enterprises paid by the budget. */
	readonly allPosts: HeadcountTotals;
	/** Posts of the municipal administration by source of funding. */
	readonly byFunding: Readonly<Record<FundingSource, HeadcountTotals>>;
	readonly byPart: Readonly<Record<AdministrationPart, HeadcountTotals>>;
	/** Approved posts of the general administration over those of the whole administration. */
	readonly generalShare: Proportion;
	readonly specialisedShare: Proportion;
	/** Elected and managerial posts over all posts of the administration. */
	readonly managersShare: Proportion;
	readonly spans: SpanIndicators;
	/** Depth of the tree of units; 1 when all stand side by side. */
	readonly unitLevels: number;
	readonly units: number;
	readonly functions: number;
	/** All functions over the units that answer for one. */
	readonly functionsPerUnit: Proportion;
	/** Functions that a unit of the administration answers for, over the approved posts of the administration. */
	readonly functionsPerPost: Proportion;
	readonly functionsWithBasis: Proportion;
	readonly powers: PowersCoverage;
	/** Approved posts of the administration per 1 000 residents; null when the population is not known. */
	readonly postsPerThousand: number | null;
}

/**
 * The indicator catalogue of a structure on a day: head counts in posts, shares as part, whole and 0–1.
 * Shares are taken over the approved posts of the municipal administration (parts direct, general, specialised,
 * territorial). Source: methodology §2.6, §3.10. Example: 13 general posts of 50 → 26 %.
 */
export function computeIndicators(structure: Structure, powers: readonly Power[], asOf: IsoDate): Indicators {
	const partOf = new Map(structure.units.map((unit) => [unit.key, unit.part]));
	const byPart = headcountsByPart(structure.posts, partOf);
	const inside = structure.posts.filter((post) => (partOf.get(post.unitKey) ?? 'outside') !== 'outside');
	const administration = headcountOf(inside);
	const isManager = (post: Post) => post.category === 'managerial' || post.category === 'elected';
	const { units, functions, municipality } = structure;
	const answering = answeringUnits(structure);
	return {
		administration,
		allPosts: headcountOf(structure.posts),
		byFunding: headcountsByFunding(inside),
		byPart,
		generalShare: proportion(byPart.general.approved, administration.approved),
		specialisedShare: proportion(byPart.specialised.approved, administration.approved),
		managersShare: proportion(headcountOf(inside.filter(isManager)).approved, administration.approved),
		spans: computeSpans(structure),
		unitLevels: deepestLevel(structure),
		units: units.length,
		functions: functions.length,
		functionsPerUnit: proportion(functions.length, answering.size),
		functionsPerPost: proportion(countAnswered(structure, partOf), administration.approved),
		functionsWithBasis: proportion(
			functions.filter((item) => item.bases.length > 0).length,
			functions.length,
		),
		powers: foldPowers(functions, powers, asOf),
		postsPerThousand: municipality.population
			? (administration.approved / municipality.population) * 1000
			: null,
	};
}

/** A proportion; its share is null where there is nothing to divide by. */
export function proportion(part: number, whole: number): Proportion {
	return { part, whole, share: whole > 0 ? part / whole : null };
}

function headcountsByFunding(posts: readonly Post[]): Readonly<Record<FundingSource, HeadcountTotals>> {
	const totals = { delegated: NO_POSTS, local: NO_POSTS, 'co-financed': NO_POSTS };
	for (const source of FUNDING_SOURCES) {
		totals[source] = headcountOf(posts.filter((post) => post.funding === source));
	}
	return totals;
}

function headcountsByPart(
	posts: readonly Post[],
	partOf: ReadonlyMap<UnitKey, AdministrationPart>,
): Readonly<Record<AdministrationPart, HeadcountTotals>> {
	const totals: Record<AdministrationPart, HeadcountTotals> = {
		direct: NO_POSTS,
		general: NO_POSTS,
		specialised: NO_POSTS,
		territorial: NO_POSTS,
		outside: NO_POSTS,
	};
	for (const part of ADMINISTRATION_PARTS) {
		totals[part] = headcountOf(posts.filter((post) => (partOf.get(post.unitKey) ?? 'outside') === part));
	}
	return totals;
}

function answeringUnits(structure: Structure): ReadonlySet<UnitKey> {
	const answering = structure.participations.filter((item) => item.role === 'accountable');
	return new Set(answering.map((item) => item.unitKey));
}

/** Functions with somebody accountable within the administration: the same whole as its posts. */
function countAnswered(structure: Structure, partOf: ReadonlyMap<UnitKey, AdministrationPart>): number {
	const inside = structure.participations.filter(
		(item) => item.role === 'accountable' && (partOf.get(item.unitKey) ?? 'outside') !== 'outside',
	);
	return new Set(inside.map((item) => item.functionKey)).size;
}

function deepestLevel(structure: Structure): number {
	const parents = new Map(structure.units.map((unit) => [unit.key, unit.parentKey]));
	const levelOf = (key: UnitKey): number => {
		let level = 0;
		const seen = new Set<UnitKey>();
		for (let at: UnitKey | null = key; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
			seen.add(at);
			level++;
		}
		return level;
	};
	return structure.units.reduce((deepest, unit) => Math.max(deepest, levelOf(unit.key)), 0);
}
