import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql, type Kysely } from 'kysely';
import { expect, it } from 'vitest';
import { migrate, NewerDatabaseError, openDatabase } from '#lib/server/db/index.ts';
import { migrations } from '#migrations/index.ts';

it('has the schema that the snapshot shows', async () => {
	const { db, raw, close } = openDatabase({ file: ':memory:' });
	await migrate(db);
	const rows = raw
		.prepare(
			`select type, name, sql from sqlite_schema
			where sql is not null and name not like 'kysely%' and name not like 'sqlite%' order by type desc, name`,
		)
		.all() as { sql: string }[];
	const text = rows
		.map((row) => `${row.sql.replace(/\n\t+/g, '\n\t').replace(/\n\t\)/g, '\n)')};`)
		.join('\n\n');
	await expect(`${text}\n`).toMatchFileSnapshot('../../migrations/schema.snapshot.sql');
	await close();
});

it('lists every migration file, in order', () => {
	const files = readdirSync(join(import.meta.dirname, '../../migrations'))
		.filter((name) => /^\d{4}-.*\.ts$/.test(name))
		.map((name) => name.replace('.ts', ''));
	expect(Object.keys(migrations)).toEqual(files.sort());
});

it('imports nothing but the query builder in a migration', () => {
	const folder = join(import.meta.dirname, '../../migrations');
	const files = readdirSync(folder).filter((name) => /^\d{4}-.*\.ts$/.test(name));
	for (const name of files) {
		const imports = readFileSync(join(folder, name), 'utf8').match(/from '([^']+)'/g) ?? [];
		expect(imports, name).toEqual(["from 'kysely'"]);
	}
});

it('leaves nothing of a migration that fails half-way, and runs it whole once it is mended', async () => {
	const { db, close } = openDatabase({ file: ':memory:' });
	await migrate(db);
	const broken = async (tx: Kysely<unknown>) => {
		await sql`create table half_done (id text)`.execute(tx);
		throw new Error('half-way');
	};
	await expect(migrate(db, { ...migrations, '9999-broken': { up: broken } })).rejects.toThrow('half-way');
	const tables = (await db.introspection.getTables()).map((table) => table.name);
	expect(tables).not.toContain('half_done');
	const mended = {
		up: (tx: Kysely<unknown>) => sql`create table half_done (id text)`.execute(tx).then(() => undefined),
	};
	expect(await migrate(db, { ...migrations, '9999-broken': mended })).toEqual(['9999-broken']);
	await close();
});

it('refuses a database that a newer version wrote, and changes nothing in it', async () => {
	const { db, close } = openDatabase({ file: ':memory:' });
	await migrate(db, { ...migrations, '9999-newer': { up: () => Promise.resolve() } });
	await expect(migrate(db)).rejects.toThrow(NewerDatabaseError);
	await close();
});
