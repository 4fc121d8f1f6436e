import { chartTree, childCountOf, type OrgChartLayout } from '#lib/charts/org-chart.ts';
import { layoutPaper, paperBox, type PaperBox } from './layout.ts';
import type { PaperUnit } from './model.ts';

/** One sheet of the chart: a part of the units, laid out, with what stands on other sheets. */
export interface ChartPage {
	readonly layout: OrgChartLayout;
	/** Points for one pixel of the drawing. */
	readonly scale: number;
	/** The unit that the page begins with; null for the first page of all and where it goes on with further units at the top. */
	readonly rootKey: string | null;
	/** Page from which it goes on, from 1; null for the first. */
	readonly from: number | null;
	/** Page on which a folded unit goes on, from 1. */
	readonly goesOn: ReadonlyMap<string, number>;
}

export interface PageArea {
	/** Room for the drawing in points. */
	readonly width: number;
	readonly height: number;
}

export const CHART_BREAKS = ['fit', 'level', 'directorate'] as const;
/**
 * Where a page ends: when it is full; below every unit and its direct subordinates; or at every directorate. A page that
 * would be too full ends earlier in each case.
 */
export type ChartBreaks = (typeof CHART_BREAKS)[number];

export const CHART_DENSITIES = ['usual', 'dense', 'densest'] as const;
export type ChartDensity = (typeof CHART_DENSITIES)[number];

export interface PageOptions {
	readonly breaks?: ChartBreaks;
	readonly density?: ChartDensity;
	/** Points for one pixel at least, where the density alone would allow smaller letters. */
	readonly least?: number;
	/** Points for one pixel at most where everything stands on one page, which it then fills. Default: as the density. */
	readonly most?: number;
}

/** Points for one pixel at which the smallest letters of a chart, of 12,5 px, have 7 points: what a council reads on paper. */
export const LEGIBLE = 0.56;

/** Points for one pixel at best, and at least: names of 13 px become letters of 8,5 to 6,5 points, then 6,5 to 5,5, then 5,5 to 4,5. */
const SCALES: Readonly<Record<ChartDensity, { readonly best: number; readonly least: number }>> = {
	usual: { best: 0.65, least: 0.5 },
	dense: { best: 0.5, least: 0.42 },
	densest: { best: 0.42, least: 0.35 },
};
/** Subordinates of one unit on a page at most, when they alone are more than a page holds. */
const MOST_SIDE_BY_SIDE = 40;

/**
 * The chart on pages of one size. A part that does not fit is folded at its largest branches, and each of these goes on
 * upon a page of its own, in the order of the act. Nothing is left out.
 */
export function chartPages(
	units: readonly PaperUnit[],
	area: PageArea,
	{ breaks = 'fit', density = 'usual', least = 0, most = 0 }: PageOptions = {},
): readonly ChartPage[] {
	const scales = SCALES[density];
	const sheet: Sheet = {
		...{ ...area, breaks, box: paperBox(units) },
		...{ best: scales.best, least: Math.max(scales.least, least) },
	};
	const pages: ChartPage[] = [];
	const waiting: Part[] = [{ rootKey: null, from: null, units }];
	let given = 1;
	for (let part = waiting.shift(); part; part = waiting.shift()) {
		const { layout, scale, folded, rest } = fitted(part, sheet);
		const goesOn = new Map<string, number>();
		const own = pages.length + 1;
		for (const key of folded) {
			goesOn.set(key, ++given);
			waiting.push({ rootKey: key, from: own, units: below(part.units, key) });
		}
		if (rest) {
			given++;
			waiting.push({ ...rest, from: own });
		}
		pages.push({ layout, scale, rootKey: part.rootKey, from: part.from, goesOn });
	}
	return pages.length === 1 ? pages.map((page) => grown(page, { ...area, best: most })) : pages;
}

/** The only page there is, as large as its sheet allows. */
function grown(page: ChartPage, area: PageArea & { readonly best: number }): ChartPage {
	return { ...page, scale: Math.max(page.scale, scaleFor(page.layout, area)) };
}

interface Part {
	readonly rootKey: string | null;
	readonly from: number | null;
	readonly units: readonly PaperUnit[];
}

interface Fitted {
	readonly layout: OrgChartLayout;
	readonly scale: number;
	readonly folded: readonly string[];
	/** What the page had no room for. */
	readonly rest: Omit<Part, 'from'> | null;
}

