import { loadCouncillors } from '#fixtures/councillors.ts';
import { loadBenchmarks, loadFixtures, loadParameters } from '#fixtures/load.ts';
import type { Config } from '#lib/server/config.ts';
import { randomId, systemClock, type Ctx } from '#lib/server/context.ts';
import { migrate, openDatabase, pendingMigrations } from '#lib/server/db/index.ts';
import { createFirstAdministrator, needsFirstAdministrator } from '#lib/server/services/account.ts';
import { addCatalogues, lacksCatalogues } from '#lib/server/services/catalogue.ts';
import { listDemoAccounts } from '#lib/server/services/demo-accounts.ts';
import { addBenchmarks, addNewParameters } from '#lib/server/services/parameter-upgrade.ts';
import { seed } from '#lib/server/services/seed.ts';
import { Refusal } from './bootstrap.mjs';

export interface Prepared {
	/** Demo accounts that can sign in. */
	readonly demoUsernames: readonly string[];
	/** True when nobody can sign in yet. */
	readonly needsAdministrator: boolean;
}

interface PrepareOptions {
	readonly say: (text: string) => void;
	readonly env: NodeJS.ProcessEnv;
}

/**
 * Brings the schema and the dated parameters up to date and fills an empty database: with the demo data, unless `SEED=none`
 * asks for the catalogues of the country alone, and with the administrator of `ADMIN_USERNAME` and `ADMIN_PASSWORD` where
 * these are given.
 */
export async function prepareDatabase(config: Config, options: PrepareOptions): Promise<Prepared> {
	const database = openDatabase({ file: config.databaseFile });
	try {
		if ((await pendingMigrations(database.db)).length > 0)
			options.say('Подготовка на базата · Preparing the database');
		await migrate(database.db);
		const ctx: Ctx = { db: database.db, actor: undefined, clock: systemClock, newId: randomId };
		await addNewParameters(ctx, loadParameters());
		await fillEmpty(ctx, options);
		if (await lacksCatalogues(ctx)) await addCatalogues(ctx, loadFixtures());
		await addBenchmarks(ctx, loadBenchmarks());
		const { accounts } = await listDemoAccounts(ctx);
		return {
			demoUsernames: accounts.map((account) => account.username),
			needsAdministrator: await needsFirstAdministrator(ctx),
		};
	} finally {
		await database.close();
	}
}

async function fillEmpty(ctx: Ctx, { say, env }: PrepareOptions): Promise<void> {
	if (!(await needsFirstAdministrator(ctx))) return;
	const { ADMIN_USERNAME: username, ADMIN_PASSWORD: password } = env;
	if (username && password) {
		if (password.length < 10)
			throw new Refusal('ADMIN_PASSWORD е под 10 знака. · ADMIN_PASSWORD is shorter than 10 characters.');
		await createFirstAdministrator(ctx, { username, password, name: env['ADMIN_NAME'] || username });
	}
	if (env['SEED'] === 'none') return;
	say('Зареждане на примерните данни · Loading the sample data');
	await seed(ctx, { fixtures: loadFixtures(), councillors: loadCouncillors() });
}
