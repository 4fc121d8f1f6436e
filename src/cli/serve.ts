import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ConfigError, prepareFolders, readConfig, type Config } from '#lib/server/config.ts';
import { isNotADatabase, isStorageFailure, NewerDatabaseError } from '#lib/server/db/index.ts';
import { DEMO_PASSWORD } from '#lib/server/services/demo-accounts.ts';
import { Refusal, ROOT, watchParent } from './bootstrap.mjs';
import { prepareDatabase, type Prepared } from './prepare.ts';

interface ServeOptions {
	/** Tells the person which step runs now. */
	readonly say: (text: string) => void;
}

/** Largest body that a form may send; uploads are checked again where they are read. */
const BODY_LIMIT = '24M';

/** Prepares the database and serves the built application in this process until a signal ends it. */
export async function serve({ say }: ServeOptions): Promise<void> {
	const config = configOrRefusal();
	const [host, port] = [process.env['HOST'] || '127.0.0.1', process.env['PORT'] || '3000'];
	await refuseTakenPort(host, portNumber(port));
	const prepared = await preparedOrRefusal(config, say);
	Object.assign(process.env, { HOST: host, PORT: port, ORIGIN: config.origin, NODE_ENV: 'production' });
	process.env['BODY_SIZE_LIMIT'] ??= BODY_LIMIT;
	process.env['SHUTDOWN_TIMEOUT'] ??= '5';
	endWithTheOthers();
	await listening(pathToFileURL(join(ROOT, 'build', 'index.js')).href);
	announce(config, prepared);
}

function configOrRefusal(): Config {
	try {
		const config = readConfig(process.env);
		prepareFolders(config);
		return config;
	} catch (error) {
		if (error instanceof ConfigError) throw new Refusal(error.message);
		throw error;
	}
}

async function preparedOrRefusal(config: Config, say: ServeOptions['say']): Promise<Prepared> {
	try {
		return await prepareDatabase(config, { say, env: process.env });
	} catch (error) {
		if (error instanceof NewerDatabaseError)
			throw new Refusal(
				`Базата ${config.databaseFile} е записана от по-нова версия на Устрой; нищо не е променено. · ` +
					`The database ${config.databaseFile} was written by a newer version of Ustroy; nothing was changed.`,
			);
		if (isNotADatabase(error))
			throw new Refusal(
				`Файлът ${config.databaseFile} не е база на Устрой или е повреден; нищо не е променено. · ` +
					`The file ${config.databaseFile} is not a database of Ustroy or is damaged; nothing was changed.`,
			);
		if (isStorageFailure(error))
			throw new Refusal(
				`Базата ${config.databaseFile} не може да се запише (пълен диск или липсващи права); записаното е запазено. · ` +
					`The database ${config.databaseFile} cannot be written (full disk or missing permission); what was saved is kept.`,
			);
		throw error;
	}
}

function portNumber(text: string): number {
	const port = Number(text);
	if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
	throw new Refusal(
		`PORT трябва да е число от 1 до 65535: ${text} · PORT must be a number from 1 to 65535: ${text}`,
	);
}

function refuseTakenPort(host: string, port: number): Promise<void> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', (error: NodeJS.ErrnoException) => {
			const reason =
				error.code === 'EADDRINUSE'
					? `Портът ${port} на ${host} е зает; изберете друг с PORT. · Port ${port} on ${host} is in use; choose another with PORT.`
					: `Не може да се слуша на ${host}:${port} (${error.code}). · Cannot listen on ${host}:${port} (${error.code}).`;
			reject(new Refusal(reason));
		});
		probe.listen(port, host, () => probe.close(() => resolve()));
	});
}

/** Loads the built server and waits until it answers. */
async function listening(address: string): Promise<void> {
	const built = (await import(address)) as { readonly server: { readonly server: Server } };
	if (!built.server.server.listening) await once(built.server.server, 'listening');
}

/** A hang-up and the end of the process above end the server as SIGTERM does. */
function endWithTheOthers(): void {
	const end = () => process.kill(process.pid, 'SIGTERM');
	process.on('SIGHUP', end);
	watchParent(end);
}

function announce(config: Config, prepared: Prepared): void {
	const lines = ['', `Устрой · Ustroy: ${config.origin}`, `База · Database: ${config.databaseFile}`];
	if (prepared.demoUsernames.length > 0)
		lines.push(
			`Демонстрационни профили · Demo accounts: ${prepared.demoUsernames.join(', ')}`,
			`Парола за всички · Password of all: ${DEMO_PASSWORD}`,
		);
	if (prepared.needsAdministrator)
		lines.push('Създайте администратора на първата страница. · Create the administrator on the first page.');
	process.stdout.write(`${lines.join('\n')}\n`);
}