interface Sheet extends PageArea {
	readonly best: number;
	readonly least: number;
	readonly breaks: ChartBreaks;
	readonly box: PaperBox;
}

function fitted(part: Part, area: Sheet): Fitted {
	const folded = new Set(brokenAt(part.units, area.breaks));
	for (;;) {
		const layout = layoutPaper(part.units, area.box, folded);
		const scale = scaleFor(layout, area);
		if (scale >= area.least) return { layout, scale, folded: standing(layout, folded), rest: null };
		const next = largestBranch(layout);
		if (next === undefined) return split(part, folded, area);
		folded.add(next);
	}
}

/** The folded units that stand on a page, in the order of the act; one below another folded unit goes on from the page of that one. */
function standing({ tree, shown }: OrgChartLayout, folded: ReadonlySet<string>): readonly string[] {
	const drawn = new Set(Array.from(shown, (node) => tree.units[node]?.key));
	return tree.units.map(({ key }) => key).filter((key) => folded.has(key) && drawn.has(key));
}

/** The units that go on upon a page of their own whatever room there is; never what the part begins with. */
function brokenAt(units: readonly PaperUnit[], breaks: ChartBreaks): readonly string[] {
	if (breaks === 'fit') return [];
	const tree = chartTree(units);
	return units
		.filter(
			(unit, node) =>
				(tree.depth[node] ?? 0) > 0 &&
				childCountOf(tree, node) > 0 &&
				(breaks === 'level' ? tree.depth[node] === 1 : unit.group === 'directorate'),
		)
		.map((unit) => unit.key);
}

/** So many direct subordinates that they go on upon the next page: as many here as stand in letters that can be read. */
function split(part: Part, folded: ReadonlySet<string>, area: Sheet): Fitted {
	const tree = chartTree(part.units);
	const [root] = tree.roots;
	const isOneRoot = tree.roots.length === 1 && root !== undefined;
	const rootUnit = isOneRoot ? part.units[root] : undefined;
	const tops = part.units.filter((unit) => (rootUnit ? unit.parentKey === rootUnit.key : isTop(tree, unit)));
	for (let count = Math.min(MOST_SIDE_BY_SIDE, tops.length); ; count--) {
		const now = new Set(tops.slice(0, count).flatMap((unit) => keysBelow(part.units, unit.key)));
		const kept = part.units.filter((unit) => unit === rootUnit || now.has(unit.key));
		const layout = layoutPaper(kept, area.box, folded);
		const scale = scaleFor(layout, area);
		if (scale < area.least && count > 1) continue;
		const left = part.units.filter((unit) => unit === rootUnit || !now.has(unit.key));
		return {
			...{ layout, scale },
			folded: standing(layout, folded),
			rest: tops.length > count ? { rootKey: rootUnit?.key ?? null, units: left } : null,
		};
	}
}

function isTop(tree: OrgChartLayout['tree'], unit: PaperUnit): boolean {
	return tree.parent[tree.indexOf.get(unit.key) ?? -1] === -1;
}

function scaleFor({ bounds }: OrgChartLayout, area: PageArea & { readonly best: number }): number {
	return Math.min(area.best, area.width / bounds.width, area.height / bounds.height);
}

/** The unfolded unit under the root with the most below it; the first of equals. */
function largestBranch({ tree, shown, options }: OrgChartLayout): string | undefined {
	let best: number | undefined;
	for (const node of shown) {
		const isRoot = tree.parent[node] === -1 && tree.roots.length === 1;
		const key = tree.units[node]?.key ?? '';
		if (isRoot || childCountOf(tree, node) === 0 || options.collapsed.has(key)) continue;
		if (best === undefined || (tree.descendants[node] ?? 0) > (tree.descendants[best] ?? 0)) best = node;
	}
	return best === undefined ? undefined : tree.units[best]?.key;
}

function below(units: readonly PaperUnit[], key: string): readonly PaperUnit[] {
	const kept = new Set(keysBelow(units, key));
	return units.filter((unit) => kept.has(unit.key));
}

/** A unit and everything below it. */
function keysBelow(units: readonly PaperUnit[], key: string): readonly string[] {
	const children = Map.groupBy(units, (unit) => unit.parentKey);
	const kept = new Set([key]);
	for (const one of kept) for (const unit of children.get(one) ?? []) kept.add(unit.key);
	return [...kept];
}
