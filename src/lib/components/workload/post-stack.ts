import { layoutStack } from '#lib/charts/workload-needs.ts';
import type { Estimate } from '#lib/domain/workload/index.ts';
import { formatFte } from '#lib/i18n/format.ts';
import { localText } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';
import type { FunctionRow } from './unit-methods.ts';

/** A line of the staffing table with what the survey says it spends, as far as it may be shown. */
export interface PostLine {
	readonly key: string;
	/** Its number in the drawing. */
	readonly number: number;
	readonly title: string;
	/** Full posts over the functions that may be shown. */
	readonly fte: number;
}

/** As many functions as a drawing shows; the table of functions has them all. */
const DRAWN = 12;

/**
 * The time of the survey by post: one bar for the unit and one for each of its largest functions, on an axis of their own.
 * What stays hidden is one part without a post; the service hides enough that it never speaks of fewer than three people.
 */
export function postStack(functions: readonly FunctionRow[], total: Estimate | undefined) {
	const posts = postLines(functions);
	if (!total || posts.length === 0) return null;
	const byKey = new Map(posts.map((post) => [post.key, post]));
	const barOf = (one: { key: string; name: string; whole: number; end: number; of: readonly Part[] }) => {
		const known = one.of.reduce((sum, { value }) => sum + value, 0);
		const rest = one.whole - known;
		const parts = layoutStack([...one.of, { key: 'rest', value: rest > REMAINDER ? rest : 0 }], one.end).map(
			(part) => {
				const post = byKey.get(part.key);
				const title = `${post?.title ?? m.workload_hidden()}: ${formatFte(part.value)}`;
				return { ...part, number: post?.number ?? null, title };
			},
		);
		return { method: one.key, name: one.name, total: formatFte(one.whole), parts };
	};
	const drawn = functions
		.flatMap((fn) => (isShown(fn.survey) ? [{ fn, whole: fn.survey.expected }] : []))
		.filter(({ fn }) => partsOf(fn).length > 0)
		.sort((a, b) => b.whole - a.whole || (a.fn.key < b.fn.key ? -1 : 1))
		.slice(0, DRAWN);
	const longest = drawn[0]?.whole ?? 1;
	const whole = total.expected;
	const ofUnit = posts.map(({ key, fte }) => ({ key, value: fte }));
	return {
		posts,
		unit: barOf({ key: 'unit', name: m.workload_posts_unit(), whole, end: whole || 1, of: ofUnit }),
		functions: drawn.map((one) =>
			barOf({
				...{ key: one.fn.key, name: localText(one.fn.text), whole: one.whole, end: longest },
				of: partsOf(one.fn),
			}),
		),
	};
}

/** Smaller differences come from binary fractions. */
const REMAINDER = 1e-6;

interface Part {
	readonly key: string;
	readonly value: number;
}

function postLines(functions: readonly FunctionRow[]): readonly PostLine[] {
	const titles = new Map(functions.flatMap(({ posts }) => posts.map(({ key, title }) => [key, title])));
	const sums = new Map<string, number>();
	for (const { key, value } of functions.flatMap(partsOf)) sums.set(key, (sums.get(key) ?? 0) + value);
	return [...sums].map(([key, fte], at) => {
		const title = titles.get(key);
		return { key, number: at + 1, title: title ? localText(title) : key, fte };
	});
}

function partsOf({ posts }: FunctionRow): readonly Part[] {
	return posts.flatMap(({ key, fte }) => (isShown(fte) ? [{ key, value: fte.expected }] : []));
}

function isShown(value: FunctionRow['survey']): value is Estimate {
	return value !== null && value !== 'hidden';
}
