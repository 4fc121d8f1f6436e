import { crc32, deflateRawSync } from 'node:zlib';

/** A zip package from parts, for files that no office program would write. */
export function aPackage(parts: Readonly<Record<string, string | Buffer>>): Buffer {
	const locals: Buffer[] = [];
	const entries: Buffer[] = [];
	let offset = 0;
	for (const [name, content] of Object.entries(parts)) {
		const bytes = Buffer.from(content);
		const packed = deflateRawSync(bytes);
		const label = Buffer.from(name);
		const head = Buffer.alloc(26);
		head.writeUInt16LE(20, 0);
		head.writeUInt16LE(8, 4);
		head.writeUInt32LE(crc32(bytes), 10);
		head.writeUInt32LE(packed.length, 14);
		head.writeUInt32LE(bytes.length, 18);
		head.writeUInt16LE(label.length, 22);
		const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head, label, packed]);
		const tail = Buffer.alloc(14);
		tail.writeUInt32LE(offset, 10);
		entries.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, tail, label]));
		locals.push(local);
		offset += local.length;
	}
	const directory = Buffer.concat(entries);
	const end = Buffer.alloc(18);
	end.writeUInt16LE(entries.length, 4);
	end.writeUInt16LE(entries.length, 6);
	end.writeUInt32LE(directory.length, 8);
	end.writeUInt32LE(offset, 12);
	return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

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
