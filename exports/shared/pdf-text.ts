import { widthOfText, type Font } from './font.ts';

/** A font in a paper: the letters that were used, so that they can be found and copied again. */
export interface PaperFont {
	readonly name: string;
	readonly font: Font;
	/** Code point by used glyph. */
	readonly used: Map<number, number>;
}

export interface TextAt {
	readonly font: PaperFont;
	readonly size: number;
	readonly x: number;
	readonly y: number;
	readonly text: string;
	readonly align?: 'left' | 'right' | 'middle';
	/** `r g b` from 0 to 1. */
	readonly colour?: string;
}

/** Operators that write a text with its base line at a place, y from the foot of the page. */
export function writeText({ font, size, x, y, text, align = 'left', colour = '0 0 0' }: TextAt): string {
	const shift = align === 'left' ? 0 : widthOfText(font.font, text, size) / (align === 'right' ? 1 : 2);
	return `BT ${colour} rg /${font.name} ${number(size)} Tf ${number(x - shift)} ${number(y)} Td <${glyphs(font, text)}> Tj ET\n`;
}

/** A number as a PDF takes it: two decimals at most, never in powers of ten. */
export function number(value: number): string {
	return String(Math.round(value * 100) / 100);
}

function glyphs({ font, used }: PaperFont, text: string): string {
	let hex = '';
	for (const letter of text) {
		const code = letter.codePointAt(0) ?? 0;
		const glyph = font.glyphOf(code);
		if (!used.has(glyph)) used.set(glyph, code);
		hex += glyph.toString(16).padStart(4, '0');
	}
	return hex;
}
