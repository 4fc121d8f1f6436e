import type { LocalText } from '#lib/domain/org/index.ts';
import { foldText, type UnitKey } from '#lib/domain/shared/index.ts';
import {
	performingPosts,
	postsOfTitle,
	requirementSubject,
	type Requirement,
} from '#lib/domain/training/index.ts';
import type { OpenTraining } from './training.ts';

/** Whom a requirement asks, in words. */
export interface SubjectView {
	readonly key: string;
	readonly name: LocalText;
	/** The unit of a post or function; null for a job title. */
	readonly unit: LocalText | null;
	/** Posts that it asks now; 0 says that nobody is asked any more. */
	readonly posts: number;
}

/** Something that can be asked for a competency. */
export interface SubjectChoice {
	readonly key: string;
	readonly name: LocalText;
	readonly unit: LocalText | null;
}

/** A requirement's subject as it is called in the structure; what is no longer there goes by its key. */
export function subjectOf({ lookup }: Pick<OpenTraining, 'lookup'>, requirement: Requirement): SubjectView {
	const key = requirementSubject(requirement);
	const unknown = { bg: key, en: null };
	const unitName = (unitKey: UnitKey | undefined) => (unitKey && lookup.unitByKey.get(unitKey)?.name) ?? null;
	switch (requirement.kind) {
		case 'job-title':
			return { key, name: unknown, unit: null, posts: postsOfTitle(lookup, key).length };
		case 'post': {
			const post = lookup.postByKey.get(requirement.postKey);
			return { key, name: post?.title ?? unknown, unit: unitName(post?.unitKey), posts: post ? 1 : 0 };
		}
		case 'function': {
			const fn = lookup.functionByKey.get(requirement.functionKey);
			const { functionKey } = requirement;
			return {
				key,
				name: fn?.text ?? unknown,
				unit: unitName(accountableUnit(lookup, functionKey)),
				posts: performingPosts(lookup, functionKey).length,
			};
		}
	}
}

/** Everything of one kind that can be asked, in the order of the act; job titles by their first post. */
export function subjectChoices(
	{ lookup }: Pick<OpenTraining, 'lookup'>,
	kind: Requirement['kind'],
): readonly SubjectChoice[] {
	const { posts, functions } = lookup.structure;
	const unitName = (unitKey: UnitKey | undefined) => (unitKey && lookup.unitByKey.get(unitKey)?.name) ?? null;
	if (kind === 'function')
		return functions.map(({ key, text }) => ({
			...{ key, name: text, unit: unitName(accountableUnit(lookup, key)) },
		}));
	if (kind === 'post')
		return posts.map(({ key, title, unitKey }) => ({ key, name: title, unit: unitName(unitKey) }));
	const titles = Map.groupBy(posts, ({ title }) => foldText(title.bg));
	return [...titles.values()].flatMap(([first]) =>
		first ? [{ key: first.title.bg, name: first.title, unit: null }] : [],
	);
}

/** The requirement's subject as the structure writes it; undefined when nothing there is called so. */
export function findSubject(
	{ lookup }: Pick<OpenTraining, 'lookup'>,
	kind: Requirement['kind'],
	key: string,
):
	| {
			readonly kind: 'function';
			readonly functionKey: Extract<Requirement, { kind: 'function' }>['functionKey'];
	  }
	| { readonly kind: 'post'; readonly postKey: Extract<Requirement, { kind: 'post' }>['postKey'] }
	| { readonly kind: 'job-title'; readonly jobTitle: string }
	| undefined {
	const { posts, functions } = lookup.structure;
	if (kind === 'function') {
		const found = functions.find((fn) => fn.key === key);
		return found && { kind, functionKey: found.key };
	}
	if (kind === 'post') {
		const found = posts.find((post) => post.key === key);
		return found && { kind, postKey: found.key };
	}
	const found = posts.find(({ title }) => foldText(title.bg) === foldText(key));
	return found && { kind, jobTitle: found.title.bg };
}

function accountableUnit(lookup: OpenTraining['lookup'], functionKey: string): UnitKey | undefined {
	const parts = lookup.participationsByFunction.get(functionKey as never) ?? [];
	return (parts.find(({ role }) => role === 'accountable') ?? parts[0])?.unitKey;
}
