/**
 * `npm run load [-- --people 1000 --seconds 60]`: respondents of a time survey save at once against the built server on
 * this machine; prints how long a save takes and whether any acknowledged one was lost. Never part of the tests.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuild, ensureDependencies, ensureMessages, hasRightNode, main, ROOT } from './bootstrap.mjs';

const say = (text) => process.stderr.write(`▸ ${text}\n`);

await main(async () => {
	process.chdir(ROOT);
	await ensureDependencies(say);
	if (!(await hasRightNode(fileURLToPath(import.meta.url)))) return;
	await ensureMessages(say);
	await ensureBuild(say);
	process.env.TZ = 'Europe/Sofia';
	const { values } = parseArgs({
		options: {
			people: { type: 'string', default: '1000' },
			seconds: { type: 'string', default: '60' },
		},
	});
	const { load } = await import('../../tests/load/load.ts');
	const isGood = await load(
		{ people: Number(values.people), seconds: Number(values.seconds) },
		{ say, print: (text) => process.stdout.write(`${text}\n`) },
	);
	if (!isGood) process.exitCode = 1;
});
