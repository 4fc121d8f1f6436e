import { textWidth } from '#lib/charts/org-chart-text.ts';
import { formatHeadcount } from '#lib/i18n/format.ts';
import {
	legendOf,
	nameOfLens,
	stepsOf,
	written,
	type Lens,
	type LensEntry,
	type LensFigure,
} from '#lib/i18n/lens-steps.ts';
import type { Locale } from '#lib/paraglide/runtime.js';

/** What the boxes are coloured by, and what that says about each unit by its key. */
export interface PaperLens {
	readonly code: Lens;
	readonly figures: Readonly<Record<string, LensFigure>>;
}

/** What a lens says about one box: its colour, and the number in words, so that the colour is never alone. */
export interface PaperMark {
	readonly colour: string;
	readonly isHatched: boolean;
	readonly value: string;
	readonly label: string;
}

/** A step of the legend with where it begins, in pixels from the first. */
export interface PlacedEntry extends LensEntry {
	readonly text: string;
	readonly x: number;
}

/** Pixels of the sample of a colour, and between the steps. */
export const SAMPLE = 12;
const GAP = 20;

/** The mark of a unit; undefined where the lens knows nothing of it. */
export function paperMark(lens: PaperLens | null, key: string, locale: Locale): PaperMark | undefined {
	const figure = lens?.figures[key];
	const step = figure && stepsOf(lens.code, { locale })[figure.step];
	if (!step) return undefined;
	const isChanged = lens.code === 'change' && figure.step !== 'change-none';
	return {
		colour: step.colour,
		isHatched: step.isHatched ?? false,
		value: isChanged ? step.label : written(lens.code, figure, { locale }),
		label: step.label,
	};
}

/** The steps in one line, each with its number of units. */
export function legendLine(lens: PaperLens, locale: Locale): readonly PlacedEntry[] {
	let x = 0;
	return legendOf(lens.code, lens.figures, { locale }).map((entry) => {
		const text = `${entry.label}: ${formatHeadcount(entry.count, { locale })}`;
		const placed = { ...entry, text, x };
		x += SAMPLE + 6 + textWidth(text, SAMPLE) + GAP;
		return placed;
	});
}

export function lensName({ code }: PaperLens, locale: Locale): string {
	return nameOfLens(code, { locale });
}

/** A colour „#14595b“ as the parts of red, green and blue from 0 to 1. */
export function rgbOf(colour: string): string {
	const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
	return parts.map((part) => String(Math.round(part * 1000) / 1000)).join(' ');
}
