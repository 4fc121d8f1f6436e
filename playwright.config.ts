import { existsSync } from 'node:fs';
import { defineConfig } from 'playwright/test';

/** The places where systems put Chromium; `CHROMIUM_PATH` names another. */
const CHROMIUM = [
	process.env['CHROMIUM_PATH'],
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));

const port = process.env['E2E_PORT'] ?? '4173';
const baseURL = `http://127.0.0.1:${port}`;
const dataDir = process.env['E2E_DATA_DIR'] ?? '.cache/e2e';

export default defineConfig({
	testDir: 'tests/e2e',
	testMatch: '**/*.e2e.ts',
	outputDir: 'test-results',
	fullyParallel: false,
	workers: 1,
	forbidOnly: true,
	// A machine that is busy may lose a moment; what passes only the second time is said at the end.
	retries: 1,
	timeout: 60_000,
	expect: { timeout: 10_000 },
	reporter: [['list'], ['json', { outputFile: '.cache/e2e.json' }]],
	use: {
		baseURL,
		actionTimeout: 10_000,
		locale: 'bg-BG',
		timezoneId: 'Europe/Sofia',
		trace: 'retain-on-failure',
		video: 'off',
		launchOptions: {
			...(CHROMIUM && { executablePath: CHROMIUM }),
			chromiumSandbox: false,
			args: [
				'--disable-gpu',
				'--disable-quic',
				'--no-first-run',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync',
			],
		},
	},
	webServer: {
		command: 'node src/cli/start.mjs',
		url: `${baseURL}/login`,
		timeout: 300_000,
		reuseExistingServer: false,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 8000 },
		env: { PORT: port, HOST: '127.0.0.1', DATA_DIR: dataDir, DATABASE_URL: '' },
	},
});
