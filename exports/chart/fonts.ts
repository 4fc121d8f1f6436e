import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readFont, type Font } from '../shared/font.ts';
import type { PaperFonts } from './draw.ts';

const require = createRequire(import.meta.url);
const PLAIN = '@expo-google-fonts/sofia-sans/400Regular/SofiaSans_400Regular.ttf';
const BOLD = '@expo-google-fonts/sofia-sans/600SemiBold/SofiaSans_600SemiBold.ttf';

const fonts = new Map<string, Font>();

/** The two weights of the typeface of the house for one paper; files are read once. */
export function chartFonts(): PaperFonts {
	return {
		plain: { name: 'SofiaSans', font: fontOf(PLAIN), used: new Map() },
		bold: { name: 'SofiaSansSemiBold', font: fontOf(BOLD), used: new Map() },
	};
}

/** Paths of the font files, for a library that reads them itself. */
export function fontFiles(): readonly string[] {
	return [PLAIN, BOLD].map((file) => require.resolve(file));
}

function fontOf(file: string): Font {
	const known = fonts.get(file);
	if (known) return known;
	const font = readFont(new Uint8Array(readFileSync(require.resolve(file))));
	fonts.set(file, font);
	return font;
}
