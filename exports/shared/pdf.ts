import { deflateSync } from 'node:zlib';
import { number, type PaperFont } from './pdf-text.ts';

export interface PdfPage {
	/** In points (1/72 inch). */
	readonly width: number;
	readonly height: number;
	/** Operators of the page. */
	readonly content: string;
	/** Places on the page that lead to another page, counted from 0. */
	readonly links?: readonly PdfLink[];
}

export interface PdfLink {
	/** Left, bottom, right, top from the foot of the page. */
	readonly rect: readonly [number, number, number, number];
	readonly page: number;
}

export interface PdfSpec {
	readonly title: string;
	readonly author: string;
	readonly language: string;
	/** ISO in UTC; injected so that files can be compared. */
	readonly createdAt: string;
	readonly fonts: readonly PaperFont[];
	readonly pages: readonly PdfPage[];
	/** Drawings that several pages show, called by `/<name> Do`. */
	readonly forms?: readonly {
		readonly name: string;
		readonly box: readonly number[];
		readonly content: string;
	}[];
}

export const PDF_TYPE = 'application/pdf';

/**
 * A PDF 1.7 file: pages of vector operators, TrueType fonts embedded whole with the map from glyphs to letters, so that
 * the text can be searched and copied. Equal input gives equal bytes.
 */
export function pdfBytes(spec: PdfSpec): Uint8Array {
	const file = new Objects();
	const pagesId = file.reserve();
	const fonts = spec.fonts.map((font) => `/${font.name} ${fontObject(file, font)} 0 R`).join(' ');
	const resources = file.add(`<< /Font << ${fonts} >> >>`);
	const forms = (spec.forms ?? []).map(({ name, box, content }) => {
		const head = `/Type /XObject /Subtype /Form /BBox [${box.map(number).join(' ')}] /Resources ${resources} 0 R`;
		return `/${name} ${file.stream(head, content)} 0 R`;
	});
	const all = file.add(`<< /Font << ${fonts} >> /XObject << ${forms.join(' ')} >> >>`);
	const ids = spec.pages.map(() => file.reserve());
	for (const [at, page] of spec.pages.entries()) {
		const content = file.stream('', page.content);
		const links = (page.links ?? []).map(
			({ rect, page: to }) =>
				`<< /Type /Annot /Subtype /Link /Border [0 0 0] /Rect [${rect.map(number).join(' ')}] /Dest [${ids[to] ?? 0} 0 R /Fit] >>`,
		);
		const size = `/MediaBox [0 0 ${number(page.width)} ${number(page.height)}]`;
		const annots = links.length > 0 ? ` /Annots [${links.join(' ')}]` : '';
		file.set(
			ids[at] ?? 0,
			`<< /Type /Page /Parent ${pagesId} 0 R ${size} /Resources ${all} 0 R /Contents ${content} 0 R${annots} >>`,
		);
	}
	file.set(
		pagesId,
		`<< /Type /Pages /Count ${ids.length} /Kids [${ids.map((id) => `${id} 0 R`).join(' ')}] >>`,
	);
	const root = file.add(
		`<< /Type /Catalog /Pages ${pagesId} 0 R /Lang (${spec.language}) /ViewerPreferences << /DisplayDocTitle true >> >>`,
	);
	const made = `D:${spec.createdAt.replace(/\D/g, '').slice(0, 14)}Z`;
	const info = file.add(
		`<< /Title ${utf16(spec.title)} /Author ${utf16(spec.author)} /Producer ${utf16('Устрой')} /CreationDate (${made}) >>`,
	);
	return file.bytes(root, info);
}

/** The numbered objects of a file. A class because it only gathers. */
class Objects {
	readonly #parts: (Uint8Array | undefined)[] = [];

	reserve(): number {
		this.#parts.push(undefined);
		return this.#parts.length;
	}

	set(id: number, body: string): void {
		this.#parts[id - 1] = Buffer.from(body, 'latin1');
	}

	add(body: string): number {
		const id = this.reserve();
		this.set(id, body);
		return id;
	}

	stream(head: string, content: string | Uint8Array): number {
		const raw = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
		const packed = deflateSync(raw);
		const start = `<< ${head} /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`;
		const id = this.reserve();
		this.#parts[id - 1] = Buffer.concat([Buffer.from(start, 'latin1'), packed, Buffer.from('\nendstream')]);
		return id;
	}

	bytes(root: number, info: number): Uint8Array {
		const chunks: Uint8Array[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
		const places: number[] = [];
		let at = chunks[0]?.length ?? 0;
		const push = (bytes: Uint8Array) => {
			chunks.push(bytes);
			at += bytes.length;
		};
		for (const [index, part] of this.#parts.entries()) {
			places.push(at);
			push(Buffer.from(`${index + 1} 0 obj\n`));
			push(part ?? Buffer.from('null'));
			push(Buffer.from('\nendobj\n'));
		}
		const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
		const size = places.length + 1;
		const tail = `trailer\n<< /Size ${size} /Root ${root} 0 R /Info ${info} 0 R >>\nstartxref\n${at}\n%%EOF\n`;
		push(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${table}${tail}`, 'latin1'));
		return new Uint8Array(Buffer.concat(chunks));
	}
}

function fontObject(file: Objects, { name, font, used }: PaperFont): number {
	const scale = (value: number) => Math.round((value * 1000) / font.unitsPerEm);
	const data = file.stream(`/Length1 ${font.bytes.length}`, font.bytes);
	const bounds = font.bounds.map(scale).join(' ');
	const descriptor = file.add(
		`<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [${bounds}] /ItalicAngle 0 /Ascent ${scale(font.ascent)} /Descent ${scale(font.descent)} /CapHeight ${scale(font.ascent)} /StemV 80 /FontFile2 ${data} 0 R >>`,
	);
	const glyphs = [...used.keys()].sort((a, b) => a - b);
	const widths = glyphs.map((glyph) => `${glyph} [${scale(font.widthOf(glyph))}]`).join(' ');
	const system = '<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>';
	const cid = file.add(
		`<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo ${system} /FontDescriptor ${descriptor} 0 R /W [${widths}] /CIDToGIDMap /Identity >>`,
	);
	const map = file.stream('', unicodeMap(glyphs.map((glyph) => [glyph, used.get(glyph) ?? 0])));
	return file.add(
		`<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${cid} 0 R] /ToUnicode ${map} 0 R >>`,
	);
}

/** From glyphs back to letters, at most a hundred in a block as the format wants. */
function unicodeMap(pairs: readonly (readonly [glyph: number, code: number])[]): string {
	const blocks: string[] = [];
	for (let at = 0; at < pairs.length; at += 100) {
		const lines = pairs
			.slice(at, at + 100)
			.map(
				([glyph, code]) =>
					`<${glyph.toString(16).padStart(4, '0')}> <${utf16Hex(String.fromCodePoint(code))}>`,
			);
		blocks.push(`${lines.length} beginbfchar\n${lines.join('\n')}\nendbfchar`);
	}
	return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${blocks.join('\n')}
endcmap CMapName currentdict /CMap defineresource pop end end`;
}

function utf16(text: string): string {
	return `<feff${utf16Hex(text)}>`;
}

function utf16Hex(text: string): string {
	let hex = '';
	for (let at = 0; at < text.length; at++) hex += text.charCodeAt(at).toString(16).padStart(4, '0');
	return hex;
}
