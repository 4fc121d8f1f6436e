import { m } from '#lib/paraglide/messages.js';
import type { ChartPaper } from '../chart/model.ts';
import { chartPages, LEGIBLE, type ChartPage } from '../chart/pages.ts';
import { chartSvg, SVG_HEAD } from '../chart/svg.ts';
import { drawingRoom, type WordBlock, type WordSheet } from '../shared/word.ts';

/** A structure drawn for print. */
export interface StructurePicture {
	readonly sheet: WordSheet;
	/** The first drawing, then, where there are more, each on a page of its own. */
	readonly blocks: readonly WordBlock[];
}

export const USUAL_SHEET = { paper: 'A4', orientation: 'landscape' } as const satisfies WordSheet;
/** The smaller paper first, since not every printer has the larger one. */
const SHEETS: readonly WordSheet[] = [
	USUAL_SHEET,
	{ paper: 'A4', orientation: 'portrait' },
	{ paper: 'A3', orientation: 'landscape' },
	{ paper: 'A3', orientation: 'portrait' },
];
const LARGE: WordSheet = { paper: 'A3', orientation: 'landscape' };

/**
 * The structure drawn so that its smallest letters have 7 points: on the smallest sheet on which it stands whole, and
 * where A3 is too small for it on sheets of A3 that go on from branch to branch, as the pages of the structure do. The
 * table after the drawing says the same in words.
 */
export function structurePictureBlocks(paper: ChartPaper, alt: string): StructurePicture {
	const sheet = SHEETS.find((one) => pagesOn(paper, one).length === 1) ?? LARGE;
	const pages = pagesOn(paper, sheet);
	const blocks = pages.flatMap((page, at): readonly WordBlock[] => [
		...(at === 0 ? [] : [{ kind: 'page-break' } as const]),
		{ kind: 'picture', svg: sheetSvg(paper, page, { at, count: pages.length }), alt, scale: page.scale },
	]);
	return { sheet, blocks };
}

function pagesOn({ units }: ChartPaper, sheet: WordSheet): readonly ChartPage[] {
	const { width, height } = drawingRoom(sheet);
	return chartPages(units, { width, height: height - SVG_HEAD * LEGIBLE }, { least: LEGIBLE });
}

function sheetSvg(
	paper: ChartPaper,
	{ layout, rootKey, from, goesOn }: ChartPage,
	{ at, count }: { readonly at: number; readonly count: number },
): string {
	const options = { locale: paper.locale };
	const name = paper.units.find(({ key }) => key === rootKey)?.label ?? '';
	const sheet = m.papers_structure_sheet({ sheet: at + 1, count }, options);
	const origin = from === null ? [] : [m.papers_structure_goes_on({ name, sheet: from }, options)];
	const noteOf = (key: string) => {
		const to = goesOn.get(key);
		return to === undefined ? '' : m.papers_structure_see({ sheet: to }, options);
	};
	return chartSvg(paper, { layout, noteOf, line: count > 1 ? [sheet, ...origin].join(' · ') : '' });
}
