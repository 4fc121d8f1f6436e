import ExcelJS, { type Worksheet } from 'exceljs';

type Value = string | number | Date | { formula: string; result?: number | string } | null;

export interface SheetSpec {
	readonly name?: string;
	readonly rows: readonly (readonly Value[])[];
	readonly merges?: readonly string[];
	readonly hiddenRows?: readonly number[];
	readonly hiddenColumns?: readonly number[];
	readonly state?: 'visible' | 'hidden';
	/** More to do with the sheet, as a person in the office program would. */
	readonly then?: (sheet: Worksheet) => void;
}

/** A real workbook file made by the library that the product writes with. */
export async function aWorkbook(...sheets: readonly SheetSpec[]): Promise<Buffer> {
	const workbook = new ExcelJS.Workbook();
	for (const [at, spec] of sheets.entries()) {
		const sheet = workbook.addWorksheet(spec.name ?? `Лист${at + 1}`, { state: spec.state ?? 'visible' });
		for (const row of spec.rows) sheet.addRow([...row]);
		for (const range of spec.merges ?? []) sheet.mergeCells(range);
		for (const row of spec.hiddenRows ?? []) sheet.getRow(row).hidden = true;
		for (const column of spec.hiddenColumns ?? []) sheet.getColumn(column + 1).hidden = true;
		spec.then?.(sheet);
	}
	return Buffer.from(await workbook.xlsx.writeBuffer());
}
