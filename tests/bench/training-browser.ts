import { resolve } from 'node:path';
import { bundle } from './bundle.ts';
import { openBrowser } from './chart-browser.ts';
import { ms, percentile, type BenchRow } from './measure.ts';
import type { MapSource } from './training-page.ts';

const FOLDER = resolve('.cache/bench/training');
const ROUNDS = 3;
const FRAMES = 60;
const FRAME_MS = 16.7;
const ADDRESS = 'http://bench.invalid/';
const PAGE =
	'<!doctype html><meta charset="utf-8"><body style="margin:0"><div id="stage" style="width:1200px"></div>';

/** The heat map drawn and scrolled in the browser of the system. */
export async function benchCompetencyMap(source: MapSource): Promise<readonly BenchRow[]> {
	const script = await bundle({
		folder: FOLDER,
		entry: resolve('tests/bench/training-page.ts'),
		name: 'training',
	});
	const browser = await openBrowser();
	const first: number[] = [];
	const scroll: number[] = [];
	try {
		for (let round = 0; round < ROUNDS; round++) {
			const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
			await page.route(ADDRESS, (route) => route.fulfill({ contentType: 'text/html', body: PAGE }));
			await page.goto(ADDRESS);
			await page.addScriptTag({ content: script });
			const times = await page.evaluate(measureInPage, { source, frames: FRAMES });
			first.push(times.first);
			scroll.push(...times.scroll);
			await page.close();
		}
	} finally {
		await browser.close();
	}
	const size = `heat map ${source.rows.length} × ${source.columns.length}`;
	const [open, frame] = [percentile(first, 0.5), percentile(scroll, 0.95)];
	return [
		{ what: `${size}: opens in a browser`, measured: ms(open), aim: '≤ 500 ms', isMet: open <= 500 },
		{
			what: `${size}: a frame while scrolling`,
			measured: `p95 ${ms(frame)}`,
			aim: `p95 ≤ ${FRAME_MS} ms`,
			isMet: frame <= FRAME_MS,
		},
	];
}

/** Runs in the page, so it stands on its own. The first picture counts with the code that is compiled for it. */
async function measureInPage({
	source,
	frames,
}: {
	readonly source: MapSource;
	readonly frames: number;
}): Promise<{ readonly first: number; readonly scroll: readonly number[] }> {
	const frame = () => new Promise<number>((done) => requestAnimationFrame(() => done(performance.now())));
	await frame();
	const started = performance.now();
	window.competencyMap.draw(source);
	await frame();
	await frame();
	const first = performance.now() - started;
	const scroll: number[] = [];
	let last = await frame();
	for (let at = 0; at < frames; at++) {
		window.competencyMap.scroll({ x: at % 2 === 0 ? 11 : 0, y: 40 });
		const now = await frame();
		scroll.push(now - last);
		last = now;
	}
	return { first, scroll };
}
