import { renderAsync } from '@resvg/resvg-js';
import { fontFiles } from './fonts.ts';

export const PNG_TYPE = 'image/png';

/** Two pixels for one of the drawing, so that it stays sharp on paper. */
const SHARPNESS = 2;
/** Pixels of a picture at most; a larger chart is drawn smaller, but never cut. */
const MOST_PIXELS = 60_000_000;
const LONGEST_SIDE = 32_000;

/** A standing picture of an SVG chart with the typeface of the house; drawn beside the process that serves requests. */
export async function chartPng(
	svg: string,
	size: { readonly width: number; readonly height: number },
): Promise<Uint8Array> {
	const zoom = Math.min(
		SHARPNESS,
		Math.sqrt(MOST_PIXELS / (size.width * size.height)),
		LONGEST_SIDE / Math.max(size.width, size.height),
	);
	const picture = await renderAsync(svg, {
		fitTo: { mode: 'zoom', value: zoom },
		font: { fontFiles: [...fontFiles()], loadSystemFonts: false, defaultFontFamily: 'Sofia Sans' },
	});
	return new Uint8Array(picture.asPng());
}

/** Width and height that an SVG chart states of itself. */
export function sizeOfSvg(svg: string): { readonly width: number; readonly height: number } {
	const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
	return { width: Number(width), height: Number(height) };
}
