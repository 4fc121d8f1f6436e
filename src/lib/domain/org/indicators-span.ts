import { parameterNumber, type ParameterSet } from '../legal/index.ts';
import { childrenByParent, type IsoDate, type UnitKey } from '../shared/index.ts';
import type { OrgUnit, Post, Structure } from './types.ts';

/** The head of a unit and the posts directly below: own people, and the heads of the units below. */
export interface ManagerSpan {
	readonly unitKey: UnitKey;
	/** Heads of the unit, in posts (two deputy mayors are 2). */
	readonly heads: number;
	/** Direct reports, in posts. */
	readonly reports: number;
	/** Reports for each head. */
	readonly span: number;
	/** Level of management, the top is 1. */
	readonly level: number;
}

/** Spans of control with all posts, or with the occupied ones alone. */
export interface SpanView {
	/** N: posts that stand in the tree of reporting. */
	readonly positions: number;
	/** M: heads with at least one direct report. */
	readonly managers: number;
	/** (N − tops) ÷ M; null without managers. With one top it is (N − 1) ÷ M. */
	readonly average: number | null;
	readonly median: number | null;
	/** Levels of management, workers not counted. */
	readonly layers: number;
	readonly spans: readonly ManagerSpan[];
}

export interface SpanIndicators {
	readonly approved: SpanView;
	readonly actual: SpanView;
}

export const SPAN_BANDS = ['none', 'single', 'narrow', 'below', 'normal', 'extended', 'wide'] as const;
export type SpanBand = (typeof SPAN_BANDS)[number];

/** Bounds of the bands in direct reports. */
export interface SpanBounds {
	readonly narrowBelow: number;
	readonly normalFrom: number;
	readonly normalTo: number;
	readonly wideAbove: number;
}

export const SPAN_PARAMETERS = {
	narrowBelow: 'org.span.narrow-below',
	normalFrom: 'org.span.normal-from',
	normalTo: 'org.span.normal-to',
	wideAbove: 'org.span.wide-above',
} as const;

/** Spans of control of the municipal administration; what stands outside it is left out. Source: methodology §2.6. */
export function computeSpans(structure: Structure): SpanIndicators {
	const units = structure.units.filter((unit) => unit.part !== 'outside');
	const posts = Map.groupBy(structure.posts, (post) => post.unitKey);
	return {
		approved: spanView(units, posts, (post) => post.approved),
		actual: spanView(units, posts, (post) => post.occupied),
	};
}

/** Average span of a tree: (N − tops) ÷ M. Oracle T12: N 60, M 9, one top → 6,556. */
export function averageSpan(tree: {
	readonly positions: number;
	readonly managers: number;
	readonly tops?: number;
}): number | null {
	return tree.managers > 0 ? (tree.positions - (tree.tops ?? 1)) / tree.managers : null;
}

/** The bounds in force on a day; null when one of them is not set, then spans are shown without bands. */
export function spanBounds(
	parameters: ParameterSet,
	asOf: IsoDate,
	municipality: string | null,
): SpanBounds | null {
	const value = (key: string) => parameterNumber(parameters, { key, asOf, municipality });
	const narrowBelow = value(SPAN_PARAMETERS.narrowBelow);
	const normalFrom = value(SPAN_PARAMETERS.normalFrom);
	const normalTo = value(SPAN_PARAMETERS.normalTo);
	const wideAbove = value(SPAN_PARAMETERS.wideAbove);
	if (narrowBelow === undefined || normalFrom === undefined) return null;
	if (normalTo === undefined || wideAbove === undefined) return null;
	return { narrowBelow, normalFrom, normalTo, wideAbove };
}

/**
 * Band of a span: nobody, exactly one (always a finding), below `narrowBelow`, below `normalFrom`, up to
 * `normalTo` with it, up to `wideAbove` with it, above. Source: methodology §2.6.
 */
export function spanBand(span: number, bounds: SpanBounds): SpanBand {
	if (span === 0) return 'none';
	if (span === 1) return 'single';
	if (span < bounds.narrowBelow) return 'narrow';
	if (span < bounds.normalFrom) return 'below';
	if (span <= bounds.normalTo) return 'normal';
	return span <= bounds.wideAbove ? 'extended' : 'wide';
}

type PostCount = (post: Post) => number;

interface Walk {
	readonly children: ReadonlyMap<UnitKey | null, readonly OrgUnit[]>;
	readonly posts: ReadonlyMap<UnitKey, readonly Post[]>;
	readonly count: PostCount;
	readonly spans: ManagerSpan[];
}

function spanView(
	units: readonly OrgUnit[],
	posts: ReadonlyMap<UnitKey, readonly Post[]>,
	count: PostCount,
): SpanView {
	const known = new Set(units.map((unit) => unit.key));
	const rooted = units.map((unit) =>
		unit.parentKey !== null && known.has(unit.parentKey) ? unit : { ...unit, parentKey: null },
	);
	const walk: Walk = { children: childrenByParent<UnitKey, OrgUnit>(rooted), posts, count, spans: [] };
	const tops = (walk.children.get(null) ?? []).reduce((sum, unit) => sum + visit(walk, unit, 1), 0);
	const all = units.flatMap((unit) => posts.get(unit.key) ?? []);
	const positions = all.reduce((sum, post) => sum + count(post), 0);
	const managing = walk.spans.filter((item) => item.reports > 0);
	const managers = managing.reduce((sum, item) => sum + item.heads, 0);
	return {
		positions,
		managers,
		average: averageSpan({ positions, managers, tops }),
		median: median(managing.map((item) => item.span)),
		layers: managing.reduce((deepest, item) => Math.max(deepest, item.level), 0),
		spans: inOrder(walk.spans, units),
	};
}

/** Posts of the unit that report to whoever stands above it. Without a head, all its people report upwards. */
function visit(walk: Walk, unit: OrgUnit, level: number): number {
	const own = walk.posts.get(unit.key) ?? [];
	const sum = (lines: readonly Post[]) => lines.reduce((total, post) => total + walk.count(post), 0);
	const heads = sum(own.filter((post) => post.isHead));
	const below = (walk.children.get(unit.key) ?? []).reduce(
		(total, child) => total + visit(walk, child, heads > 0 ? level + 1 : level),
		0,
	);
	const reports = sum(own.filter((post) => !post.isHead)) + below;
	if (heads === 0) return reports;
	walk.spans.push({ unitKey: unit.key, heads, reports, span: reports / heads, level });
	return heads;
}

function inOrder(spans: readonly ManagerSpan[], units: readonly OrgUnit[]): readonly ManagerSpan[] {
	const byUnit = new Map(spans.map((item) => [item.unitKey, item]));
	return units.flatMap((unit) => byUnit.get(unit.key) ?? []);
}

function median(values: readonly number[]): number | null {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	const [lower, upper] = [sorted[middle - 1], sorted[middle]];
	if (upper === undefined) return null;
	return sorted.length % 2 === 1 || lower === undefined ? upper : (lower + upper) / 2;
}
