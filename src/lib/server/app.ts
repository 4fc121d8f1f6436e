import type { Actor } from '#lib/domain/access/index.ts';
import { createSessions, type Sessions } from './auth/sessions.ts';
import { prepareFolders, readConfig, type Config } from './config.ts';
import { randomId, systemClock, type Ctx } from './context.ts';
import { migrate, openDatabase, type OpenDatabase } from './db/index.ts';

/** The running installation: one open database and the sessions on it. */
export interface App {
	readonly config: Config;
	readonly sessions: Sessions;
	contextFor(actor: Actor | undefined): Ctx;
	close(): Promise<void>;
}

/** Kept outside the module, because a development server loads modules again and must not open twice. */
const holder = globalThis as { ustroyApp?: Promise<App> };

/** The installation that the environment names, opened and migrated at the first call. */
export function getApp(): Promise<App> {
	holder.ustroyApp ??= startApp(readConfig(process.env));
	return holder.ustroyApp;
}

export async function startApp(config: Config): Promise<App> {
	prepareFolders(config);
	const database = openDatabase({ file: config.databaseFile });
	await migrate(database.db);
	return appOn(database, config);
}

/** An installation on a database that is already open and migrated. */
export function appOn(database: OpenDatabase, config: Config): App {
	return {
		config,
		sessions: createSessions(database.db, { isSecure: config.origin.startsWith('https:') }),
		contextFor: (actor) => ({ db: database.db, actor, clock: systemClock, newId: randomId }),
		close: () => database.close(),
	};
}
