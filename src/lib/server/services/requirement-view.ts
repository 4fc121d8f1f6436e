import type { LocalText } from '#lib/domain/org/index.ts';
import { ok, type CompetencyKey, type Result, type UnitKey } from '#lib/domain/shared/index.ts';
import {
	requiredCompetencies,
	requirementSubject,
	type CompetencyLevel,
	type Requirement,
} from '#lib/domain/training/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { subjectOf } from './requirement-subject.ts';
import { openTraining, type OpenTraining } from './training.ts';

/** One requirement that reaches a post; the strongest of them holds. */
export interface SourceView {
	readonly kind: Requirement['kind'];
	readonly key: string;
	readonly name: LocalText;
	readonly level: CompetencyLevel;
	readonly ground: string;
	readonly holds: boolean;
}

export interface PostRequirements {
	readonly key: string;
	readonly unit: LocalText;
	readonly title: LocalText;
	readonly asked: readonly {
		readonly competencyKey: CompetencyKey;
		readonly name: LocalText;
		readonly level: CompetencyLevel;
		readonly sources: readonly SourceView[];
	}[];
}

export interface RequirementsPage {
	readonly units: readonly { readonly key: string; readonly name: LocalText; readonly posts: number }[];
	/** The unit that is shown; null for all, or where no unit has a post. */
	readonly unit: string | null;
	/** The only competency that is shown; null for all. */
	readonly competency: LocalText | null;
	readonly posts: readonly PostRequirements[];
}

export interface RequirementsQuery {
	readonly unit: string | null;
	/** Shows only the posts that are asked for it. */
	readonly competency: string | null;
}

/**
 * What posts must know and where each level comes from: of one unit; without a unit, of the first of whose posts
 * something is asked, or of all units when only one competency is shown.
 */
export async function readRequirements(
	ctx: Ctx,
	slug: string,
	query: RequirementsQuery,
): Promise<Result<RequirementsPage, Refused>> {
	const opened = await openTraining(ctx, { slug });
	if (!opened.ok) return opened;
	const training = opened.value;
	const { units } = training.structure;
	const { postsByUnit } = training.lookup;
	const only = training.competencies.find(({ key }) => key === query.competency);
	const asked = Map.groupBy(
		requiredCompetencies(training.lookup, training.requirements).filter(
			({ competencyKey }) => only === undefined || competencyKey === only.key,
		),
		({ postKey }) => postKey,
	);
	const postsOf = (unitKey: UnitKey) =>
		(postsByUnit.get(unitKey) ?? []).filter(({ key }) => only === undefined || asked.has(key));
	const withPosts = units
		.map(({ key, name }) => ({ key, name, posts: postsOf(key).length }))
		.filter(({ posts }) => posts > 0);
	const chosen = withPosts.find(({ key }) => key === query.unit);
	const first = () =>
		withPosts.find(({ key }) => postsOf(key).some((post) => asked.has(post.key))) ?? withPosts[0];
	const unit = chosen ?? (only ? undefined : first());
	const shown = unit ? [unit] : only ? withPosts : [];
	const names = new Map(training.competencies.map(({ key, name }) => [key, name]));
	return ok({
		units: withPosts,
		unit: unit?.key ?? null,
		competency: only?.name ?? null,
		posts: shown.flatMap(({ key: unitKey, name }) =>
			postsOf(unitKey).map(({ key, title }) => ({
				...{ key, title, unit: name },
				asked: (asked.get(key) ?? []).map(({ competencyKey, level, sources }) => ({
					...{ competencyKey, level, name: names.get(competencyKey) ?? { bg: competencyKey, en: null } },
					sources: sources.map((source) => sourceView(training, source, level)),
				})),
			})),
		),
	});
}

/** A requirement that reaches a post, in words; `level` is the one that holds there. */
export function sourceView(training: OpenTraining, source: Requirement, level: CompetencyLevel): SourceView {
	return {
		kind: source.kind,
		key: requirementSubject(source),
		name: subjectOf(training, source).name,
		level: source.level,
		ground: source.source,
		holds: source.level === level,
	};
}
