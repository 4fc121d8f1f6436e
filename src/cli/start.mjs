/** `npm start`: from a fresh clone to an address, one line for each step. */
import { fileURLToPath } from 'node:url';
import { ensureBuild, ensureDependencies, ensureMessages, hasRightNode, main, ROOT } from './bootstrap.mjs';

const started = Date.now();
const say = (text) => process.stdout.write(`${seconds()}  ${text} …\n`);

await main(async () => {
	process.chdir(ROOT);
	await ensureDependencies(say);
	if (!(await hasRightNode(fileURLToPath(import.meta.url)))) return;
	await ensureMessages(say);
	await ensureBuild(say);
	const { serve } = await import('./serve.ts');
	await serve({ say });
});

function seconds() {
	return `${String(Math.round((Date.now() - started) / 1000)).padStart(3)} s`;
}
