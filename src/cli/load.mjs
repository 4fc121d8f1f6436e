/**
 * `npm run load [-- --people 1000 --seconds 60]`: respondents of a time survey save at once against the built server on
 * this machine; prints how long a save takes and whether any acknowledged one was lost. `npm run load -- --damaged 500`
 * sends it damaged workbooks instead. Never part of the tests.
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
			damaged: { type: 'string' },
		},
	});
	const io = { say, print: (text) => process.stdout.write(`${text}\n`) };
	const isGood =
		values.damaged === undefined
			? await (
					await import('../../tests/load/load.ts')
				).load({ people: Number(values.people), seconds: Number(values.seconds) }, io)
			: await (await import('../../tests/load/damaged.ts')).damaged(Number(values.damaged), io);
	if (!isGood) process.exitCode = 1;
});
