import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import BetterSqlite from 'better-sqlite3';
import { aGoodWorkbook, damage, numbers } from './damage.ts';
import type { RunningServer, Visitor } from './server.ts';

export interface DamagedUploads {
	/** Answers by their status; a file that had to wait for others is sent again and counts once. */
	readonly answers: ReadonlyMap<number, number>;
	/** What a structure is made of was the same after all files, to the last value. */
	readonly isUntouched: boolean;
	/** The list of imports opened and an undamaged file was taken, after all of them. */
	readonly isAlive: boolean;
	/** Of one answer, in milliseconds, in the order of the files. */
	readonly times: readonly number[];
}

/** Everything a structure is made of and that an import may write. */
const TABLES = [
	'structure_version',
	'org_unit',
	'post',
	'admin_function',
	'participation',
	'activity',
	'import_run',
];
const BUSY = 409;
const TAKEN = 303;
const WAIT_MS = 50;

/** Sends damaged workbooks to the server one by one, each broken in a way that the seed decides. */
export async function sendDamaged(
	server: RunningServer,
	consultant: Visitor,
	{ count, seed }: { readonly count: number; readonly seed: number },
): Promise<DamagedUploads> {
	const good = await aGoodWorkbook();
	const random = numbers(seed);
	const before = digestOf(server.databaseFile);
	const answers = new Map<number, number>();
	const times: number[] = [];
	for (let number = 0; number < count; number++) {
		const started = performance.now();
		const status = await bring(consultant, damage(good, random), number);
		times.push(performance.now() - started);
		answers.set(status, (answers.get(status) ?? 0) + 1);
	}
	const isUntouched = digestOf(server.databaseFile) === before;
	const isTaken = (await bring(consultant, good, count)) === TAKEN;
	const list = await consultant.get('/m/elena/imports');
	return { answers, times, isUntouched, isAlive: isTaken && list.status === 200 };
}

async function bring(consultant: Visitor, bytes: Buffer, number: number): Promise<number> {
	for (;;) {
		const file = new File([new Uint8Array(bytes)], `файл ${number}.xlsx`);
		const answer = await consultant.post('/m/elena/imports?/bring', { file }, { multipart: true });
		await answer.arrayBuffer();
		if (answer.status !== BUSY) return answer.status;
		await pause(WAIT_MS);
	}
}

function digestOf(databaseFile: string): string {
	const reader = new BetterSqlite(databaseFile, { readonly: true });
	const digest = createHash('sha256');
	for (const table of TABLES)
		for (const row of reader.prepare(`select * from ${table} order by rowid`).raw().iterate())
			digest.update(JSON.stringify(row));
	reader.close();
	return digest.digest('hex');
}
