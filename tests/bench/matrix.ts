import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import type { MatrixSource } from '#lib/components/functions/matrix-data.ts';
import { bundle } from './bundle.ts';
import { sourceOf, type MatrixSize } from './matrix-source.ts';
import { ms, percentile, ratio, type BenchRow } from './measure.ts';
import { rest } from './resting-page.ts';

const FOLDER = resolve('.cache/bench/matrix');
const ROUNDS = 3;
const FRAMES = 60;
const FRAME_MS = 16.7;
const AFTER_MS = 500;
const ADDRESS = 'http://bench.invalid/';
const PAGE =
	'<!doctype html><meta charset="utf-8"><body style="margin:0"><div id="stage" style="width:1200px"></div>';
const BROWSERS = [
	process.env['CHROMIUM_PATH'],
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
];

type Probe = 'ownMatrix' | 'tableMatrix' | 'svgMatrix';
const PEERS = ['tableMatrix', 'svgMatrix'] as const satisfies readonly Probe[];
const NAMES: Readonly<Record<Probe, string>> = {
	ownMatrix: 'own',
	tableMatrix: 'HTML table',
	svgMatrix: 'D3 SVG',
};

/** In each round. Ours is so short that one disturbance doubles it; a peer takes seconds. */
const DRAWS: Readonly<Record<Probe, number>> = { ownMatrix: 3, tableMatrix: 1, svgMatrix: 1 };

interface Size extends MatrixSize {
	readonly aimMs: number;
	readonly what: string;
}

/** Every cell filled; and the large municipality of the aims. */
const SIZES: readonly Size[] = [
	{ functions: 200, units: 100, links: 20_000, aimMs: 33, what: '20 000 cells: first paint' },
	{ functions: 400, units: 200, links: 80_000, aimMs: 33, what: '80 000 cells: first paint' },
	{ functions: 1000, units: 300, links: 40_000, aimMs: 800, what: '1 000 × 300 with 40 000 links: open' },
];

interface Times {
	readonly first: number;
	readonly scroll: readonly number[];
	readonly filter?: number;
	readonly sort?: number;
}

/** Our matrix beside a plain HTML table and a plain D3 drawing of the same data, in turns, in the browser of the system. */
export async function benchMatrix(say: (text: string) => void): Promise<readonly BenchRow[]> {
	const script = await bundle({
		folder: FOLDER,
		entry: resolve('tests/bench/matrix-page.ts'),
		name: 'matrix',
	});
	const browser = await openBrowser();
	try {
		const rows: BenchRow[] = [];
		for (const size of SIZES) {
			const source = sourceOf(size);
			const times = new Map<Probe, Times[]>([
				['ownMatrix', []],
				['tableMatrix', []],
				['svgMatrix', []],
			]);
			for (let round = 0; round < ROUNDS; round++) {
				for (const [probe, found] of times) {
					say(`matrix ${size.what}, ${NAMES[probe]}, round ${round + 1}`);
					for (let draw = 0; draw < DRAWS[probe]; draw++)
						found.push(await drawOnce(browser, script, probe, source));
				}
			}
			rows.push(...rowsOf(size, times));
		}
		return rows;
	} finally {
		await browser.close();
	}
}

