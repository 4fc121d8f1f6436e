import { ms, percentile } from '#tests/bench/measure.ts';
import { startServer, type RunningServer } from '#tests/support/server.ts';
import { keptOf, lossesOf, type Acknowledged } from './kept.ts';
import { peopleOf, prepareSeats, type Person } from './people.ts';
import { savesOf } from './saves.ts';

export interface LoadOptions {
	readonly people: number;
	/** In which everybody answers from the first page to the last. */
	readonly seconds: number;
}

export interface LoadIo {
	readonly say: (text: string) => void;
	readonly print: (text: string) => void;
}

const AIM_MS = 300;
/** Part of the time in which people begin; each then needs the rest of it. */
const BEGINNING = 0.4;
const RETRY_MS = 250;
const MOST_RETRIES = 120;

/**
 * Lets people answer a time survey at once, each page by page as the script of the page saves it, and then once more,
 * fewer of them, with the server ended without warning in the middle. Nothing acknowledged may be missing.
 */
export async function load({ people, seconds }: LoadOptions, { say, print }: LoadIo): Promise<boolean> {
	say(`${people} respondents, ${seconds} s`);
	const steady = await round({ people, seconds }, () => Promise.resolve());
	print(sentenceOf(`${people} respondents`, steady));
	const p95 = percentile(steady.run.times, 0.95);
	say(`${KILLED.people} respondents, SIGKILL`);
	let lostByKill = 0;
	const killed = await round(KILLED, async (server, run) => {
		const acknowledged = new Map(run.acknowledged);
		await server.kill();
		lostByKill = lossesOf(acknowledged, keptOf(server.databaseFile));
		await server.restart();
	});
	print(sentenceOf(`SIGKILL in the middle of ${KILLED.people}: ${lostByKill} lost, then`, killed));
	const isWhole = [steady, killed].every(({ lost, run, faults }) => lost + run.refused + faults.length === 0);
	const isGood = isWhole && lostByKill === 0 && p95 <= AIM_MS;
	print(isGood ? `✓ nothing lost, p95 ≤ ${AIM_MS} ms` : `✗ aim missed (p95 ≤ ${AIM_MS} ms, nothing lost)`);
	return isGood;
}

const KILLED: LoadOptions = { people: 200, seconds: 12 };

interface Outcome {
	readonly run: Run;
	readonly seconds: number;
	/** Acknowledged values that the database does not have at the end. */
	readonly lost: number;
	/** Processor time of the server for one save, with its start. */
	readonly cpu: number;
	readonly faults: readonly string[];
}

/** One server, everybody from the first page to the last, and something that happens half-way. */
async function round(
	{ people, seconds }: LoadOptions,
	halfWay: (server: RunningServer, run: Run) => Promise<void>,
): Promise<Outcome> {
	let made: readonly Person[] = [];
	const server = await startServer({
		prepare: async (at) => {
			made = peopleOf(await prepareSeats(at, people));
		},
	});
	try {
		const run = new Run(server);
		const length = seconds * 1000;
		const begin = (at: number) => (at / people) * BEGINNING * length;
		const answering = Promise.all(
			made.map((person, at) => run.answer(person, begin(at), (1 - BEGINNING) * length)),
		);
		await pause(length / 2);
		await halfWay(server, run);
		await answering;
		const lost = lossesOf(run.acknowledged, keptOf(server.databaseFile));
		const cpu = (server.cpuTime() ?? Number.NaN) / run.times.length;
		return { run, seconds, lost, cpu, faults: server.faults() };
	} finally {
		await server.stop();
	}
}

/** What is sent and what came of it. */
class Run {
	readonly acknowledged: Map<string, Acknowledged> = new Map();
	readonly times: number[] = [];
	retries = 0;
	refused = 0;
	readonly #server: RunningServer;

	constructor(server: RunningServer) {
		this.#server = server;
	}

	/** One person's pages, spread evenly over the time they need. */
	async answer(person: Person, begin: number, length: number): Promise<void> {
		const started = performance.now();
		const saves = savesOf(person);
		for (const [at, save] of saves.entries()) {
			await pause(begin + (at / saves.length) * length - (performance.now() - started));
			await this.#save(person, save.path, save.fields);
			const before = this.acknowledged.get(person.respondentId);
			this.acknowledged.set(person.respondentId, { ...before, ...save.keeps });
		}
	}

	async #save(person: Person, path: string, fields: readonly (readonly [string, string])[]): Promise<void> {
		const body = new URLSearchParams(fields.map(([name, value]) => [name, value]));
		for (let attempt = 0; attempt < MOST_RETRIES; attempt++) {
			const started = performance.now();
			const answered = await send(
				`${this.#server.origin}/s/${person.token}?/${path}`,
				this.#server.origin,
				body,
			);
			if (answered === 'saved') {
				this.times.push(performance.now() - started);
				return;
			}
			if (answered === 'refused') {
				this.refused++;
				return;
			}
			this.retries++;
			await pause(RETRY_MS);
		}
		throw new Error('the server did not come back');
	}
}

/** `saved` only when the server said so; whatever came of a broken connection is not known and is sent again. */
async function send(
	address: string,
	origin: string,
	body: URLSearchParams,
): Promise<'saved' | 'refused' | 'unknown'> {
	try {
		const headers = { accept: 'application/json', 'x-sveltekit-action': 'true', origin };
		const answer = await fetch(address, { method: 'POST', headers, body });
		const { type } = (await answer.json()) as { readonly type: string };
		return type === 'success' ? 'saved' : 'refused';
	} catch (error) {
		if (error instanceof TypeError || error instanceof SyntaxError) return 'unknown';
		throw error;
	}
}

function sentenceOf(what: string, { run, seconds, lost, cpu, faults }: Outcome): string {
	const { times, acknowledged, retries, refused } = run;
	const values = [...acknowledged.values()].reduce((sum, one) => sum + Object.keys(one).length, 0);
	return [
		`${what}: ${times.length} saves in ${seconds} s (${(times.length / seconds).toFixed(0)} a second)`,
		`p50 ${ms(percentile(times, 0.5))}`,
		`p95 ${ms(percentile(times, 0.95))}`,
		`longest ${ms(Math.max(...times))}`,
		`${ms(cpu)} of processor a save`,
		`${values} acknowledged values, ${lost} lost`,
		`${retries} requests sent again, ${refused} refused, ${faults.length} faults`,
	].join(' · ');
}

function pause(length: number): Promise<void> {
	return new Promise((done) => setTimeout(done, Math.max(0, length)));
}
