/**
 * What has to be true before any TypeScript of the project can run: dependencies installed as locked,
 * a Node that is new enough, texts compiled. Imports nothing from node_modules and runs on Node 20.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const CACHE = join(ROOT, '.cache');
const OLDEST_NODE = [22, 18];
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const OWN_NODE = join(ROOT, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

/** A refusal that one sentence explains; printed without a stack. */
export class Refusal extends Error {}

/** Runs the work and ends the process: 0, or 1 with one sentence for what was foreseen. */
export async function main(work) {
	try {
		await work();
	} catch (error) {
		const code = error?.code ?? '';
		if (error instanceof Refusal) fail(error.message);
		else if (code === 'ENOSPC')
			fail('Дискът е пълен; нищо не е повредено. · The disk is full; nothing was damaged.');
		else if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'].includes(code))
			fail(`Тук не може да се пише: ${error.path ?? ''} · This place cannot be written: ${error.path ?? ''}`);
		else throw error;
	}
}

function fail(sentence) {
	process.stderr.write(`${sentence}\n`);
	process.exitCode = 1;
}

/** Installs exactly what the lockfile names, unless that has been done for this very lockfile. */
export async function ensureDependencies(say = () => undefined) {
	const lock = readFileSync(join(ROOT, 'package-lock.json'));
	const mark = hash([lock, process.platform, process.arch]);
	if (existsSync(OWN_NODE) && readMark('dependencies') === mark) return;
	say('Инсталиране на зависимостите · Installing dependencies');
	const npm = process.env.npm_execpath;
	// What builds the application is asked for by name: a server may well say `NODE_ENV=production`, and npm leaves it out then.
	const args = ['ci', '--include=dev', '--loglevel=error', '--no-audit', '--no-fund'];
	const code = await run(npm ? process.execPath : 'npm', npm ? [npm, ...args] : args);
	if (code !== 0)
		throw new Refusal(
			'Зависимостите не можаха да се инсталират; вижте съобщението по-горе (мрежа? място на диска?). · ' +
				'The dependencies could not be installed; see the message above (network? disk space?).',
		);
	writeMark('dependencies', mark);
}

/**
 * True when this Node is new enough. Otherwise runs the same script again on the Node that the
 * dependencies bring, passes signals on, ends with its exit code, and answers false.
 */
export async function hasRightNode(script) {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return true;
	if (!existsSync(OWN_NODE))
		throw new Refusal(
			`Нужен е Node ${OLDEST_NODE.join('.')} или по-нов; за тази машина няма готов. · ` +
				`Node ${OLDEST_NODE.join('.')} or newer is needed; there is none ready for this machine.`,
		);
	const env = { ...process.env, USTROY_WATCH_PARENT: '1' };
	process.exitCode = await run(OWN_NODE, [script, ...process.argv.slice(2)], { env });
	return false;
}

/** Compiles the texts of both languages when one of them changed. */
export async function ensureMessages(say = () => undefined) {
	const mark = hashOfFiles(['src/lib/i18n']);
	if (existsSync(join(ROOT, 'src/lib/paraglide/messages.js')) && readMark('messages') === mark) return;
	say('Подготовка на текстовете · Compiling the texts');
	await runOrRefuse('npm', ['run', '--silent', 'messages']);
	writeMark('messages', mark);
}

/** Builds the application when any source changed since the last build. */
export async function ensureBuild(say = () => undefined) {
	const mark = hashOfFiles(BUILD_SOURCES);
	if (existsSync(join(ROOT, 'build/index.js')) && readMark('build') === mark) return;
	say('Изграждане на приложението · Building the application');
	await runOrRefuse('npm', ['run', '--silent', 'build']);
	writeMark('build', mark);
}

const BUILD_SOURCES = [
	'src',
	'static',
	'migrations',
	'exports',
	'package-lock.json',
	'svelte.config.js',
	'vite.config.ts',
];

async function runOrRefuse(command, args) {
	const { output, code } = await runQuietly(command, args);
	if (code === 0) return;
	process.stderr.write(output);
	throw new Refusal(`Не успя: ${args.join(' ')} · Failed: ${args.join(' ')}`);
}

/** Runs a command in the root of the project, passes signals on to it, and answers its exit code. */
export function run(command, args, options = {}) {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
		const pass = (signal) => child.kill(signal);
		for (const signal of SIGNALS) process.on(signal, pass);
		const stopWatching = watchParent(() => child.kill('SIGTERM'));
		child.on('error', reject);
		child.on('exit', (code, signal) => {
			for (const name of SIGNALS) process.off(name, pass);
			stopWatching();
			resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' || signal === 'SIGHUP' ? 0 : 1));
		});
	});
}

/** The same, its output kept and not shown. */
export async function runQuietly(command, args, options = {}) {
	const chunks = [];
	const code = await new Promise((resolve, reject) => {
		const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], ...options });
		child.stdout.on('data', (chunk) => chunks.push(chunk));
		child.stderr.on('data', (chunk) => chunks.push(chunk));
		child.on('error', reject);
		child.on('close', (exit) => resolve(exit ?? 1));
	});
	return { code, output: Buffer.concat(chunks).toString('utf8') };
}

/**
 * npm does not pass a hang-up on: when the process above is gone, this one has to go too.
 * Watches only where npm or the first Node stands above. Returns how to stop watching.
 */
export function watchParent(onGone) {
	if (!process.env.npm_lifecycle_event && !process.env.USTROY_WATCH_PARENT) return () => undefined;
	const parent = process.ppid;
	const timer = setInterval(() => {
		if (process.ppid !== parent) onGone();
	}, 500);
	timer.unref();
	return () => clearInterval(timer);
}

function hashOfFiles(paths) {
	const files = paths.flatMap((path) => listFiles(join(ROOT, path))).sort();
	return hash(files.flatMap((file) => [relative(ROOT, file), readFileSync(file)]));
}

function listFiles(path) {
	if (!statSync(path).isDirectory()) return [path];
	return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
		const isGenerated = entry.name === 'paraglide' || entry.name === 'cache' || entry.name.endsWith('.md');
		return isGenerated ? [] : listFiles(join(path, entry.name));
	});
}

function hash(parts) {
	const sum = createHash('sha256');
	for (const part of parts) sum.update(part).update('\0');
	return sum.digest('hex');
}

function readMark(name) {
	const file = join(CACHE, `${name}.sha256`);
	return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function writeMark(name, mark) {
	mkdirSync(CACHE, { recursive: true });
	writeFileSync(join(CACHE, `${name}.sha256`), mark);
}
