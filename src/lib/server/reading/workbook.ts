import type { FileNote, Grid, GridRow, ReadFile } from '#lib/domain/imports/index.ts';
import { MOST_CELLS, MOST_CHARACTERS, MOST_SHEETS, UnreadableFile } from './limits.ts';
import { readSheet, type Budget, type SheetFacts, type TakeRows } from './sheet.ts';
import { readStyles } from './styles.ts';
import { readXml } from './xml.ts';
import type { Package } from './zip.ts';

export type Progress = (done: number, total: number) => void;
/** Takes the next rows of a sheet, by its place among the sheets, while the file is still being read. */
export type Hand = (sheet: number, ...rows: Parameters<TakeRows>) => Promise<void>;

interface SheetEntry {
	readonly name: string;
	readonly part: string;
	readonly isHidden: boolean;
}

interface Facts {
	readonly sheets: readonly SheetEntry[];
	readonly names: number;
	readonly isFrom1904: boolean;
}

/**
 * Reads every sheet of a workbook: values, remembered results of formulas, merges, what is hidden. Runs nothing. Rows
 * that were handed over are not in its answer.
 */
export async function readWorkbook(zip: Package, progress: Progress, hand?: Hand): Promise<ReadFile> {
	const facts = await readFacts(zip);
	if (facts.sheets.length === 0) throw new UnreadableFile('file/damaged');
	if (facts.sheets.length > MOST_SHEETS) throw new UnreadableFile('file/too-many-cells');
	const budget: Budget = { cells: MOST_CELLS, characters: MOST_CHARACTERS, shown: MOST_CHARACTERS };
	const total = facts.sheets.reduce((sum, { part }) => sum + zip.size(part), zip.size(SHARED_STRINGS));
	const [strings, styles] = [await readStrings(zip, budget), await readStyles(zip)];
	const sheets: Grid[] = [];
	const found: SheetFacts[] = [];
	let done = zip.size(SHARED_STRINGS);
	for (const { name, part, isHidden } of facts.sheets) {
		progress(done, total);
		const stream = zip.open(part);
		if (!stream) throw new UnreadableFile('file/damaged');
		const take = hand && ((rows: readonly GridRow[]) => hand(sheets.length, rows));
		const sheet = await readSheet(stream, { strings, styles, budget, isFrom1904: facts.isFrom1904, take });
		sheets.push({ name, isHidden, ...sheet.grid });
		found.push(sheet.facts);
		done += zip.size(part);
	}
	if (found.every((sheet) => sheet.rows === 0)) throw new UnreadableFile('file/no-table');
	return { format: 'workbook', sheets, notes: notesOf(zip, facts, sheets, found), layout: null };
}

const SHARED_STRINGS = 'xl/sharedStrings.xml';

/** Sheets in the order of the workbook, by the relations of the workbook part. */
async function readFacts(zip: Package): Promise<Facts> {
	const targets = await readRelations(zip);
	const sheets: SheetEntry[] = [];
	let names = 0;
	let isFrom1904 = false;
	const stream = zip.open('xl/workbook.xml');
	if (!stream) throw new UnreadableFile('file/damaged');
	await readXml(stream, {
		open: (element, attribute) => {
			if (element === 'definedName') names++;
			if (element === 'workbookPr') isFrom1904 = /^(1|true)$/.test(attribute('date1904') ?? '');
			if (element !== 'sheet') return;
			const part = targets.get(attribute('r:id') ?? attribute('id') ?? '');
			if (part === undefined || !part.includes('worksheets/')) return;
			const state = attribute('state') ?? 'visible';
			sheets.push({ name: attribute('name') ?? '', part, isHidden: state !== 'visible' });
		},
	});
	return { sheets, names, isFrom1904 };
}

async function readRelations(zip: Package): Promise<ReadonlyMap<string, string>> {
	const targets = new Map<string, string>();
	const stream = zip.open('xl/_rels/workbook.xml.rels');
	if (!stream) throw new UnreadableFile('file/damaged');
	await readXml(stream, {
		open: (element, attribute) => {
			const [id, target] = [attribute('Id'), attribute('Target')];
			if (element !== 'Relationship' || id === undefined || target === undefined) return;
			targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
		},
	});
	return targets;
}

/** The table of texts; rich text is joined, phonetic readings are left out. */
async function readStrings(zip: Package, budget: Budget): Promise<readonly string[]> {
	const stream = zip.open(SHARED_STRINGS);
	if (!stream) return [];
	const strings: string[] = [];
	let text = '';
	let isText = false;
	let phonetic = 0;
	await readXml(stream, {
		open: (element) => {
			if (element === 'si') text = '';
			if (element === 'rPh') phonetic++;
			isText = element === 't' && phonetic === 0;
		},
		text: (piece) => {
			if (!isText) return;
			text += piece;
			budget.characters -= piece.length;
			if (budget.characters < 0) throw new UnreadableFile('file/too-many-cells');
		},
		close: (element) => {
			isText = false;
			if (element === 'rPh') phonetic--;
			if (element === 'si') strings.push(text);
		},
	});
	return strings;
}

function notesOf(
	zip: Package,
	facts: Facts,
	sheets: readonly Grid[],
	found: readonly SheetFacts[],
): readonly FileNote[] {
	const sum = (count: (sheet: SheetFacts) => number) => found.reduce((total, one) => total + count(one), 0);
	const parts = (pattern: RegExp) => zip.names.filter((name) => pattern.test(name)).length;
	const notes: readonly FileNote[] = [
		{ code: 'file/macros', count: parts(/vbaProject\.bin$/i) },
		{ code: 'file/external-links', count: parts(/^xl\/externalLinks\/[^/]+\.xml$/i) },
		{ code: 'file/formulas', count: sum(({ formulas }) => formulas) },
		{ code: 'file/formula-errors', count: sum(({ errors }) => errors) },
		{ code: 'file/defined-names', count: facts.names > 100 ? facts.names : 0 },
		{ code: 'file/hidden-sheets', count: sheets.filter(({ isHidden }) => isHidden).length },
		{ code: 'file/hidden-rows', count: sum(({ hiddenRows }) => hiddenRows) },
		{
			code: 'file/hidden-columns',
			count: sheets.reduce((total, { hiddenColumns }) => total + hiddenColumns.length, 0),
		},
		{ code: 'file/merged', count: sheets.reduce((total, { merges }) => total + merges.length, 0) },
		{ code: 'file/too-wide', count: sum(({ tooWide }) => tooWide) },
	];
	return notes.filter(({ count }) => count > 0);
}
