import BetterSqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aGoodWorkbook, damage, numbers } from '#tests/support/damage.ts';
import { startServer, type RunningServer, type Visitor } from '#tests/support/server.ts';

let server: RunningServer;
let consultant: Visitor;
beforeAll(async () => {
	server = await startServer();
	consultant = await server.signIn('konsultant');
}, 60_000);
afterAll(() => server.stop());

/** Each is read in a thread of its own, so that more would take minutes; 500 are read without the server beside. */
const FILES = 25;

it('damaged workbooks sent to the server are each answered, nothing of the structure moves, and a good one is read after them', async () => {
	const good = await aGoodWorkbook();
	const random = numbers(20_261_122);
	const before = structureRows();
	const answers = new Map<number, number>();
	for (let number = 0; number < FILES; number++) {
		const status = await bring(damage(good, random), number);
		answers.set(status, (answers.get(status) ?? 0) + 1);
	}
	// Taken to the steps, or told that two files are being read already; never a fault.
	expect([...answers.keys()].filter((status) => status !== 303 && status !== 409)).toEqual([]);
	expect(answers.get(303)).toBeGreaterThan(FILES * 0.9);
	expect(structureRows()).toEqual(before);
	expect(await bring(good, FILES)).toBe(303);
	expect((await consultant.get('/m/elena/imports')).status).toBe(200);
	expect(server.faults()).toEqual([]);
}, 60_000);

async function bring(bytes: Buffer, number: number): Promise<number> {
	const file = new File([new Uint8Array(bytes)], `файл ${number}.xlsx`);
	const answer = await consultant.post('/m/elena/imports?/bring', { file }, { multipart: true });
	await answer.arrayBuffer();
	return answer.status;
}

/** How many rows everything has that a structure is made of, and that an import may write. */
function structureRows(): unknown {
	const reader = new BetterSqlite(server.databaseFile, { readonly: true });
	const tables = [
		'structure_version',
		'org_unit',
		'post',
		'admin_function',
		'participation',
		'activity',
		'import_run',
	];
	const rows = tables.map((table) => [table, reader.prepare(`select count(*) from ${table}`).pluck().get()]);
	reader.close();
	return rows;
}
