import { request, Agent, type IncomingHttpHeaders } from 'node:http';
import { gzipSync } from 'node:zlib';
import { ROUTES } from '#tests/integration/access-routes.ts';
import { statusOf, type Persona } from '#tests/integration/routes-table.ts';
import { openWorld, type OpenWorld } from '#tests/integration/routes-world.ts';
import { ms, percentile, type BenchRow } from './measure.ts';

const WARM_UP = 30;
const REQUESTS = 200;
const PAGE_AIM_MS = 50;
const CLIENT_AIM_KB = 120;

/** Whoever may see the page, the analyst first. */
const READERS: readonly Persona[] = ['consultant', 'hr', 'administrator', 'nobody'];

interface Page {
	readonly id: string;
	readonly address: string;
	readonly cookie: string;
}

/** Every page of the built server with both municipalities: its time, and what the browser loads for it. */
export async function benchPages(say: (text: string) => void): Promise<readonly BenchRow[]> {
	const world = await openWorld();
	const agent = new Agent({ keepAlive: true, maxSockets: 1 });
	try {
		const rows: BenchRow[] = [];
		const sizes = new Map<string, number>();
		for (const page of await pagesOf(world)) {
			say(page.address);
			const ask = () => askFor(world.server.origin, page, agent);
			const first = await ask();
			if (first.status !== 200) throw new Error(`${page.address} answered ${first.status}`);
			const times = await timesOf(ask, () => world.server.cpuTime());
			rows.push(timeRow(page, times, isPage(first.headers)));
			if (!isPage(first.headers)) continue;
			rows.push(await clientRow(page, first, (path) => gzipped(world.server.origin, path, sizes)));
		}
		return rows;
	} finally {
		agent.destroy();
		await world.close();
	}
}

async function pagesOf(world: OpenWorld): Promise<readonly Page[]> {
	const pages = Object.entries(ROUTES).flatMap(([id, row]) => {
		const reader = READERS.find((persona) => row.get !== undefined && statusOf(row.get, persona) === '200');
		return reader === undefined ? [] : [{ id, address: world.addressOf(row), reader }];
	});
	const cookies = new Map<Persona, string>();
	for (const reader of new Set(pages.map((page) => page.reader)))
		cookies.set(reader, (await world.enter(reader)).cookie ?? '');
	return pages.map(({ id, address, reader }) => ({ id, address, cookie: cookies.get(reader) ?? '' }));
}

interface Answer {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly body: Buffer;
}

function askFor(origin: string, { address, cookie }: Omit<Page, 'id'>, agent: Agent): Promise<Answer> {
	return new Promise((done, failed) => {
		const asked = request(`${origin}${address}`, { agent, headers: { cookie, accept: 'text/html' } });
		asked.once('error', failed);
		asked.once('response', (answer) => {
			const chunks: Buffer[] = [];
			answer.on('data', (chunk: Buffer) => void chunks.push(chunk));
			answer.once('end', () =>
				done({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
			);
		});
		asked.end();
	});
}

interface Times {
	readonly times: readonly number[];
	/** Processor time of the server for one answer, in milliseconds. */
	readonly cpu: number | undefined;
}

async function timesOf(ask: () => Promise<Answer>, cpuTime: () => number | undefined): Promise<Times> {
	for (let at = 0; at < WARM_UP; at++) await ask();
	const times: number[] = [];
	const before = cpuTime();
	for (let at = 0; at < REQUESTS; at++) {
		const started = performance.now();
		await ask();
		times.push(performance.now() - started);
	}
	const after = cpuTime();
	const cpu = before === undefined || after === undefined ? undefined : (after - before) / REQUESTS;
	return { times, cpu };
}

/** A file to download has no aim: nobody waits for it before reading on. */
function timeRow({ address }: Page, { times, cpu }: Times, isAimed: boolean): BenchRow {
	const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
	return {
		what: `${isAimed ? 'page' : 'file'} ${decodeURI(address)}`,
		measured: `p50 ${ms(p50)} · p95 ${ms(p95)}${cpu === undefined ? '' : ` · cpu ${ms(cpu)}`}`,
		...(isAimed && { aim: `p95 ≤ ${PAGE_AIM_MS} ms`, isMet: p95 <= PAGE_AIM_MS }),
	};
}

function isPage(headers: IncomingHttpHeaders): boolean {
	return headers['content-type']?.startsWith('text/html') === true;
}

/** Scripts and styles that the page names, itself or in its head lines. */
async function clientRow(
	{ address }: Page,
	{ body, headers }: Answer,
	sizeOf: (path: string) => Promise<number>,
): Promise<BenchRow> {
	const named = `${body.toString('utf8')}${[headers.link ?? ''].flat().join(' ')}`;
	const paths = new Set(named.match(/_app\/immutable\/[^"'<>\s)]+?\.(?:js|css)/g));
	let bytes = 0;
	for (const path of paths) bytes += await sizeOf(path);
	const kilobytes = bytes / 1000;
	return {
		what: `client code of ${decodeURI(address)}`,
		measured: `${kilobytes.toFixed(1)} kB gzip`,
		aim: `≤ ${CLIENT_AIM_KB} kB`,
		isMet: kilobytes <= CLIENT_AIM_KB,
	};
}

async function gzipped(origin: string, path: string, known: Map<string, number>): Promise<number> {
	const size = known.get(path);
	if (size !== undefined) return size;
	const answer = await fetch(`${origin}/${path}`);
	const measured = gzipSync(Buffer.from(await answer.arrayBuffer()), { level: 9 }).length;
	known.set(path, measured);
	return measured;
}
