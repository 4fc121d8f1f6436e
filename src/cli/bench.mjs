/** `npm run bench [-- part …]`: measures the product on this machine and prints a table; never part of the tests. */
import { fileURLToPath } from 'node:url';
import { ensureBuild, ensureDependencies, ensureMessages, hasRightNode, main, ROOT } from './bootstrap.mjs';

const say = (text) => process.stderr.write(`▸ ${text}\n`);

await main(async () => {
	process.chdir(ROOT);
	await ensureDependencies(say);
	if (!(await hasRightNode(fileURLToPath(import.meta.url)))) return;
	await ensureMessages(say);
	await ensureBuild(say);
	process.env.TZ = 'Europe/Sofia';
	const { bench } = await import('../../tests/bench/bench.ts');
	await bench(process.argv.slice(2), { say, print: (text) => process.stdout.write(`${text}\n\n`) });
});
