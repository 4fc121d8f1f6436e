import { countLines } from '#lib/charts/org-chart-text.ts';
import { boxRoom, layoutOrgChart, type OrgChartLayout, type OrgChartOptions } from '#lib/charts/org-chart.ts';
import type { PaperUnit } from './model.ts';

/** Widths of a box on paper in pixels, the usual one first. */
const WIDTHS = [172, 190, 210, 230] as const;
const FONT_SIZE = 13;
/** A wider box is taken rather than more lines than this; the widest has as many as the longest name needs. */
const LINES = 5;
/** Names longer than this many lines of the widest box are cut: no name of a unit is. */
const MOST_LINES = 14;

/** Size of the boxes of a paper: every one as large as the longest name needs, the same on all its pages. */
export type PaperBox = Pick<OrgChartOptions, 'boxWidth' | 'minLines' | 'maxLines'>;

/**
 * The size in which every name stands whole. Example: a longest name of 6 lines in 172 px that takes 5 lines in 190 px
 * makes all boxes 190 px wide and 5 lines high.
 */
export function paperBox(units: readonly Pick<PaperUnit, 'label'>[]): PaperBox {
	const linesIn = (boxWidth: number) => {
		const options = { width: boxRoom(boxWidth), fontSize: FONT_SIZE, maxLines: MOST_LINES };
		return units.reduce((most, { label }) => Math.max(most, countLines(label, options)), 1);
	};
	const sizes = WIDTHS.map((boxWidth) => ({ boxWidth, lines: linesIn(boxWidth) }));
	const { boxWidth, lines } = sizes.find((size) => size.lines <= LINES) ??
		sizes.at(-1) ?? { boxWidth: WIDTHS[0], lines: LINES };
	return { boxWidth, minLines: lines, maxLines: lines };
}

/** The chart laid out for paper, with boxes of the given size. */
export function layoutPaper(
	units: readonly PaperUnit[],
	box: PaperBox,
	collapsed: ReadonlySet<string> = new Set(),
): OrgChartLayout {
	return layoutOrgChart(units, { ...box, fontSize: FONT_SIZE, collapsed });
}
