import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ExcelJS from 'exceljs';
import { guessChoices, planImport, type ReadFile } from '#lib/domain/imports/index.ts';
import { startReading } from '#lib/server/jobs/import.ts';
import type { Ctx } from '#lib/server/context.ts';
import { applyImport } from '#lib/server/services/import-apply.ts';
import { decideSheet } from '#lib/server/services/import-choices.ts';
import { openImport, planOf } from '#lib/server/services/import-open.ts';
import { bringFile } from '#lib/server/services/import-upload.ts';
import { aContext } from '#tests/support/import.ts';
import { anInstallation } from '#tests/support/installation.ts';
import { aStructure } from '#tests/support/small-structure.ts';
import { aLargeFile, HEAD } from './import-large.ts';
import { ms, timeOf, type BenchRow } from './measure.ts';

const ROWS = 5000;
const UNITS = 60;
const TITLES = 25;
const MEMORY_MB = 500;

/**
 * A staffing table of 5 000 rows × 12 columns: until its grid is read, until every row is checked, until it is
 * written with the trail and the source of every value; and the memory that the largest file takes.
 */
export async function benchImport(): Promise<readonly BenchRow[]> {
	const bytes = await aTable();
	const read = await timed(() => readFile(bytes));
	const sheets = read.value.sheets.map((grid) => ({ grid, choices: guessChoices(grid, []) }));
	const checked = await timeOf(() => planImport(sheets, aContext(aStructure())));
	const committed = await commitTime(bytes);
	const megabytes = await memoryOf(await aLargeFile());
	return [
		rowOf('import, 5 000 rows × 12 columns: grid', read.time, 2000),
		rowOf('import, 5 000 rows × 12 columns: validated', checked, 3000),
		rowOf('import, 5 000 rows × 12 columns: committed', committed, 3000),
		{
			what: 'import, a 20 MB workbook: memory',
			measured: `${Math.round(megabytes)} MB`,
			aim: `< ${MEMORY_MB} MB`,
			isMet: megabytes < MEMORY_MB,
		},
	];
}

function rowOf(what: string, time: number, aim: number): BenchRow {
	return { what, measured: ms(time), aim: `≤ ${ms(aim)}`, isMet: time <= aim };
}

async function aTable(): Promise<Buffer> {
	const workbook = new ExcelJS.Workbook();
	const sheet = workbook.addWorksheet('Щат');
	sheet.addRow(HEAD);
	for (let at = 0; at < ROWS; at++)
		sheet.addRow([
			at + 1,
			`Отдел „Звено ${at % UNITS}“`,
			`експерт ${at % TITLES}`,
			2,
			1,
			1,
			'експертна',
			'ДС',
			'делегирана',
			'не',
			14_820.5,
			`ред ${at}`,
		]);
	return Buffer.from(await workbook.xlsx.writeBuffer());
}

async function readFile(bytes: Buffer): Promise<ReadFile> {
	const reading = await startReading({ bytes, name: 'щат', layout: {} }).finished;
	if (!reading.ok) throw new Error(reading.error);
	return reading.value;
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly time: number }> {
	const started = performance.now();
	const value = await work();
	return { value, time: performance.now() - started };
}

async function readingEnds(ctx: Ctx, id: string): Promise<void> {
	for (;;) {
		const open = await openImport(ctx, 'elena', id);
		if (!open.ok) throw new Error(open.error.code);
		if (open.value.batch.state !== 'reading') return;
		await new Promise((done) => setTimeout(done, 50));
	}
}

/** Writing alone: the plan that the person saw is worked out before. */
async function commitTime(bytes: Buffer): Promise<number> {
	const at = await anInstallation();
	const ctx = await at.as('konsultant');
	const brought = await bringFile(ctx, 'elena', { name: 'щат.xlsx', bytes });
	if (!brought.ok) throw new Error(brought.error.code);
	const id = brought.value;
	await readingEnds(ctx, id);
	const matches = Array.from({ length: UNITS }, (_, unit) => ({
		field: 'unit' as const,
		text: `Отдел „Звено ${unit}“`,
		meaning: '+',
	}));
	await decideSheet(ctx, { slug: 'elena', id, sheet: 0 }, { what: 'matches', matches });
	const open = await openImport(ctx, 'elena', id);
	const planned = open.ok ? await planOf(ctx, open.value) : open;
	if (!planned.ok) throw new Error(planned.error.code);
	const { mark } = planned.value;
	const time = await timeOf(async () => {
		const applied = await applyImport(ctx, { slug: 'elena', id, mark }, { bg: 'Работна', en: null });
		if (!applied.ok) throw new Error(applied.error.code);
	});
	await at.close();
	return time;
}

/** How large a process of its own becomes at most when it reads the file, the program itself included. */
async function memoryOf(bytes: Buffer): Promise<number> {
	const folder = await mkdtemp(join(tmpdir(), 'ustroy-'));
	try {
		const file = join(folder, 'large.xlsx');
		await writeFile(file, bytes);
		const script = join(import.meta.dirname, 'import-memory.ts');
		const { stdout } = await promisify(execFile)(process.execPath, [script, file]);
		return Number(stdout) / 1024;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
