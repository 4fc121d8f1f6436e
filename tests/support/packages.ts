import { packParts } from '#exports/shared/package.ts';

/** A zip package from parts, for files that no office program would write. */
export const aPackage = packParts;

/** The least parts of a workbook around the XML of one sheet. */
export function workbookParts(
	sheet: string | Buffer,
	more: Readonly<Record<string, string | Buffer>> = {},
): Buffer {
	return aPackage({
		'[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
		'xl/workbook.xml': `<workbook xmlns:r="r"><sheets><sheet name="Щат" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
		'xl/worksheets/sheet1.xml': sheet,
		...more,
	});
}

export function sheetXml(rows: string): string {
	return `<?xml version="1.0"?><worksheet><sheetData>${rows}</sheetData></worksheet>`;
}
