import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright';
import { signIn } from '#tests/e2e/support.ts';
import { prepareAmendments } from '#tests/support/council-sample.ts';
import { startServer } from '#tests/support/server.ts';
import { ms, percentile, type BenchRow } from './measure.ts';

const AMENDMENTS = 300;
const VIEW_AIM_MS = 700;
const TASK_AIM_MS = 100;
const VISITS = 5;
const BROWSERS = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/chromium-browser'];
const VIEWS = ['amendments', 'text?view=proposed', 'text?view=difference', 'amendments/150', 'vote'];

/** Pages of a proposal with 300 amendments in the browser: until they are drawn, and the longest task of their script. */
export async function benchCouncil(say: (text: string) => void): Promise<readonly BenchRow[]> {
	let number = 0;
	say(`filing ${AMENDMENTS} amendments`);
	const server = await startServer({
		prepare: async (at) => void (number = await prepareAmendments(at, AMENDMENTS)),
	});
	const executablePath = BROWSERS.find((path) => path !== undefined && existsSync(path));
	const browser = await chromium.launch({
		...(executablePath && { executablePath }),
		chromiumSandbox: false,
	});
	try {
		const rows: BenchRow[] = [];
		for (const view of VIEWS) {
			say(view);
			rows.push(...(await viewRows(browser, server.origin, `/m/elena/council/${number}/${view}`)));
		}
		return rows;
	} finally {
		await browser.close();
		await server.stop();
	}
}

interface Visit {
	readonly drawn: number;
	readonly longest: number;
}

async function viewRows(browser: Browser, origin: string, path: string): Promise<readonly BenchRow[]> {
	const page = await browser.newPage({ baseURL: origin });
	await signIn(page, 'predsedatel-elena');
	await page.addInitScript(() => {
		const tasks: number[] = [];
		Object.assign(window, { benchTasks: tasks });
		new PerformanceObserver((list) =>
			tasks.push(...list.getEntries().map(({ duration }) => duration)),
		).observe({
			type: 'longtask',
			buffered: true,
		});
	});
	const visits: Visit[] = [];
	for (let at = 0; at < VISITS; at++) {
		await page.goto(path, { waitUntil: 'networkidle' });
		visits.push(
			await page.evaluate(() => {
				const [paint] = performance.getEntriesByName('first-contentful-paint');
				const tasks = (window as unknown as { benchTasks: readonly number[] }).benchTasks;
				return { drawn: paint?.startTime ?? Number.NaN, longest: Math.max(0, ...tasks) };
			}),
		);
	}
	await page.close();
	const drawn = percentile(
		visits.map((visit) => visit.drawn),
		0.5,
	);
	const longest = percentile(
		visits.map((visit) => visit.longest),
		0.5,
	);
	const what = `${AMENDMENTS} amendments, ${path.slice(path.indexOf('council/') + 'council/'.length)}`;
	return [
		{
			what: `${what}: first view`,
			measured: ms(drawn),
			aim: `≤ ${VIEW_AIM_MS} ms`,
			isMet: drawn <= VIEW_AIM_MS,
		},
		{
			what: `${what}: longest task`,
			measured: longest === 0 ? 'under 50 ms' : ms(longest),
			aim: `≤ ${TASK_AIM_MS} ms`,
			isMet: longest <= TASK_AIM_MS,
		},
	];
}
