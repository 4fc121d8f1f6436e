import ExcelJS from 'exceljs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decimal, text, whole } from '#exports/shared/cells.ts';
import type { Row, WorkbookSpec } from '#exports/shared/sheet.ts';
import { writeWorkbook } from '#exports/shared/write.ts';
import { mediansInTurns, ms, ratio, type BenchRow } from './measure.ts';
import { benchStatements } from './overlap-corpus.ts';

const CASES = [
	{ rows: 2_000, rounds: 3 },
	{ rows: 100_000, rounds: 1 },
] as const;
const TEXT_COLUMNS = 8;
const COLUMNS = 12;

/** A table of twelve columns to a file: our own writer, and the library's workbook in memory with like styles. */
export async function benchWorkbook(say: (text: string) => void): Promise<readonly BenchRow[]> {
	const folder = await mkdtemp(join(tmpdir(), 'ustroy-bench-'));
	try {
		const result: BenchRow[] = [];
		for (const { rows, rounds } of CASES) {
			say(`workbook of ${rows} rows`);
			const spec = benchSpec(rows);
			const { own, peer } = await mediansInTurns(rounds, [
				() => writeWorkbook(spec, join(folder, 'own.xlsx')),
				() => plainWorkbook(spec, join(folder, 'peer.xlsx')),
			]);
			result.push({
				what: `workbook of ${rows} rows × ${COLUMNS} columns`,
				measured: ms(own),
				peer: `plain ExcelJS in memory ${ms(peer)} = ${ratio(own, peer)}`,
			});
		}
		return result;
	} finally {
		await rm(folder, { recursive: true });
	}
}

function benchSpec(size: number): WorkbookSpec {
	const words = benchStatements(1_000).map((statement) => statement.text);
	const rows = Array.from({ length: size }, (_, at): Row => {
		const texts = Array.from({ length: TEXT_COLUMNS }, (_, column) =>
			text(`${words[(at * 7 + column) % words.length] ?? ''}`.slice(0, 60)),
		);
		return { cells: [...texts, whole(at), decimal(at / 4), decimal(at / 8), whole(at % 100)] };
	});
	const columns = Array.from({ length: COLUMNS }, (_, at) => ({ header: `Колона ${at + 1}`, width: 20 }));
	const sheet = {
		...{ name: 'Таблица', title: 'Таблица', subtitle: '', about: '', columns, rows },
		...{ frozenColumns: 1, paper: 'A3' as const },
	};
	const cover = {
		...{ name: 'Корица', title: 'Проба', facts: [], sheetsHeading: 'Листове', legendHeading: '' },
		...{ legend: [], caveatsHeading: 'Бележки', caveats: [] },
	};
	const print = { left: '', right: '', page: '' };
	return { title: 'Проба', createdAt: '2026-11-21T09:00:00.000Z', print, cover, sheets: [sheet] };
}

const BORDER = { style: 'thin', color: { argb: 'FFCCCCCC' } } as const;
const STYLE: Partial<ExcelJS.Style> = {
	border: { top: BORDER, bottom: BORDER, left: BORDER, right: BORDER },
	alignment: { wrapText: true, vertical: 'top' },
};

async function plainWorkbook(spec: WorkbookSpec, file: string): Promise<void> {
	const workbook = new ExcelJS.Workbook();
	for (const sheet of spec.sheets) {
		const worksheet = workbook.addWorksheet(sheet.name, {
			views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }],
		});
		worksheet.addRow(sheet.columns.map((column) => column.header));
		for (const row of sheet.rows) {
			const drawn = worksheet.addRow(row.cells.map((cell) => (cell && 'value' in cell ? cell.value : null)));
			drawn.eachCell((cell) => {
				cell.style = STYLE;
			});
		}
	}
	await workbook.xlsx.writeFile(file);
}