function rowsOf(size: Size, times: ReadonlyMap<Probe, readonly Times[]>): readonly BenchRow[] {
	const median = (probe: Probe, of: (one: Times) => number) =>
		percentile((times.get(probe) ?? []).map(of), 0.5);
	const p95 = (probe: Probe) =>
		percentile(
			(times.get(probe) ?? []).flatMap((one) => one.scroll),
			0.95,
		);
	const peers = (own: number, of: (probe: Probe) => number) =>
		PEERS.map((probe) => `${NAMES[probe]} ${ms(of(probe))} = ${ratio(own, of(probe))}`).join(' · ');
	const first = median('ownMatrix', (one) => one.first);
	const frames = p95('ownMatrix');
	const rows: BenchRow[] = [
		{
			what: `matrix of ${size.what}`,
			measured: ms(first),
			peer: peers(first, (probe) => median(probe, (one) => one.first)),
			aim: `≤ ${size.aimMs} ms`,
			isMet: first <= size.aimMs,
		},
		{
			what: `matrix of ${size.what.split(':')[0] ?? ''}: a frame while scrolling`,
			measured: `p95 ${ms(frames)}`,
			peer: peers(frames, p95),
			aim: `p95 ≤ ${FRAME_MS} ms`,
			isMet: frames <= FRAME_MS,
		},
	];
	if (size.aimMs < 100) return rows;
	const change = (what: string, of: (one: Times) => number): BenchRow => {
		const measured = median('ownMatrix', of);
		return {
			what: `matrix of ${size.what.split(':')[0] ?? ''}: ${what}`,
			measured: ms(measured),
			aim: '≤ 150 ms',
			isMet: measured <= 150,
		};
	};
	return [
		...rows,
		change('filter', (one) => one.filter ?? Number.NaN),
		change('sort both edges', (one) => one.sort ?? Number.NaN),
	];
}

/** Draws in software and without a limit of frames. */
async function openBrowser(): Promise<Browser> {
	const executablePath = BROWSERS.find((path) => path !== undefined && existsSync(path));
	return chromium.launch({
		...(executablePath !== undefined && { executablePath }),
		chromiumSandbox: false,
		args: ['--disable-gpu', '--disable-frame-rate-limit', '--disable-gpu-vsync', '--no-first-run'],
	});
}

async function drawOnce(
	browser: Browser,
	script: string,
	probe: Probe,
	source: MatrixSource,
): Promise<Times> {
	const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
	try {
		await page.route(ADDRESS, (route) => route.fulfill({ contentType: 'text/html', body: PAGE }));
		await page.goto(ADDRESS);
		await page.addScriptTag({ content: script });
		await warm(page, probe);
		// Its code has just run, so nothing needs to settle; only the data must be there before.
		await page.evaluate(rest, { data: source, frames: 0 });
		return await page.evaluate(measureInPage, { probe, frames: FRAMES });
	} finally {
		await page.close();
		// What the page leaves behind, of a peer a hundred thousand elements, is cleared away meanwhile.
		await new Promise((done) => setTimeout(done, AFTER_MS));
	}
}

/** A small picture first: whoever opens a matrix has the code of the page compiled already. */
async function warm(page: Page, probe: Probe): Promise<void> {
	const small = sourceOf({ functions: 40, units: 20, links: 800 });
	await page.evaluate(
		async ({ name, data }) => {
			for (let at = 0; at < 3; at++) {
				window[name].draw(data);
				await new Promise(requestAnimationFrame);
				window[name].clear();
				await new Promise(requestAnimationFrame);
			}
		},
		{ name: probe, data: small },
	);
}

/** Runs in the page, so it stands on its own. */
async function measureInPage({
	probe,
	frames,
}: {
	readonly probe: Probe;
	readonly frames: number;
}): Promise<Times> {
	const source = window.benchData as MatrixSource;
	const frame = () => new Promise<number>((done) => requestAnimationFrame(() => done(performance.now())));
	const drawn = async (work: () => void) => {
		await frame();
		const started = performance.now();
		work();
		await frame();
		await frame();
		return performance.now() - started;
	};
	const first = await drawn(() => window[probe].draw(source));
	const scroll: number[] = [];
	let last = await frame();
	for (let at = 0; at < frames; at++) {
		window[probe].scroll({ x: at % 2 === 0 ? 11 : 0, y: 40 });
		const now = await frame();
		scroll.push(now - last);
		last = now;
	}
	if (probe !== 'ownMatrix') return { first, scroll };
	const filter = await drawn(() => window.ownMatrix.filter('съставя'));
	await drawn(() => window.ownMatrix.filter(''));
	const sort = await drawn(() => window.ownMatrix.sort());
	return { first, scroll, filter, sort };
}
