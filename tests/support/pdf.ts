import { inflateSync } from 'node:zlib';

/** The texts of a PDF in the order in which they are written, found by the map from glyphs to letters in the file. */
export function textsOfPdf(bytes: Uint8Array): readonly string[] {
	const streams = streamsOf(Buffer.from(bytes));
	const letters = new Map<string, ReadonlyMap<string, string>>();
	const fontNames = fontsOf(Buffer.from(bytes).toString('latin1'));
	for (const { id, text } of streams) if (text.includes('beginbfchar')) letters.set(id, mapOf(text));
	return streams.flatMap(({ text }) =>
		[...text.matchAll(/\/(\w+) [\d.]+ Tf [^<]*<([0-9a-f]*)> Tj/g)].map(([, font = '', hex = '']) => {
			const map = letters.get(fontNames.get(font) ?? '');
			return (hex.match(/.{4}/g) ?? []).map((glyph) => map?.get(glyph) ?? '\ufffd').join('');
		}),
	);
}

export function pageCount(bytes: Uint8Array): number {
	return (
		Buffer.from(bytes)
			.toString('latin1')
			.match(/\/Type \/Page /g)?.length ?? 0
	);
}

function streamsOf(file: Buffer): readonly { readonly id: string; readonly text: string }[] {
	const source = file.toString('latin1');
	return [
		...source.matchAll(/(\d+) 0 obj\n<<[^\n]*?\/Length (\d+) \/Filter \/FlateDecode >>\nstream\n/g),
	].map((match) => {
		const from = match.index + match[0].length;
		const packed = file.subarray(from, from + Number(match[2]));
		return { id: match[1] ?? '', text: inflateSync(packed).toString('latin1') };
	});
}

/** The object of the letter map by name of the font. */
function fontsOf(source: string): ReadonlyMap<string, string> {
	const fonts = source.matchAll(/\/Type0 \/BaseFont \/(\w+) [^\n]*\/ToUnicode (\d+) 0 R/g);
	return new Map([...fonts].map(([, name = '', id = '']) => [name, id]));
}

function mapOf(text: string): ReadonlyMap<string, string> {
	const pairs = text.matchAll(/<([0-9a-f]{4})> <([0-9a-f]+)>/g);
	return new Map(
		[...pairs].map(([, glyph = '', hex = '']) => [
			glyph,
			(hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(parseInt(unit, 16))).join(''),
		]),
	);
}
