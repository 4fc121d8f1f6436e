import { loadCouncillors } from '#fixtures/councillors.ts';
import { loadFixtures } from '#fixtures/load.ts';
import type { Actor } from '#lib/domain/access/index.ts';
import { isoDate, type IsoDate } from '#lib/domain/shared/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { migrate, openDatabase, type OpenDatabase } from '#lib/server/db/index.ts';
import { findActor, listUsers } from '#lib/server/queries/user.ts';
import { seed } from '#lib/server/services/seed.ts';

/** A real installation in memory with the demo data, a still clock and ids that count. */
export interface Installation {
	readonly database: OpenDatabase;
	/** The context of a demo account, by its user name. */
	as(username: string): Promise<Ctx>;
	/** The context of an actor made for the test. */
	with(actor: Actor | undefined): Ctx;
	nobody(): Ctx;
	close(): Promise<void>;
}

/** A copy of the filled database; filling happens once a file of tests. */
let filled: Promise<Buffer> | undefined;

export async function anInstallation(today: IsoDate = isoDate('2026-11-21')): Promise<Installation> {
	filled ??= fill(today);
	const database = openDatabase({ file: ':memory:', content: await filled });
	return installationOn(database, today);
}

/** The same context on another day. */
export function onDay(ctx: Ctx, today: IsoDate): Ctx {
	return { ...ctx, clock: { now: () => `${today}T09:00:00.000Z`, today: () => today } };
}

/** Migrated, but with nothing in it. */
export async function anEmptyInstallation(today: IsoDate = isoDate('2026-11-21')): Promise<Installation> {
	const database = openDatabase({ file: ':memory:' });
	await migrate(database.db);
	return installationOn(database, today);
}

async function fill(today: IsoDate): Promise<Buffer> {
	const database = openDatabase({ file: ':memory:' });
	await migrate(database.db);
	const installation = installationOn(database, today, 'seed');
	const result = await seed(installation.nobody(), {
		fixtures: loadFixtures(),
		councillors: loadCouncillors(),
	});
	if (!result.ok) throw new Error(result.error.code);
	const content = installation.database.raw.serialize();
	await installation.close();
	return content;
}

function installationOn(database: OpenDatabase, today: IsoDate, idStem = 'id'): Installation {
	let ids = 0;
	const contextOf = (actor: Actor | undefined): Ctx => ({
		db: database.db,
		actor,
		clock: { now: () => `${today}T09:00:00.000Z`, today: () => today },
		newId: () => `${idStem}-${String((ids += 1)).padStart(6, '0')}`,
	});
	return {
		database,
		as: async (username) => {
			const user = (await listUsers(database.db)).find((account) => account.username === username);
			const actor = user && (await findActor(database.db, user.id));
			if (!actor) throw new Error(`no demo account ${username}`);
			return contextOf(actor);
		},
		with: contextOf,
		nobody: () => contextOf(undefined),
		close: () => database.close(),
	};
}
