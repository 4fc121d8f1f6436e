import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Workbook } from 'exceljs';
import { readBack } from './workbook.ts';

/** The office program of this computer; undefined where none is installed. */
export const OFFICE = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => existsSync(path));

/** The same file with the stored results thrown away, opened and saved by an office program. */
export async function recalculated(office: string, bytes: Uint8Array): Promise<Workbook> {
	const folder = await mkdtemp(join(tmpdir(), 'ustroy-office-'));
	try {
		const workbook = await readBack(bytes);
		for (const sheet of workbook.worksheets) {
			sheet.eachRow((row) =>
				row.eachCell((cell) => {
					if (cell.formula) cell.value = { formula: cell.formula };
				}),
			);
		}
		const path = join(folder, 'in.xlsx');
		await writeFile(path, new Uint8Array(await workbook.xlsx.writeBuffer()));
		const profile = `-env:UserInstallation=file://${folder}/profile`;
		await promisify(execFile)(office, [
			...[profile, '--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML'],
			...['--outdir', join(folder, 'out'), path],
		]);
		return await readBack(join(folder, 'out', 'in.xlsx'));
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
