import { lookUp, type AdminFunction, type LocalText, type Post, type Structure } from '../org/index.ts';
import type { ProposalReport, ScenarioRun } from '../scenario/index.ts';
import { ancestorKeys, depthFirst, type PostKey, type UnitKey } from '../shared/index.ts';

/** A post whose job description has to be drawn up anew or changed. */
export interface JobChange {
	readonly kind: 'new' | 'changed';
	readonly post: Post;
	/** The line as it stands; null for a new one. */
	readonly was: Post | null;
	/** Names of the units from the post's own one up to the top. */
	readonly place: readonly LocalText[];
	readonly wasPlace: readonly LocalText[];
	/** The title of whoever the post reports to; null where nobody heads the unit above. */
	readonly superior: LocalText | null;
	/** Approved posts in the unit and below it, for a head; null for others. */
	readonly subordinates: number | null;
	/** Duties after the change, as the functions that name the post, or those of its unit. */
	readonly duties: readonly LocalText[];
	/** Whether the duties name this very post, or are those of the whole unit. */
	readonly dutiesOf: 'post' | 'unit';
	readonly newDuties: readonly LocalText[];
	readonly lostDuties: readonly LocalText[];
	/** Numbers of the operations that touch the post; the motive is theirs. */
	readonly operations: readonly number[];
}

/** What of a post stands in its job description. */
const STATED = ['unitKey', 'category', 'relation', 'isHead', 'occupation'] as const;

/**
 * The posts whose job descriptions change: new lines, lines with another title, unit, category, relation, headship or code,
 * and lines whose own duties change. In the order of the staffing table after the change. A change of the number of
 * posts alone changes no description.
 */
export function jobChanges(report: ProposalReport, { before, after }: ScenarioRun): readonly JobChange[] {
	const old = new Map(before.posts.map((post) => [post.key, post]));
	const [was, becomes] = [frameOf(before), frameOf(after)];
	const touched = operationsByPost(report);
	return report.staffingAfter.flatMap(({ post }): readonly JobChange[] => {
		const earlier = old.get(post.key) ?? null;
		const duties = becomes.duties(post);
		const former = earlier ? was.duties(earlier) : { of: duties.of, list: [] };
		const isChanged =
			earlier === null ||
			earlier.title.bg !== post.title.bg ||
			STATED.some((field) => earlier[field] !== post[field]) ||
			(duties.of === 'post' && !sameTexts(duties.list, former.list));
		if (!isChanged) return [];
		return [
			{
				...{ kind: earlier === null ? 'new' : 'changed', post, was: earlier },
				place: becomes.place(post.unitKey),
				wasPlace: earlier ? was.place(earlier.unitKey) : [],
				...{ superior: becomes.superior(post), subordinates: becomes.subordinates(post) },
				...{ duties: duties.list, dutiesOf: duties.of },
				newDuties: without(duties.list, former.list),
				lostDuties: without(former.list, duties.list),
				operations: touched.get(post.key) ?? [],
			},
		];
	});
}

function frameOf(structure: Structure) {
	const { unitByKey, postsByUnit } = lookUp(structure);
	const functions = new Map(structure.functions.map((fn) => [fn.key, fn]));
	const headOf = (unitKey: UnitKey) => (postsByUnit.get(unitKey) ?? []).find((post) => post.isHead);
	const above = (unitKey: UnitKey) => ancestorKeys(unitByKey, unitKey);
	return {
		place: (unitKey: UnitKey) =>
			[unitKey, ...above(unitKey)].flatMap((key) => unitByKey.get(key)?.name ?? []),
		superior: (post: Post): LocalText | null => {
			const units = post.isHead ? above(post.unitKey) : [post.unitKey, ...above(post.unitKey)];
			return units.map(headOf).find((head) => head && head.key !== post.key)?.title ?? null;
		},
		subordinates: (post: Post): number | null => {
			if (!post.isHead) return null;
			const below = depthFirst(structure.units)
				.map(({ item }) => item.key)
				.filter((key) => key === post.unitKey || above(key).includes(post.unitKey));
			const posts = below.flatMap((key) => postsByUnit.get(key) ?? []);
			return posts.reduce((sum, one) => sum + one.approved, 0) - post.approved;
		},
		duties: (post: Post) => {
			const own = structure.participations.filter((part) => part.postKey === post.key);
			const parts =
				own.length > 0
					? own
					: structure.participations.filter(
							(part) => part.unitKey === post.unitKey && part.role === 'accountable' && part.postKey === null,
						);
			const list = parts
				.flatMap((part): readonly AdminFunction[] => {
					const fn = functions.get(part.functionKey);
					return fn ? [fn] : [];
				})
				.toSorted((a, b) => a.sort - b.sort || (a.key < b.key ? -1 : 1));
			return {
				of: own.length > 0 ? ('post' as const) : ('unit' as const),
				list: list.map((fn) => fn.text),
			};
		},
	};
}

function operationsByPost({ operations }: ProposalReport): ReadonlyMap<PostKey, readonly number[]> {
	const found = new Map<PostKey, Set<number>>();
	for (const { number, diff } of operations) {
		const keys = [
			...diff.posts.created.map(({ key }) => key),
			...diff.posts.changed.map(({ after }) => after.key),
			...[...diff.participations.created, ...diff.participations.closed].flatMap(
				({ postKey }) => postKey ?? [],
			),
		];
		for (const key of keys) found.set(key, (found.get(key) ?? new Set()).add(number));
	}
	return new Map([...found].map(([key, numbers]) => [key, [...numbers].sort((a, b) => a - b)]));
}

function without(list: readonly LocalText[], others: readonly LocalText[]): readonly LocalText[] {
	const known = new Set(others.map((text) => text.bg));
	return list.filter((text) => !known.has(text.bg));
}

function sameTexts(one: readonly LocalText[], other: readonly LocalText[]): boolean {
	return without(one, other).length === 0 && without(other, one).length === 0;
}
