import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DEMO_PASSWORD } from '#lib/server/services/demo-accounts.ts';
import { anEmptyInstallation, anInstallation, type Installation } from './installation.ts';

const BUILT = resolve('build/index.js');
const START_LIMIT_MS = 20_000;

/** The built server on a free port of this machine, on a scratch database of its own. */
export interface RunningServer {
	readonly origin: string;
	readonly databaseFile: string;
	/** Processor time that the server has used, in milliseconds; undefined where the system does not tell. */
	cpuTime(): number | undefined;
	/** Lines of the log that tell of an unexpected fault. */
	faults(): readonly string[];
	/** A browser that nobody signed in with. */
	nobody(): Visitor;
	/** A browser in which a demo account signed in through the page for it. */
	signIn(username: string, password?: string): Promise<Visitor>;
	/** Ends the process and starts it again over the same data and address. */
	restart(): Promise<void>;
	/** Ends the process at once, as a power cut does; `restart` starts it again. */
	kill(): Promise<void>;
	stop(): Promise<void>;
}

export type FormFields = Readonly<Record<string, string | readonly string[] | Blob>>;

export interface PostOptions {
	/** What the browser says it came from; null says nothing. The server itself by default. */
	readonly from?: string | null;
	readonly multipart?: boolean;
}

type Sending = PostOptions & { readonly headers?: Readonly<Record<string, string>> };

/** Asks the server as a browser does, without following redirects. */
export interface Visitor {
	/** The cookie of the session, for whoever asks in another way. */
	readonly cookie: string | undefined;
	get(path: string): Promise<Response>;
	post(path: string, fields: FormFields, options?: PostOptions): Promise<Response>;
	/** The same as a script of the page sends it: the status of what was done, without the page. */
	act(path: string, fields: FormFields, options?: PostOptions): Promise<number>;
}

interface ServerOptions {
	readonly isEmpty?: boolean;
	/** Puts more into the database before the server opens it. */
	readonly prepare?: (at: Installation) => Promise<void>;
}

/** Starts the built server; with the demo data unless `isEmpty`. Refuses with one sentence when nothing is built. */
export async function startServer({ isEmpty = false, prepare }: ServerOptions = {}): Promise<RunningServer> {
	if (!existsSync(BUILT)) throw new Error(`${BUILT} is missing: run "npm run build" before these tests.`);
	const folder = await mkdtemp(join(tmpdir(), 'ustroy-'));
	const databaseFile = join(folder, 'ustroy.db');
	await fillFile(databaseFile, isEmpty, prepare);
	const port = await freePort();
	const origin = `http://127.0.0.1:${port}`;
	const env = { HOST: '127.0.0.1', PORT: String(port), ORIGIN: origin, NODE_ENV: 'production' };
	const launch = async () => {
		const child = spawn(process.execPath, [BUILT], {
			env: { ...process.env, ...env, ...STEADY, DATABASE_URL: databaseFile, DATA_DIR: folder },
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		return { child, log: await listening(child) };
	};
	let running = await launch();
	return {
		origin,
		databaseFile,
		cpuTime: () => cpuTime(running.child.pid),
		faults: () => running.log().filter((line) => line.includes('"fault"')),
		nobody: () => visitor(origin),
		signIn: (username, password = DEMO_PASSWORD) => signIn(origin, username, password),
		restart: async () => {
			await end(running.child);
			running = await launch();
		},
		kill: () => {
			const ended = new Promise<void>((done) => running.child.once('exit', () => done()));
			running.child.kill('SIGKILL');
			return ended;
		},
		stop: async () => {
			await end(running.child);
			await rm(folder, { recursive: true, force: true });
		},
	};
}

const STEADY = { BODY_SIZE_LIMIT: '24M', SHUTDOWN_TIMEOUT: '1', TZ: 'Europe/Sofia' };

export function freePort(): Promise<number> {
	return new Promise((done, failed) => {
		const probe = createServer();
		probe.once('error', failed);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			const port = address !== null && typeof address === 'object' ? address.port : 0;
			probe.close(() => done(port));
		});
	});
}

