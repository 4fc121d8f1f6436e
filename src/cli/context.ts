import type { Actor } from '#lib/domain/access/index.ts';
import type { UserId } from '#lib/domain/shared/index.ts';
import { prepareFolders, readConfig, type Config } from '#lib/server/config.ts';
import { randomId, systemClock, type Ctx } from '#lib/server/context.ts';
import { migrate, openDatabase, type OpenDatabase } from '#lib/server/db/index.ts';

/** Whoever may run commands on the machine looks after the installation. */
const OPERATOR: Actor = {
	userId: 'terminal' as UserId,
	name: 'терминал',
	isAdministrator: true,
	memberships: [],
};

export interface CommandContext {
	readonly ctx: Ctx;
	readonly config: Config;
	readonly database: OpenDatabase;
}

/** Opens and migrates the installation that the environment names, runs the work, and closes it again. */
export async function withContext<T>(work: (context: CommandContext) => Promise<T>): Promise<T> {
	const config = readConfig(process.env);
	prepareFolders(config);
	const database = openDatabase({ file: config.databaseFile });
	try {
		await migrate(database.db);
		const ctx: Ctx = { db: database.db, actor: OPERATOR, clock: systemClock, newId: randomId };
		return await work({ ctx, config, database });
	} finally {
		await database.close();
	}
}
