import {
	ADMINISTRATION_PARTS,
	FUNDING_SOURCES,
	POST_CATEGORIES,
	UNIT_KINDS,
	computeSpans,
	type AdministrationPart,
	type FundingSource,
	type OrgUnit,
	type Post,
	type PostCategory,
	type Structure,
	type UnitKind,
} from '../org/index.ts';
import {
	depthFirst,
	headcount,
	scaleCents,
	sumCents,
	type EurCents,
	type Headcount,
	type UnitKey,
} from '../shared/index.ts';

/** The numbers of one structure that a decision states. */
export interface StructureNumbers {
	/** Approved posts of the municipal administration; the `outside` part is counted apart. */
	readonly administration: Headcount;
	/** Approved posts in other activities paid from the municipal budget. */
	readonly outside: Headcount;
	readonly occupied: Headcount;
	readonly byPart: Readonly<Record<AdministrationPart, Headcount>>;
	readonly byFunding: Readonly<Record<FundingSource, Headcount>>;
	readonly byCategory: Readonly<Record<PostCategory, Headcount>>;
	readonly byKind: Readonly<Record<UnitKind, number>>;
	readonly units: number;
	readonly functions: number;
	/** Levels of the hierarchy, counted over units; 1 for a single unit. */
	readonly layers: number;
	/** Average span of control of the administration, as the overview counts it; null where nobody manages. */
	readonly averageSpan: number | null;
	/** Yearly cost of the approved posts whose cost is known. */
	readonly annualCost: EurCents;
	/** Approved posts whose yearly cost nobody knows. */
	readonly withoutCost: Headcount;
}

/** The numbers as somebody may see them: the cost is null where it would tell what single posts cost. */
export interface SeenNumbers extends Omit<StructureNumbers, 'annualCost'> {
	readonly annualCost: EurCents | null;
}

/**
 * Counts a structure. Posts are approved posts, cost is euro cents a year, rounded once per line.
 * Example: 2 posts of 20 000 € and half a post of 18 000 € cost 49 000 €.
 */
export function countStructure(structure: Structure): StructureNumbers {
	const partOf = new Map(structure.units.map((unit) => [unit.key, unit.part]));
	const inPart = (part: AdministrationPart) => (post: Post) =>
		(partOf.get(post.unitKey) ?? 'direct') === part;
	const all = sumPosts(structure.posts);
	const outside = sumPosts(structure.posts.filter(inPart('outside')));
	return {
		administration: headcount(all - outside),
		outside,
		occupied: headcount(structure.posts.reduce((sum, post) => sum + post.occupied, 0)),
		byPart: tally(ADMINISTRATION_PARTS, (part) => sumPosts(structure.posts.filter(inPart(part)))),
		byFunding: tally(FUNDING_SOURCES, (funding) =>
			sumPosts(structure.posts.filter((post) => post.funding === funding)),
		),
		byCategory: tally(POST_CATEGORIES, (category) =>
			sumPosts(structure.posts.filter((post) => post.category === category)),
		),
		byKind: tally(UNIT_KINDS, (kind) => structure.units.filter((unit) => unit.kind === kind).length),
		units: structure.units.length,
		functions: structure.functions.length,
		layers: countLayers(structure.units),
		averageSpan: computeSpans(structure).approved.average,
		annualCost: sumCents(structure.posts.flatMap((post) => annualCostOf(post) ?? [])),
		withoutCost: sumPosts(structure.posts.filter((post) => post.annualCost === null)),
	};
}

/** Yearly cost of a whole line in euro cents; null when nobody knows it. */
export function annualCostOf(post: Post): EurCents | null {
	return post.annualCost === null ? null : scaleCents(post.annualCost, post.approved);
}

/** Approved posts of each unit itself, without what is below it. */
export function ownHeadcounts(structure: Structure): ReadonlyMap<UnitKey, Headcount> {
	const own = new Map<UnitKey, Headcount>();
	for (const post of structure.posts)
		own.set(post.unitKey, headcount((own.get(post.unitKey) ?? 0) + post.approved));
	return own;
}

/** Approved posts together; halves count as halves. */
export function sumPosts(posts: readonly Post[]): Headcount {
	return headcount(posts.reduce((sum, post) => sum + post.approved, 0));
}

function countLayers(units: readonly OrgUnit[]): number {
	return depthFirst<UnitKey, OrgUnit>(units).reduce((deepest, { depth }) => Math.max(deepest, depth + 1), 0);
}

function tally<Key extends string, Value>(
	keys: readonly Key[],
	count: (key: Key) => Value,
): Readonly<Record<Key, Value>> {
	return Object.fromEntries(keys.map((key) => [key, count(key)])) as Record<Key, Value>;
}
