import type { Post, StructureLookup } from '../org/index.ts';
import {
	foldText,
	type CompetencyKey,
	type FunctionKey,
	type PostKey,
	type UnitKey,
} from '../shared/index.ts';
import type { CompetencyLevel, Requirement } from './types.ts';

/** The level of one competency that one post asks for, with everything that asks for it. */
export interface RequiredCompetency {
	readonly postKey: PostKey;
	readonly competencyKey: CompetencyKey;
	readonly level: CompetencyLevel;
	readonly sources: readonly Requirement[];
}

/**
 * What every post must know: its own requirements and those of the functions it performs; of several
 * levels for one competency the highest holds. Order: post key, then competency key.
 * Source: methodology §4.3; products F68 („only required counted“).
 */
export function requiredCompetencies(
	lookup: StructureLookup,
	requirements: readonly Requirement[],
): readonly RequiredCompetency[] {
	const byPost = new Map<PostKey, Map<CompetencyKey, Requirement[]>>();
	for (const requirement of requirements) {
		for (const postKey of postsAsked(lookup, requirement)) {
			const ofPost = byPost.get(postKey) ?? new Map<CompetencyKey, Requirement[]>();
			byPost.set(postKey, ofPost);
			const same = ofPost.get(requirement.competencyKey);
			if (same) same.push(requirement);
			else ofPost.set(requirement.competencyKey, [requirement]);
		}
	}
	return [...byPost]
		.sort(([a], [b]) => compare(a, b))
		.flatMap(([postKey, asked]) =>
			[...asked]
				.sort(([a], [b]) => compare(a, b))
				.map(([competencyKey, asking]) => highest(postKey, competencyKey, asking)),
		);
}

/**
 * The posts that perform a function: the named post of a participation, otherwise the experts and managers of
 * the unit (all its posts when it has neither). Only „отговаря“ and „участва“ perform; „съгласува“ and
 * „информиран“ do not. Posts without an approved place are left out.
 */
export function performingPosts(lookup: StructureLookup, functionKey: FunctionKey): readonly PostKey[] {
	const parts = lookup.participationsByFunction.get(functionKey) ?? [];
	const performing = parts.filter((part) => part.role === 'accountable' || part.role === 'participates');
	const keys = performing.flatMap((part) =>
		part.postKey === null ? postsOfUnitWork(lookup, part.unitKey) : [part.postKey],
	);
	return [...new Set(keys)].sort(compare);
}

/** The posts of a unit that do its substantive work. */
export function postsOfUnitWork(lookup: StructureLookup, unitKey: UnitKey): readonly PostKey[] {
	const posts = (lookup.postsByUnit.get(unitKey) ?? []).filter((post) => post.approved > 0);
	const substantive = posts.filter(isSubstantive);
	return (substantive.length > 0 ? substantive : posts).map((post) => post.key);
}

/** The order of two keys by their signs, the same on every machine; names are sorted where they are shown. */
export function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

function postsAsked(lookup: StructureLookup, requirement: Requirement): readonly PostKey[] {
	if (requirement.kind === 'function') return performingPosts(lookup, requirement.functionKey);
	if (requirement.kind === 'job-title') return postsOfTitle(lookup, requirement.jobTitle);
	return lookup.postByKey.has(requirement.postKey) ? [requirement.postKey] : [];
}

/** Posts whose title is the same but for letter case and spaces. */
export function postsOfTitle(lookup: StructureLookup, jobTitle: string): readonly PostKey[] {
	return titlesOf(lookup).get(foldText(jobTitle)) ?? [];
}

const foldedTitles = new WeakMap<StructureLookup, ReadonlyMap<string, readonly PostKey[]>>();

function titlesOf(lookup: StructureLookup): ReadonlyMap<string, readonly PostKey[]> {
	const known = foldedTitles.get(lookup);
	if (known) return known;
	const groups = Map.groupBy(lookup.postByKey.values(), (post) => foldText(post.title.bg));
	const titles = new Map([...groups].map(([title, posts]) => [title, posts.map((post) => post.key)]));
	foldedTitles.set(lookup, titles);
	return titles;
}

function highest(
	postKey: PostKey,
	competencyKey: CompetencyKey,
	asking: readonly Requirement[],
): RequiredCompetency {
	const level = Math.max(...asking.map((requirement) => requirement.level)) as CompetencyLevel;
	const sources =
		asking.length < 2 ? asking : [...asking].sort((a, b) => compare(sourceKey(a), sourceKey(b)));
	return { postKey, competencyKey, level, sources };
}

/** What asks, by its key: of a function or a post that, of a job title the title. */
export function requirementSubject(requirement: Requirement): string {
	if (requirement.kind === 'job-title') return requirement.jobTitle;
	return requirement.kind === 'function' ? requirement.functionKey : requirement.postKey;
}

function sourceKey(requirement: Requirement): string {
	return `${requirement.kind}:${requirementSubject(requirement)}`;
}

function isSubstantive(post: Post): boolean {
	return post.category === 'expert' || post.category === 'managerial';
}
