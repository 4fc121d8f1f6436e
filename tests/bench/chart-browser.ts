import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright';
import { bundle } from './bundle.ts';

/** The chart library of the same kind from the registry, and its version. */
export const PEER = 'd3-org-chart@3.1.1';

const FOLDER = resolve('.cache/bench/chart');
const BROWSERS = [
	process.env['CHROMIUM_PATH'],
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
];

/** The peer behind the same few calls as our own chart; all its nodes unfolded, boxes as wide as ours. */
const PEER_PAGE = `
import { OrgChart } from 'd3-org-chart';
let chart;
const act = (name, ...values) => { const { svg, zoomBehavior } = chart.getChartState(); svg.call(zoomBehavior[name], ...values); };
window.peerChart = {
	draw: (units) => {
		chart = new OrgChart()
			.container('#stage')
			.svgHeight(700)
			.data(units.map(({ key, parentKey, label }) => ({ id: key, parentId: parentKey ?? '', label, _expanded: true })))
			.nodeWidth(() => 172)
			.nodeHeight(() => 104)
			.nodeContent(({ data, width, height }) =>
				'<div style="box-sizing:border-box;width:' + width + 'px;height:' + height + 'px;border:1px solid #bdb7a8;border-radius:6px;padding:8px;background:#fff">' + data.label + '</div>')
			.duration(0)
			.render();
	},
	clear: () => document.getElementById('stage').replaceChildren(),
	pan: ({ x, y }) => { const { k } = chart.getChartState().lastTransform; act('translateBy', x / k, y / k); },
	zoom: (direction) => act('scaleBy', Math.exp(0.066 * direction)),
	fit: () => chart.fit({ animate: false }),
};
`;

export interface ChartScripts {
	readonly own: string;
	/** Our styles, which a page of the product has before its script. The peer writes its own into its boxes. */
	readonly style: string;
	readonly peer: string;
}

/** Scripts of both charts, the peer fetched from the registry once and kept outside the product. */
export async function chartScripts(say: (text: string) => void): Promise<ChartScripts> {
	await mkdir(FOLDER, { recursive: true });
	await writeFile(join(FOLDER, 'package.json'), '{ "private": true }\n');
	if (!existsSync(join(FOLDER, 'node_modules/d3-org-chart'))) {
		say(`fetching ${PEER}`);
		const npm = ['install', '--no-audit', '--no-fund', '--ignore-scripts', PEER];
		await promisify(execFile)('npm', npm, { cwd: FOLDER });
	}
	await writeFile(join(FOLDER, 'peer.js'), PEER_PAGE);
	const made = { folder: FOLDER, css: true };
	return {
		own: await bundle({ ...made, entry: resolve('tests/bench/chart-page.ts'), name: 'own' }),
		style: await readFile(join(FOLDER, 'own.css'), 'utf8'),
		peer: await bundle({ ...made, entry: join(FOLDER, 'peer.js'), name: 'peer' }),
	};
}

/** The browser of the system without a limit of frames, drawing in software. */
export async function openBrowser(): Promise<Browser> {
	const executablePath = BROWSERS.find((path) => path !== undefined && existsSync(path));
	return chromium.launch({
		...(executablePath !== undefined && { executablePath }),
		chromiumSandbox: false,
		args: ['--disable-gpu', '--disable-frame-rate-limit', '--disable-gpu-vsync', '--no-first-run'],
	});
}
