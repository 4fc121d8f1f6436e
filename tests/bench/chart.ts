import type { Browser } from 'playwright';
import type { ChartUnit } from '#lib/charts/org-chart.ts';
import { benchChartPdf } from './chart-pdf.ts';
import { benchUnits } from './chart-units.ts';
import { chartScripts, openBrowser, PEER } from './chart-browser.ts';
import { restSwept } from './resting-page.ts';
import { ms, percentile, ratio, type BenchRow } from './measure.ts';

const SIZES = [200, 1_000, 5_000, 10_000] as const;
/** A picture of 200 boxes takes a few frames, and one late frame of the browser would be half of it. */
const ROUNDS: Readonly<Record<number, number>> = { 200: 9 };
const USUAL_ROUNDS = 3;
/** Frames before anything is drawn: the first ones of a fresh page are the browser's own. */
const RESTING_FRAMES = 30;
const FRAME_MS = 16.7;
const MOST_NODES = 2_000;
/** First paint as a share of the peer's: the aims of the house. */
const AIMS: Readonly<Record<number, number>> = { 200: 3, 10_000: 40 };

/** An address of its own, because a page without one may not read its cookies. */
const ADDRESS = 'http://bench.invalid/';
/** No page begins with a chart: its words stand above it, and the typefaces of the machine are found already. */
const PAGE =
	'<!doctype html><html lang="bg"><body style="margin:0"><h1>Структура</h1><p>Звена и длъжности, <b>в сила</b></p>' +
	'<div id="stage" style="width:1440px"></div>';

interface Drawing {
	readonly first: number;
	readonly pan: readonly number[];
	readonly zoom: readonly number[];
	readonly nodes: number;
}

/** Our chart and the peer's with the same boxes, all unfolded, in Chromium: the first picture, moving, zooming, elements. */
export async function benchChart(say: (text: string) => void): Promise<readonly BenchRow[]> {
	const scripts = await chartScripts(say);
	const browser = await openBrowser();
	try {
		const rows: BenchRow[] = [];
		for (const size of SIZES) {
			const own: Drawing[] = [];
			const peer: Drawing[] = [];
			for (let round = 0; round < (ROUNDS[size] ?? USUAL_ROUNDS); round++) {
				say(`chart of ${size} boxes, round ${round + 1}`);
				own.push(await drawOnce(browser, { script: scripts.own, style: scripts.style }, 'ownChart', size));
				peer.push(await drawOnce(browser, { script: scripts.peer, style: '' }, 'peerChart', size));
			}
			rows.push(...rowsOf(size, own, peer));
		}
		return [...rows, ...(await benchChartPdf(say))];
	} finally {
		await browser.close();
	}
}

function rowsOf(size: number, own: readonly Drawing[], peer: readonly Drawing[]): readonly BenchRow[] {
	const what = `chart of ${size} boxes`;
	const first = (all: readonly Drawing[]) =>
		percentile(
			all.map((one) => one.first),
			0.5,
		);
	const p95 = (all: readonly Drawing[], move: 'pan' | 'zoom') =>
		percentile(
			all.flatMap((one) => one[move]),
			0.95,
		);
	const most = (all: readonly Drawing[]) => Math.max(...all.map((one) => one.nodes));
	const aim = AIMS[size];
	const moves = (['pan', 'zoom'] as const).map((move): BenchRow => ({
		what: `${what}: ${move}`,
		measured: `p95 ${ms(p95(own, move))}`,
		peer: `${PEER} p95 ${ms(p95(peer, move))}`,
		aim: `p95 ≤ ${FRAME_MS} ms`,
		isMet: p95(own, move) <= FRAME_MS,
	}));
	return [
		{
			what: `${what}: first paint`,
			measured: ms(first(own)),
			peer: `${PEER} ${ms(first(peer))} = ${ratio(first(own), first(peer))}`,
			...(aim !== undefined && { aim: `≥ ${aim} ×`, isMet: first(peer) / first(own) >= aim }),
		},
		...moves,
		{
			what: `${what}: elements in the document`,
			measured: String(most(own)),
			peer: `${PEER} ${most(peer)}`,
			aim: `< ${MOST_NODES}`,
			isMet: most(own) < MOST_NODES,
		},
	];
}

async function drawOnce(
	browser: Browser,
	{ script, style }: { readonly script: string; readonly style: string },
	name: 'ownChart' | 'peerChart',
	size: number,
): Promise<Drawing> {
	const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
	try {
		await page.route(ADDRESS, (route) => route.fulfill({ contentType: 'text/html', body: PAGE }));
		await page.goto(ADDRESS);
		if (style !== '') await page.addStyleTag({ content: style });
		await page.addScriptTag({ content: script });
		await restSwept(page, { data: benchUnits(size), frames: RESTING_FRAMES });
		return await page.evaluate(measureInPage, { name });
	} finally {
		await page.close();
	}
}

/** Runs in the page, so it stands on its own. */
async function measureInPage({ name }: { name: 'ownChart' | 'peerChart' }): Promise<Drawing> {
	const chart = window[name];
	const units = window.benchData as readonly ChartUnit[];
	const frame = () => new Promise<number>((done) => requestAnimationFrame(() => done(performance.now())));
	const count = () => document.querySelectorAll('#stage *').length;
	let nodes = 0;
	const move = async (steps: number, act: (step: number) => void) => {
		const times: number[] = [];
		let last = await frame();
		for (let step = 0; step < steps; step++) {
			act(step);
			const now = await frame();
			times.push(now - last);
			last = now;
			nodes = Math.max(nodes, step % 10 === 0 ? count() : 0);
		}
		return times;
	};
	await frame();
	const started = performance.now();
	chart.draw(units);
	await frame();
	const first = (await frame()) - started;
	nodes = count();
	const pan = await move(120, (step) => chart.pan({ x: step < 60 ? -24 : 24, y: step % 40 < 20 ? -6 : 6 }));
	const zoom = [...(await move(45, () => chart.zoom(-1))), ...(await move(45, () => chart.zoom(1)))];
	chart.fit();
	await frame();
	pan.push(...(await move(40, (step) => chart.pan({ x: step % 20 < 10 ? -12 : 12, y: 0 }))));
	nodes = Math.max(nodes, count());
	return { first, pan, zoom, nodes };
}
