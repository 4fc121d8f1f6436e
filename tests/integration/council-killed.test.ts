import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '#lib/server/db/index.ts';
import { voteSheet } from '#lib/server/services/council-ballot.ts';
import { recordDecision } from '#lib/server/services/council.ts';
import { listBallots } from '#lib/server/queries/ballot.ts';
import { findDecision } from '#lib/server/queries/review.ts';
import { openProposal } from '#lib/server/services/proposal.ts';
import { at, chair, EFFECT, inReview, SESSION, vote, WHOLE, words } from '#tests/support/council-world.ts';
import { done, SLUG } from '#tests/support/elena-scenario.ts';

let folder = '';
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'killed-'));
});
afterEach(() => rm(folder, { recursive: true }));

/**
 * A process of its own that records the vote or the decision and is killed by the system inside the transaction, when
 * it asks for its `after`-th id: rows are written by then, nothing is committed.
 */
const CHILD = (task: object) => `
const { openDatabase } = await import(${JSON.stringify(resolve('src/lib/server/db/index.ts'))});
const { recordDecision } = await import(${JSON.stringify(resolve('src/lib/server/services/council.ts'))});
const { recordBallot } = await import(${JSON.stringify(resolve('src/lib/server/services/council-ballot.ts'))});
const task = ${JSON.stringify(task)};
const { db } = openDatabase({ file: task.file });
let ids = 0;
const ctx = {
	db,
	actor: task.actor,
	clock: { now: () => '2026-12-10T12:00:00.000Z', today: () => '2026-12-10' },
	newId: () => {
		if ((ids += 1) === task.after) process.kill(process.pid, 'SIGKILL');
		return 'child-' + ids;
	},
};
const words = { body: () => 'Текст', name: () => ({ bg: 'Решение', en: null }) };
const answer = task.kind === 'vote'
	? await recordBallot(ctx, task.address, { ...task.input, choices: new Map(task.choices) })
	: await recordDecision(ctx, task.address, { ...task.input, leftOut: new Set() }, words);
console.log(JSON.stringify(answer));
`;

function killedBy(task: object): Promise<{ readonly signal: string | null; readonly said: string }> {
	const child = spawn(process.execPath, ['--input-type=module', '-e', CHILD(task)], {
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const said: Buffer[] = [];
	child.stdout.on('data', (chunk: Buffer) => void said.push(chunk));
	child.stderr.on('data', (chunk: Buffer) => void said.push(chunk));
	return new Promise((resolved, failed) => {
		child.once('error', failed);
		child.once('close', (_, signal) => resolved({ signal, said: Buffer.concat(said).toString('utf8') }));
	});
}

/** The database of the test as a file, with what a process of the chair is given. */
async function onDisk(number: number) {
	const file = join(folder, 'ustroy.db');
	writeFileSync(file, at.database.raw.serialize());
	const address = { slug: SLUG, number };
	const { proposal } = await done(openProposal(chair, address));
	return { file, address, proposal, actor: chair.actor };
}

describe('a server that is killed', { timeout: 90_000 }, () => {
	it('between the vote and the decision keeps the vote, has no half of a decision, and decides once afterwards', async () => {
		const number = await inReview();
		await done(vote(number, () => 'for'));
		const { proposal, ...task } = await onDisk(number);
		const input = { number: '45', effectiveOn: EFFECT, revision: proposal.revision };
		for (const after of [1, 40])
			expect(await killedBy({ ...task, kind: 'decision', after, input })).toEqual({
				signal: 'SIGKILL',
				said: '',
			});
		const database = openDatabase({ file: task.file });
		try {
			const ctx = { ...chair, db: database.db };
			expect(await listBallots(database.db, proposal.id)).toHaveLength(1);
			expect(await findDecision(database.db, proposal.id)).toBeUndefined();
			const again = await done(openProposal(ctx, task.address));
			expect(again.proposal).toMatchObject({ state: 'in-review', revision: proposal.revision });
			const decision = { ...input, leftOut: new Set<never>() };
			expect(await done(recordDecision(ctx, task.address, decision, words))).toBe('adopted');
			expect(await recordDecision(ctx, task.address, decision, words)).toMatchObject({ ok: false });
			const made = await database.db.selectFrom('decision').select('id').execute();
			expect(made).toHaveLength(1);
			expect(database.raw.pragma('integrity_check', { simple: true })).toBe('ok');
		} finally {
			await database.close();
		}
	});

	it('while a vote is recorded has the whole vote or none of it', async () => {
		const number = await inReview();
		const { proposal, ...task } = await onDisk(number);
		const sheet = await done(voteSheet(chair, task.address, { day: SESSION }));
		const choices = sheet.map(({ councillorId }) => [councillorId, 'for'] as const);
		const input = { ...WHOLE, sessionOn: SESSION, revision: proposal.revision };
		const end = await killedBy({ ...task, kind: 'vote', after: 4, input, choices });
		expect(end).toEqual({ signal: 'SIGKILL', said: '' });
		const database = openDatabase({ file: task.file });
		try {
			expect(await listBallots(database.db, proposal.id)).toEqual([]);
			expect(await database.db.selectFrom('vote').selectAll().execute()).toEqual([]);
			const { proposal: after } = await done(openProposal({ ...chair, db: database.db }, task.address));
			expect(after.revision).toBe(proposal.revision);
		} finally {
			await database.close();
		}
	});
});
