import { cleanText } from './cells.ts';
import { packParts } from './package.ts';

/** One table on as many A4 pages as it takes, for pasting into a report. */
export interface TableDocument {
	readonly title: string;
	/** Lines under the title: municipality, day, structure. */
	readonly facts: readonly string[];
	readonly columns: readonly {
		readonly header: string;
		/** Share of the width, any unit. */ readonly width: number;
	}[];
	readonly rows: readonly DocumentRow[];
	readonly notes: readonly string[];
	/** „стр. &P от &N“ with the codes of page and pages. */
	readonly page: string;
	readonly orientation: 'portrait' | 'landscape';
	/** ISO in UTC; injected so that files can be compared. */
	readonly createdAt: string;
	readonly madeBy: string;
}

export interface DocumentRow {
	/** The first cell names the row, the others are figures. */
	readonly cells: readonly string[];
	readonly isTotal?: boolean;
}

export const DOCUMENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Twentieths of a point: A4 and its margins. */
const A4 = { short: 11906, long: 16838, margin: 1134 } as const;

/** The document as bytes: the head of the table is repeated on every page, numbers stand to the right. */
export function documentBytes(document: TableDocument): Uint8Array {
	return packParts({
		'[Content_Types].xml': contentTypes(),
		'_rels/.rels': relations([
			['rId1', `${OFFICE}/officeDocument`, 'word/document.xml'],
			['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
		]),
		'docProps/core.xml': coreOf(document),
		'word/document.xml': bodyOf(document),
		'word/styles.xml': stylesOf(),
		'word/footer1.xml': `${XML}<w:ftr xmlns:w="${WORD}">${paragraph(pageRuns(document.page), 'right')}</w:ftr>`,
		'word/_rels/document.xml.rels': relations([
			['rId1', `${OFFICE}/styles`, 'styles.xml'],
			['rId2', `${OFFICE}/footer`, 'footer1.xml'],
		]),
	});
}

function bodyOf(document: TableDocument): string {
	const isWide = document.orientation === 'landscape';
	const [width, height] = isWide ? [A4.long, A4.short] : [A4.short, A4.long];
	const margins = ['top', 'right', 'bottom', 'left'].map((side) => `w:${side}="${A4.margin}"`).join(' ');
	const section =
		`<w:sectPr><w:footerReference w:type="default" r:id="rId2"/>` +
		`<w:pgSz w:w="${width}" w:h="${height}"${isWide ? ' w:orient="landscape"' : ''}/>` +
		`<w:pgMar ${margins} w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`;
	return (
		`${XML}<w:document xmlns:w="${WORD}" xmlns:r="${OFFICE}"><w:body>` +
		`<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run(document.title)}</w:p>` +
		document.facts.map((fact) => paragraph(run(fact), 'left')).join('') +
		tableOf(document, width - 2 * A4.margin) +
		document.notes.map((note) => paragraph(run(note), 'left')).join('') +
		`${section}</w:body></w:document>`
	);
}

function tableOf({ columns, rows }: TableDocument, room: number): string {
	const all = columns.reduce((sum, { width }) => sum + width, 0);
	const widths = columns.map(({ width }) => Math.floor((width / all) * room));
	const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
		.map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="8F8979"/>`)
		.join('');
	const head = rowOf(
		{ cells: columns.map(({ header }) => header) },
		{ widths, ground: 'E1EEEC', isBold: true, isHead: true },
	);
	return (
		`<w:tbl><w:tblPr><w:tblW w:w="${room}" w:type="dxa"/><w:tblBorders>${edges}</w:tblBorders>` +
		`<w:tblLayout w:type="fixed"/></w:tblPr>` +
		`<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${head}` +
		rows
			.map((row) => rowOf(row, { widths, ground: null, isBold: row.isTotal === true, isHead: false }))
			.join('') +
		'</w:tbl>'
	);
}

interface RowLook {
	readonly widths: readonly number[];
	readonly ground: string | null;
	readonly isBold: boolean;
	readonly isHead: boolean;
}

function rowOf({ cells }: DocumentRow, { widths, ground, isBold, isHead }: RowLook): string {
	const shade = ground === null ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${ground}"/>`;
	const drawn = cells.map((cell, at) => {
		const side = at === 0 ? 'left' : isHead ? 'center' : 'right';
		return `<w:tc><w:tcPr><w:tcW w:w="${widths[at] ?? 0}" w:type="dxa"/>${shade}</w:tcPr>${paragraph(run(cell, isBold || (at === 0 && isHead)), side)}</w:tc>`;
	});
	return `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${drawn.join('')}</w:tr>`;
}

function paragraph(runs: string, side: 'left' | 'center' | 'right'): string {
	return `<w:p><w:pPr><w:spacing w:before="20" w:after="20"/><w:jc w:val="${side}"/></w:pPr>${runs}</w:p>`;
}

function run(value: string, isBold = false): string {
	return `<w:r>${isBold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escaped(value)}</w:t></w:r>`;
}

/** The codes of a workbook's foot as the fields of a document. */
function pageRuns(page: string): string {
	return page
		.split(/(&P|&N)/u)
		.map((part) => {
			if (part !== '&P' && part !== '&N') return run(part);
			return `<w:fldSimple w:instr="${part === '&P' ? 'PAGE' : 'NUMPAGES'}">${run('1')}</w:fldSimple>`;
		})
		.join('');
}

function stylesOf(): string {
	const face = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/>';
	return (
		`${XML}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr>${face}<w:sz w:val="20"/>` +
		`<w:lang w:val="bg-BG"/></w:rPr></w:rPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>` +
		`<w:pPr><w:keepNext/><w:spacing w:after="80"/><w:outlineLvl w:val="0"/></w:pPr>` +
		`<w:rPr><w:b/><w:color w:val="0C4143"/><w:sz w:val="28"/></w:rPr></w:style></w:styles>`
	);
}

function coreOf({ title, madeBy, createdAt }: TableDocument): string {
	const moment = `${createdAt.slice(0, 19)}Z`;
	return (
		`${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"` +
		` xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
		`<dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(madeBy)}</dc:creator>` +
		`<dcterms:created xsi:type="dcterms:W3CDTF">${escaped(moment)}</dcterms:created></cp:coreProperties>`
	);
}

function contentTypes(): string {
	const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
	const part = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}+xml"/>`;
	return (
		`${XML}<Types xmlns="${PACKAGE}/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		part('word/document.xml', `${types}.document.main`) +
		part('word/styles.xml', `${types}.styles`) +
		part('word/footer1.xml', `${types}.footer`) +
		part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties') +
		'</Types>'
	);
}

function relations(all: readonly (readonly [id: string, type: string, target: string])[]): string {
	const lines = all.map(
		([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`,
	);
	return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`;
}

/** Text for XML 1.0, without signs that it cannot hold. */
function escaped(value: string): string {
	return cleanText(value)
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}
