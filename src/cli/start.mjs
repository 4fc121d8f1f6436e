/** `npm start`: from a fresh clone to an address, one line for each step. */
import { fileURLToPath } from 'node:url';
import { ensureBuild, ensureDependencies, ensureMessages, hasRightNode, main, ROOT } from './bootstrap.mjs';

/** Kept for the process that a newer Node goes on in, so that the seconds run on. */
const started = Number(process.env.USTROY_STARTED) || Date.now();
process.env.USTROY_STARTED = String(started);
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
