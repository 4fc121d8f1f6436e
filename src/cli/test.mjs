/** `npm test`: everything that is checked before a change lands, one line for each step, the sum at the end. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
	ensureBuild,
	ensureDependencies,
	hasRightNode,
	main,
	Refusal,
	ROOT,
	run,
	runQuietly,
} from './bootstrap.mjs';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const say = (text) => process.stdout.write(`\n▸ ${text}\n`);
const npmRun = (name) => ['npm', ['run', '--silent', name]];

/** Steps that pass or fail as a whole; the test runners are counted test by test. */
const CHECKS = [
	['Формат · Format', npmRun('check:format')],
	['Правила за внасяне · Import rules', npmRun('check:imports')],
	['Lint', npmRun('check:lint')],
	['Типове · Types', npmRun('check:types')],
];

await main(async () => {
	process.chdir(ROOT);
	await ensureDependencies(say);
	if (!(await hasRightNode(fileURLToPath(import.meta.url)))) return;
	await ensureChromium();
	const sum = { passed: 0, failed: 0 };
	await mustRun('Текстове и типове на страниците · Texts and page types', npmRun('sync'), sum);
	for (const [title, command] of CHECKS) await check(title, command, sum);
	await build(sum);
	await countVitest(sum);
	await countPlaywright(sum);
	process.stdout.write(`\n${sum.passed} passed, ${sum.failed} failed\n`);
	process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1;
});

async function check(title, [command, args], sum) {
	say(title);
	const { code, output } = await runQuietly(command, args);
	if (code === 0) sum.passed += 1;
	else {
		sum.failed += 1;
		process.stdout.write(output);
	}
}

/** A step without which the next ones would only repeat its failure. */
async function mustRun(title, command, sum) {
	const failed = sum.failed;
	await check(title, command, sum);
	if (sum.failed > failed) throw new Refusal(`${sum.passed} passed, ${sum.failed} failed`);
}

async function build(sum) {
	try {
		await ensureBuild(say);
		sum.passed += 1;
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		process.stdout.write(`${error.message}\n`);
		throw new Refusal(`${sum.passed} passed, ${sum.failed + 1} failed`);
	}
}

async function countVitest(sum) {
	say('Единични, свойства, интеграция, образци · Unit, property, integration, golden');
	const report = freshReport('vitest.json');
	const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
	const code = await run('npx', ['vitest', 'run', ...reporters], { env: { ...process.env, CI: '1' } });
	const counts = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
	addCounts(sum, { passed: counts.numPassedTests ?? 0, failed: counts.numFailedTests ?? 0 }, code);
}

async function countPlaywright(sum) {
	say('В истински Chromium · In a real Chromium');
	const report = freshReport('e2e.json');
	const dataDir = join(ROOT, '.cache', 'e2e');
	rmSync(dataDir, { recursive: true, force: true });
	const env = { ...process.env, E2E_PORT: String(await freePort()), E2E_DATA_DIR: dataDir };
	const code = await run('npx', ['playwright', 'test'], { env });
	const stats = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).stats : {};
	const unsteady = stats.flaky ?? 0;
	if (unsteady > 0) say(`Минали едва втория път · Passed only the second time: ${unsteady}`);
	addCounts(sum, { passed: (stats.expected ?? 0) + unsteady, failed: stats.unexpected ?? 0 }, code);
}

/** A runner that failed without naming a failed test (a file that does not load) counts as one failure. */
function addCounts(sum, counts, code) {
	sum.passed += counts.passed;
	sum.failed += counts.failed > 0 ? counts.failed : code === 0 ? 0 : 1;
}

function freshReport(name) {
	mkdirSync(join(ROOT, '.cache'), { recursive: true });
	const file = join(ROOT, '.cache', name);
	rmSync(file, { force: true });
	return file;
}

/** The system's Chromium; installed where it is missing and the person may, never removed. */
async function ensureChromium() {
	const known = [process.env.CHROMIUM_PATH, ...CHROMIUM].find((path) => path && existsSync(path));
	if (known) return;
	const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
	if (mayInstall) {
		say('Инсталиране на Chromium · Installing Chromium');
		await runQuietly('apt-get', ['update', '-q']);
		await runQuietly('apt-get', [
			'install',
			'-yq',
			'--no-install-recommends',
			'chromium',
			'fonts-dejavu-core',
		]);
		if (CHROMIUM.some((path) => existsSync(path))) return;
	}
	throw new Refusal(
		'Нужен е Chromium: инсталирайте го (Debian: sudo apt-get install chromium) или посочете го с CHROMIUM_PATH. · ' +
			'Chromium is needed: install it (Debian: sudo apt-get install chromium) or name it in CHROMIUM_PATH.',
	);
}

function freePort() {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const { port } = probe.address();
			probe.close(() => resolve(port));
		});
	});
}
