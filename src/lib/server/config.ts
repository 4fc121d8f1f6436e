import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** What the installation is told by its environment. */
export interface Config {
	/** File of the database, or `:memory:`. */
	readonly databaseFile: string;
	/** Folder of the database, unless it is named by itself. */
	readonly dataDir: string;
	/** Address under which people reach the server; decides whether cookies are Secure. */
	readonly origin: string;
}

/** The environment asks for something that this program cannot do. */
export class ConfigError extends Error {
	override readonly name = 'ConfigError';
}

/**
 * Reads `DATA_DIR` (default `data`), `DATABASE_URL` (default `file:<DATA_DIR>/ustroy.db`), `HOST`, `PORT`
 * and `ORIGIN`. Relative paths start at the working folder.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
	const dataDir = resolve(env['DATA_DIR'] || 'data');
	const host = env['HOST'] || '127.0.0.1';
	const port = env['PORT'] || '3000';
	return {
		dataDir,
		databaseFile: databaseFile(env['DATABASE_URL'], dataDir),
		origin: env['ORIGIN'] || `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
	};
}

/** Makes the folders that the configuration names. */
export function prepareFolders(config: Config): void {
	mkdirSync(config.dataDir, { recursive: true });
	if (config.databaseFile !== ':memory:') mkdirSync(dirname(config.databaseFile), { recursive: true });
}

function databaseFile(url: string | undefined, dataDir: string): string {
	if (!url) return join(dataDir, 'ustroy.db');
	if (url === ':memory:') return url;
	if (url.startsWith('file:')) return resolve(url.slice('file:'.length).replace(/^\/\//, ''));
	if (/^[a-z][a-z0-9+.-]*:/i.test(url))
		throw new ConfigError(
			`DATABASE_URL посочва база, която не се поддържа; използвайте file:път/до/файл.db. · ` +
				`DATABASE_URL names a database that is not supported; use file:path/to/file.db.`,
		);
	return resolve(url);
}
