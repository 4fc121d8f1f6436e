import type { ReadFile, TextLayout } from '#lib/domain/imports/index.ts';
import { MOST_BYTES, UnreadableFile } from './limits.ts';
import { readTextTable } from './text-table.ts';
import { readWorkbook, type Hand, type Progress } from './workbook.ts';
import { openPackage } from './zip.ts';

/**
 * Reads a file by what it is: a workbook or a text table; plain text that is called a workbook is refused. Everything else — an old or
 * protected workbook, a damaged or hostile file, another kind of document — is refused with {@link UnreadableFile}.
 */
export async function readTables(
	bytes: Buffer,
	options: {
		readonly name: string;
		/** Its name ends as that of a workbook: then plain text is a mistake, not a text table. */
		readonly isNamedWorkbook?: boolean;
		readonly layout?: Partial<TextLayout>;
		readonly progress?: Progress;
		/** Given what was read of a workbook so far; what it takes is not in the answer. */
		readonly hand?: Hand;
	},
): Promise<ReadFile> {
	if (bytes.length === 0) throw new UnreadableFile('file/empty');
	if (bytes.length > MOST_BYTES) throw new UnreadableFile('file/too-large');
	if (isOldOffice(bytes)) throw new UnreadableFile(isProtected(bytes) ? 'file/encrypted' : 'file/old-excel');
	if (!isZip(bytes) && options.isNamedWorkbook) throw new UnreadableFile('file/not-a-workbook');
	if (!isZip(bytes)) return readTextTable(bytes, options.name, options.layout);
	const zip = openPackage(bytes);
	if (!zip.names.includes('xl/workbook.xml')) throw new UnreadableFile('file/unknown-format');
	return readWorkbook(zip, options.progress ?? (() => undefined), options.hand);
}

function isZip(bytes: Buffer): boolean {
	return bytes.length > 3 && bytes.readUInt32LE(0) === 0x04034b50;
}

/** Compound files hold the workbooks of Excel before 2007 and all that are protected by a password. */
function isOldOffice(bytes: Buffer): boolean {
	return bytes.length > 7 && bytes.toString('hex', 0, 8) === 'd0cf11e0a1b11ae1';
}

function isProtected(bytes: Buffer): boolean {
	return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
}
