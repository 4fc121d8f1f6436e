/** A TrueType font as a paper needs it: which glyph draws a letter and how wide it is. */
export interface Font {
	readonly bytes: Uint8Array;
	readonly unitsPerEm: number;
	readonly ascent: number;
	readonly descent: number;
	readonly bounds: readonly [number, number, number, number];
	/** Glyph of a code point; 0 for a letter that the font lacks. */
	readonly glyphOf: (code: number) => number;
	/** Width of a glyph in units of the font. */
	readonly widthOf: (glyph: number) => number;
}

/** Reads the tables `head`, `hhea`, `hmtx` and `cmap` (formats 4 and 12) of a TrueType file. */
export function readFont(bytes: Uint8Array): Font {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const tables = tablesOf(view);
	const table = (tag: string) => {
		const at = tables.get(tag);
		if (at === undefined) throw new RangeError(`the font has no table ${tag}`);
		return at;
	};
	const [head, hhea, hmtx] = [table('head'), table('hhea'), table('hmtx')];
	const metrics = view.getUint16(hhea + 34);
	return {
		bytes,
		unitsPerEm: view.getUint16(head + 18),
		ascent: view.getInt16(hhea + 4),
		descent: view.getInt16(hhea + 6),
		bounds: [36, 38, 40, 42].map((at) => view.getInt16(head + at)) as [number, number, number, number],
		glyphOf: glyphsOf(view, table('cmap')),
		widthOf: (glyph) => view.getUint16(hmtx + Math.min(glyph, metrics - 1) * 4),
	};
}

/** Width of a text at a size, in the unit of the size. */
export function widthOfText(font: Font, text: string, size: number): number {
	let units = 0;
	for (const letter of text) units += font.widthOf(font.glyphOf(letter.codePointAt(0) ?? 0));
	return (units * size) / font.unitsPerEm;
}

function tablesOf(view: DataView): ReadonlyMap<string, number> {
	const tables = new Map<string, number>();
	for (let at = 0; at < view.getUint16(4); at++) {
		const entry = 12 + at * 16;
		const tag = [0, 1, 2, 3].map((part) => String.fromCharCode(view.getUint8(entry + part))).join('');
		tables.set(tag, view.getUint32(entry + 8));
	}
	return tables;
}

/** The glyphs by code point, from the widest Unicode map that the font has. */
function glyphsOf(view: DataView, cmap: number): (code: number) => number {
	const glyphs = new Map<number, number>();
	for (let at = 0; at < view.getUint16(cmap + 2); at++) {
		const record = cmap + 4 + at * 8;
		const platform = view.getUint16(record);
		if (platform !== 0 && platform !== 3) continue;
		const map = cmap + view.getUint32(record + 4);
		if (view.getUint16(map) === 4) readFormat4(view, map, glyphs);
		if (view.getUint16(map) === 12) readFormat12(view, map, glyphs);
	}
	return (code) => glyphs.get(code) ?? 0;
}

function readFormat4(view: DataView, map: number, glyphs: Map<number, number>): void {
	const double = view.getUint16(map + 6);
	const [ends, starts] = [map + 14, map + 16 + double];
	const [deltas, offsets] = [starts + double, starts + 2 * double];
	for (let at = 0; at < double; at += 2) {
		const [start, end] = [view.getUint16(starts + at), view.getUint16(ends + at)];
		const [delta, offset] = [view.getUint16(deltas + at), view.getUint16(offsets + at)];
		for (let code = start; code <= end && code < 0xffff; code++) {
			const direct = offset === 0 ? code : view.getUint16(offsets + at + offset + (code - start) * 2);
			if (direct !== 0) glyphs.set(code, (direct + delta) & 0xffff);
		}
	}
}

function readFormat12(view: DataView, map: number, glyphs: Map<number, number>): void {
	for (let at = 0; at < view.getUint32(map + 12); at++) {
		const group = map + 16 + at * 12;
		const [start, end, first] = [view.getUint32(group), view.getUint32(group + 4), view.getUint32(group + 8)];
		for (let code = start; code <= end; code++) glyphs.set(code, first + code - start);
	}
}
