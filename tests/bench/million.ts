import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ms, type BenchRow } from './measure.ts';
import { benchStatements } from './overlap-corpus.ts';

const MILLION = 1_000_000;
const AIM_GB = 2;
const KB_IN_GB = 1024 * 1024;
const LINES_AT_ONCE = 10_000;

/** The command `overlap` on a million statements, from file to file: how long, and how large its process grew with all its threads. */
export function benchMillion(say: (text: string) => void): Promise<readonly BenchRow[]> {
	const folder = mkdtempSync(join(tmpdir(), 'ustroy-million-'));
	try {
		const [from, to] = [join(folder, 'statements.jsonl'), join(folder, 'pairs.jsonl')];
		say(`overlap of ${MILLION} statements, some minutes`);
		writeStatements(from);
		const started = performance.now();
		const script = join(import.meta.dirname, 'overlap-memory.ts');
		const { status, stdout, stderr } = spawnSync(process.execPath, [script, from, to], { encoding: 'utf8' });
		if (status !== 0) throw new Error(stderr);
		const peak = Number(stdout) / KB_IN_GB;
		return Promise.resolve([
			{
				what: `${MILLION} statements from file to file, 10 each, two threads`,
				measured: `${ms(performance.now() - started)} · ${peak.toFixed(2)} GB`,
				aim: `≤ ${AIM_GB} GB`,
				isMet: peak <= AIM_GB,
			},
		]);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function writeStatements(path: string): void {
	const statements = benchStatements(MILLION);
	const file = openSync(path, 'w');
	for (let at = 0; at < statements.length; at += LINES_AT_ONCE) {
		const lines = statements.slice(at, at + LINES_AT_ONCE).map((one) => `${JSON.stringify(one)}\n`);
		writeSync(file, lines.join(''));
	}
	closeSync(file);
}
