import type { ChartPaper } from './model.ts';
import { chartPdf, type PagesMade, type PdfOptions } from './pdf.ts';
import { pagePicture } from './preview.ts';
import { chartPng, PNG_TYPE, sizeOfSvg } from './png.ts';
import { chartSvg, SVG_TYPE } from './svg.ts';
import { PDF_TYPE } from '../shared/pdf.ts';

export type ChartFormat =
	| ({ readonly kind: 'pdf' } & PdfOptions)
	/** One page of the PDF as a picture, from 1, to be looked at before printing. */
	| ({ readonly kind: 'page'; readonly page: number } & PdfOptions)
	| { readonly kind: 'svg' | 'png' };

/** A paper and what to make of it; plain data, so that it can go to another process. */
export interface ChartTask {
	readonly paper: ChartPaper;
	readonly format: ChartFormat;
}

export const CHART_TYPES: Readonly<Record<ChartFormat['kind'], string>> = {
	pdf: PDF_TYPE,
	svg: SVG_TYPE,
	page: SVG_TYPE,
	png: PNG_TYPE,
};

/** The bytes of a chart file; tells on the way how many sheets of a PDF are made. */
export async function drawChartFile({ paper, format }: ChartTask, onmade?: PagesMade): Promise<Uint8Array> {
	if (format.kind === 'pdf') return chartPdf(paper, format, onmade);
	if (format.kind === 'page') return new TextEncoder().encode(pagePicture(paper, format));
	const svg = chartSvg(paper);
	return format.kind === 'svg' ? new TextEncoder().encode(svg) : chartPng(svg, sizeOfSvg(svg));
}
