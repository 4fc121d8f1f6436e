/** `npm run quality [-- --errors]`: measures the overlap analysis on the labelled pairs and prints tables. */
import { fileURLToPath } from 'node:url';
import { ensureDependencies, ensureMessages, hasRightNode, main, ROOT } from './bootstrap.mjs';

const say = (text) => process.stderr.write(`▸ ${text}\n`);

await main(async () => {
	process.chdir(ROOT);
	await ensureDependencies(say);
	if (!(await hasRightNode(fileURLToPath(import.meta.url)))) return;
	await ensureMessages(say);
	const { quality } = await import('../../tests/quality/quality.ts');
	quality((text) => process.stdout.write(`${text}\n\n`), { errors: process.argv.includes('--errors') });
});
