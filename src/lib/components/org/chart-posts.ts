import type { ChartUnit } from '#lib/charts/org-chart.ts';
import type { ChartMark } from '#lib/components/charts/org-chart-marks.ts';
import type { LocalText, PostCategory } from '#lib/domain/org/index.ts';
import { formatHeadcount } from '#lib/i18n/format.ts';
import { localText, nameOfCategory } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';

/** A line of the staffing table. */
export interface ChartPost {
	readonly key: string;
	readonly unitKey: string;
	readonly title: LocalText;
	readonly approved: number;
	readonly category: PostCategory;
	readonly isHead: boolean;
}

/** One drawn box of posts. */
export interface PostBox {
	/** Of the first line in the box, with a number for each further box of it. */
	readonly key: string;
	readonly postKey: string;
	readonly unitKey: string;
	readonly title: string;
	readonly approved: number;
	readonly category: PostCategory;
}

const PREFIX = 'post:';
/** Columns of boxes from one line of the staffing table: more would only be a mistake in the data. */
const MOST_OF_A_LINE = 500;

/** The boxes of the posts: equal ones of a unit together, or each post alone, the last one perhaps a part. */
export function postBoxes(posts: readonly ChartPost[], isGrouped: boolean): readonly PostBox[] {
	return isGrouped ? grouped(posts) : posts.flatMap(separate);
}

/** One box for each line of the staffing table, with how many posts it has. */
export function lineBoxes(posts: readonly ChartPost[]): readonly PostBox[] {
	return posts.map((post) => boxOf(post, '', post.approved));
}

/** Key of the post behind a box of the chart; null for a unit. */
export function postOfBox(key: string): string | null {
	return key.startsWith(PREFIX) ? (key.slice(PREFIX.length).split('#')[0] ?? null) : null;
}

/** Units with the posts under them, the posts before the subordinate units. */
export function withPosts(units: readonly ChartUnit[], boxes: readonly PostBox[]): readonly ChartUnit[] {
	const known = new Set(units.map((unit) => unit.key));
	const below = boxes
		.filter((box) => known.has(box.unitKey))
		.map((box): ChartUnit => ({
			...{ key: box.key, parentKey: box.unitKey, label: box.title, group: 'post', isApart: false },
			...{ change: null, movedFromKey: null, weight: box.approved },
		}));
	return [...below, ...units.map((unit) => ({ ...unit, weight: 0 }))].toSorted(
		(a, b) => Number(a.group !== 'post') - Number(b.group !== 'post'),
	);
}

/** What stands in the boxes of the posts. */
export function postMarks(boxes: readonly PostBox[]): readonly (readonly [string, ChartMark])[] {
	return boxes.map((box) => {
		const count = m.structure_posts_short({ count: formatHeadcount(box.approved) });
		const isMany = box.approved > 1;
		const category = nameOfCategory(box.category);
		return [
			box.key,
			{
				figures: category,
				value: isMany ? `×${formatHeadcount(box.approved)}` : formatHeadcount(box.approved),
				short: count,
				...{ colour: null, isHatched: false, isReconstructed: false },
				spoken: `${count}, ${category}`,
			},
		];
	});
}

function grouped(posts: readonly ChartPost[]): readonly PostBox[] {
	const together = Map.groupBy(posts, (post) => `${post.unitKey} ${localText(post.title)} ${post.category}`);
	return [...together.values()].flatMap((lines) => {
		const [first] = lines;
		return first
			? [
					boxOf(
						first,
						'',
						lines.reduce((sum, line) => sum + line.approved, 0),
					),
				]
			: [];
	});
}

function separate(post: ChartPost): readonly PostBox[] {
	const count = Math.min(MOST_OF_A_LINE, Math.max(1, Math.ceil(post.approved)));
	return Array.from({ length: count }, (_, at) =>
		boxOf(post, at === 0 ? '' : `#${at + 1}`, Math.min(1, post.approved - at)),
	);
}

function boxOf(post: ChartPost, number: string, approved: number): PostBox {
	return {
		key: `${PREFIX}${post.key}${number}`,
		postKey: post.key,
		unitKey: post.unitKey,
		title: localText(post.title),
		approved,
		category: post.category,
	};
}
