/** `npm run ustroy -- <command>`: the use cases from a terminal. */
import { fileURLToPath } from 'node:url';
import { ensureDependencies, ensureMessages, hasRightNode, main } from './bootstrap.mjs';

const say = (text) => process.stderr.write(`${text} …\n`);

await main(async () => {
	await ensureDependencies(say);
	if (!(await hasRightNode(fileURLToPath(import.meta.url)))) return;
	await ensureMessages(say);
	const { runCommand } = await import('./main.ts');
	process.exitCode = await runCommand(process.argv.slice(2), {
		out: (text) => process.stdout.write(`${text}\n`),
		err: (text) => process.stderr.write(`${text}\n`),
	});
});
