import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#tests/support/server.ts';
import { ms, percentile, type BenchRow } from './measure.ts';

const STARTS = 3;
const AIM_MS = 3000;
const PAUSE_MS = 10;
const LIMIT_MS = 60_000;

/** From the command to the first answer, on a database that an earlier start has filled. */
export async function benchStart(say: (text: string) => void): Promise<readonly BenchRow[]> {
	const dataDir = await mkdtemp(join(tmpdir(), 'ustroy-bench-'));
	try {
		say('first start');
		const first = await startOnce(dataDir);
		const times: number[] = [];
		for (let at = 0; at < STARTS; at++) {
			say('second start');
			times.push(await startOnce(dataDir));
		}
		const second = percentile(times, 0.5);
		return [
			{ what: 'start on an empty database, built before', measured: ms(first) },
			{
				what: 'second start to the first answer',
				measured: ms(second),
				aim: `≤ ${AIM_MS / 1000} s`,
				isMet: second <= AIM_MS,
			},
		];
	} finally {
		await rm(dataDir, { recursive: true, force: true });
	}
}

async function startOnce(dataDir: string): Promise<number> {
	const port = await freePort();
	const env = { HOST: '127.0.0.1', PORT: String(port), ORIGIN: '', DATABASE_URL: '', DATA_DIR: dataDir };
	const started = performance.now();
	const child = spawn(process.execPath, ['src/cli/start.mjs'], {
		env: { ...process.env, ...env },
		stdio: 'ignore',
	});
	try {
		await firstAnswer(`http://127.0.0.1:${port}/login`, child);
		return performance.now() - started;
	} finally {
		const ended = child.exitCode === null ? once(child, 'exit') : Promise.resolve();
		child.kill('SIGTERM');
		await ended;
	}
}

async function firstAnswer(address: string, child: ChildProcess): Promise<void> {
	const limit = performance.now() + LIMIT_MS;
	while (performance.now() < limit && child.exitCode === null) {
		try {
			if ((await fetch(address)).ok) return;
		} catch {
			await new Promise((done) => setTimeout(done, PAUSE_MS));
		}
	}
	throw new Error(`the server did not answer at ${address}`);
}
