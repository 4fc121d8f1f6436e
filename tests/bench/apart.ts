import { once } from 'node:events';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { Worker } from 'node:worker_threads';
import ExcelJS from 'exceljs';
import type { ReadFile } from '#lib/domain/imports/index.ts';
import { startReading } from '#lib/server/jobs/import.ts';
import { aLargeFile, HEAD } from './import-large.ts';
import { medianOf, mediansInTurns, ms, ratio, type BenchRow } from './measure.ts';

/** What a process of its own costs beside a thread: to start, with the smallest file; to bring over, with the largest. */
export async function benchApart(): Promise<readonly BenchRow[]> {
	const [small, large] = [await aSmallFile(), await aLargeFile()];
	const started = await sideBySide(small, 9);
	const brought = await sideBySide(large, 3);
	const file = await inProcess(large);
	const copied = await medianOf(3, () => deserialize(serialize(file)));
	return [
		rowOf('reading apart, a file of one row', started),
		rowOf('reading apart, a 20 MB workbook', brought),
		{ what: 'copying what was read of 20 MB, in one piece', measured: ms(copied) },
	];
}

function rowOf(what: string, { own, peer }: { readonly own: number; readonly peer: number }): BenchRow {
	return { what, measured: ms(own), peer: `a thread: ${ms(peer)} (${ratio(own, peer)})` };
}

function sideBySide(bytes: Buffer, rounds: number): ReturnType<typeof mediansInTurns> {
	return mediansInTurns(rounds, [() => inProcess(bytes), () => inThread(bytes)], 1);
}

async function inProcess(bytes: Buffer): Promise<ReadFile> {
	const read = await startReading({ bytes, name: 'тежък', layout: {} }).finished;
	if (!read.ok) throw new Error(read.error);
	return read.value;
}

/** The bytes are given away, not copied, as a thread would get them; so it needs its own. */
async function inThread(bytes: Buffer): Promise<unknown> {
	const own = Uint8Array.from(bytes);
	const thread = new Worker(join(import.meta.dirname, 'apart-thread.ts'));
	thread.postMessage(own, [own.buffer]);
	const [read]: unknown[] = await once(thread, 'message');
	await thread.terminate();
	return read;
}

async function aSmallFile(): Promise<Buffer> {
	const workbook = new ExcelJS.Workbook();
	workbook.addWorksheet('Щат').addRow(HEAD);
	return Buffer.from(await workbook.xlsx.writeBuffer());
}
