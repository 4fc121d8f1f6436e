import { openDatabase } from '#lib/server/db/index.ts';
import { anInstallation } from '#tests/support/installation.ts';
import type { BenchRow } from './measure.ts';

const QUERIES = 20_000;
const ROUNDS = 9;
const AIM_MICROSECONDS = 7;

/**
 * One unit by its id, ways in turns, the best round of each, since a busy machine can only add: prepared once
 * through Kysely; written out each time as the queries of the product are; and through the driver alone.
 */
export async function benchStore(): Promise<readonly BenchRow[]> {
	const at = await anInstallation();
	const { db, raw, close } = openDatabase({ file: ':memory:', content: at.database.raw.serialize() });
	await at.close();
	const ids = raw.prepare('select id from org_unit').pluck().all() as readonly string[];
	const written = (id: string) =>
		db.selectFrom('org_unit').select(['id', 'key', 'name_bg']).where('id', '=', id);
	const compiled = written('').compile();
	const statement = raw.prepare(compiled.sql);
	const best = await bestOf(ids, {
		prepared: (id) => db.executeQuery({ ...compiled, parameters: [id] }),
		written: (id) => written(id).executeTakeFirst(),
		driver: (id) => statement.get(id),
	});
	await close();
	const peer = `better-sqlite3 alone ${best.driver.toFixed(1)} µs`;
	return [
		{
			...rowOf('point query through Kysely, prepared once', best.prepared, peer),
			...{ aim: `≤ ${AIM_MICROSECONDS} µs`, isMet: best.prepared <= AIM_MICROSECONDS },
		},
		rowOf('point query through Kysely, written out each time', best.written, peer),
	];
}

function rowOf(what: string, microseconds: number, peer: string): BenchRow {
	return { what, measured: `${microseconds.toFixed(1)} µs`, peer };
}

async function bestOf<Name extends string>(
	ids: readonly string[],
	ways: Readonly<Record<Name, (id: string) => unknown>>,
): Promise<Record<Name, number>> {
	const names = Object.keys(ways) as Name[];
	const best = Object.fromEntries(names.map((name) => [name, Infinity])) as Record<Name, number>;
	for (let round = 0; round < ROUNDS; round++)
		for (const name of names) best[name] = Math.min(best[name], await microseconds(ids, ways[name]));
	return best;
}

async function microseconds(ids: readonly string[], query: (id: string) => unknown): Promise<number> {
	const started = performance.now();
	for (let at = 0; at < QUERIES; at++) await query(ids[at % ids.length] ?? '');
	return ((performance.now() - started) * 1000) / QUERIES;
}