async function fillFile(file: string, isEmpty: boolean, prepare: ServerOptions['prepare']): Promise<void> {
	const at = await (isEmpty ? anEmptyInstallation() : anInstallation());
	await prepare?.(at);
	writeFileSync(file, at.database.raw.serialize());
	await at.close();
}

/** Waits until the server says that it listens; answers how to read the lines of its error output. */
function listening(child: ChildProcess): Promise<() => readonly string[]> {
	let errors = '';
	let output = '';
	child.stderr?.on('data', (chunk: Buffer) => void (errors += chunk.toString('utf8')));
	return new Promise((done, failed) => {
		const fail = (why: string) => failed(new Error(`The built server ${why}.\n${output}${errors}`));
		const timer = setTimeout(() => {
			child.kill('SIGKILL');
			fail('did not start in time');
		}, START_LIMIT_MS);
		child.once('exit', () => {
			clearTimeout(timer);
			fail('ended while starting');
		});
		child.stdout?.on('data', (chunk: Buffer) => {
			output += chunk.toString('utf8');
			if (!output.includes('Listening')) return;
			clearTimeout(timer);
			done(() => errors.split('\n').filter((line) => line !== ''));
		});
	});
}

const MS_PER_TICK = 10;

function cpuTime(pid: number | undefined): number | undefined {
	const file = `/proc/${pid}/stat`;
	if (!existsSync(file)) return undefined;
	const fields = readFileSync(file, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
	return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
}

async function end(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const ended = new Promise((done) => child.once('exit', done));
	child.kill('SIGTERM');
	const timer = setTimeout(() => child.kill('SIGKILL'), 3000);
	await ended;
	clearTimeout(timer);
}

async function signIn(origin: string, username: string, password: string): Promise<Visitor> {
	const answer = await visitor(origin).post('/login', { username, password });
	const cookie = answer.headers.getSetCookie().find((text) => text.startsWith('ustroy_session='));
	if (answer.status !== 303 || cookie === undefined)
		throw new Error(`${username} could not sign in: status ${answer.status}`);
	return visitor(origin, cookie.split(';')[0]);
}

function visitor(origin: string, cookie?: string): Visitor {
	const common = { accept: 'text/html', ...(cookie !== undefined && { cookie }) };
	const send = (path: string, fields: FormFields, { from, multipart = false, headers = {} }: Sending) => {
		const all = { ...common, ...(typeof from === 'string' && { origin: from }), ...headers };
		const body = multipart ? toFormData(fields) : toSearchParams(fields);
		return fetch(`${origin}${path}`, { method: 'POST', headers: all, body, redirect: 'manual' });
	};
	return {
		cookie,
		get: (path) => fetch(`${origin}${path}`, { headers: common, redirect: 'manual' }),
		post: (path, fields, options = {}) => send(path, fields, { from: origin, ...options }),
		act: async (path, fields, options = {}) => {
			const asked = { from: origin, ...options, headers: SCRIPTED };
			return statusOf(await send(path, fields, asked));
		},
	};
}

const SCRIPTED = { accept: 'application/json', 'x-sveltekit-action': 'true' };

/** A scripted answer has its status inside. */
async function statusOf(answer: Response): Promise<number> {
	const text = await answer.text();
	if (!answer.ok || !text.startsWith('{')) return answer.status;
	const { status } = JSON.parse(text) as { readonly status?: number };
	return status ?? answer.status;
}

function toSearchParams(fields: FormFields): URLSearchParams {
	const params = new URLSearchParams();
	for (const [name, value] of pairsOf(fields)) if (typeof value === 'string') params.append(name, value);
	return params;
}

function toFormData(fields: FormFields): FormData {
	const data = new FormData();
	for (const [name, value] of pairsOf(fields)) data.append(name, value);
	return data;
}

function pairsOf(fields: FormFields): readonly (readonly [string, string | Blob])[] {
	return Object.entries(fields).flatMap(([name, value]): (readonly [string, string | Blob])[] =>
		typeof value === 'string' || value instanceof Blob
			? [[name, value]]
			: value.map((text) => [name, text] as const),
	);
}
