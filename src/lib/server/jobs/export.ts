import type { WorkbookSpec } from '#exports/shared/sheet.ts';
import { workApart } from './apart.ts';

/** A workbook, and the file that it is written to. */
export interface WorkbookTask {
	readonly spec: WorkbookSpec;
	readonly filename: string;
}

const LIMITS = { ms: 300_000, memoryMb: 512 };

/** Writes a workbook to a file in a process of its own, so that no request waits behind it. */
export async function writeInWorker(spec: WorkbookSpec, filename: string): Promise<void> {
	const task: WorkbookTask = { spec, filename };
	const work = { file: 'export-worker.ts', task, limits: LIMITS };
	const written = await workApart<'written', 'written'>(work, (news) => news).finished;
	if (!written.ok) throw new Error(`the workbook was not written: ${written.error}`);
}
