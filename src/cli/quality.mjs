/**
 * `npm run quality [-- --errors | --each | --without <knowledge> | --regulations]`: measures the overlap analysis on the
 * labelled pairs; with `--regulations` how many functions of marked texts of organisational rules are captured.
 * `--errors` prints the wrong ones of the part that may be looked at, `--each` what each piece of knowledge adds.
 */
import { fileURLToPath } from 'node:url';
import { ensureDependencies, ensureMessages, hasRightNode, main, ROOT } from './bootstrap.mjs';

const say = (text) => process.stderr.write(`▸ ${text}\n`);
const print = (text) => process.stdout.write(`${text}\n\n`);

await main(async () => {
	process.chdir(ROOT);
	await ensureDependencies(say);
	const script = fileURLToPath(import.meta.url);
	if (!(await hasRightNode(script))) return;
	await ensureMessages(say);
	const args = process.argv.slice(2);
	const { leaveOut } = await import('../../tests/quality/leave-out.ts');
	if (args.includes('--without')) leaveOut(args[args.indexOf('--without') + 1]);
	if (args.includes('--regulations')) {
		const { regulationQuality } = await import('../../tests/quality/regulations.ts');
		return regulationQuality(print);
	}
	const { quality, figuresOfParts } = await import('../../tests/quality/quality.ts');
	const { whatEachAdds } = await import('../../tests/quality/each.ts');
	if (args.includes('--json')) print(JSON.stringify(figuresOfParts()));
	else if (args.includes('--each')) whatEachAdds(script, print);
	else quality(print, { errors: args.includes('--errors') });
});
