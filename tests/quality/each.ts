import { execFileSync } from 'node:child_process';
import type { QualityFigures } from './figures.ts';
import type { PartName } from './labelled.ts';
import { PIECE_NAMES } from './leave-out.ts';

type Parts = Readonly<Record<PartName, QualityFigures>>;

const SHOWN: readonly PartName[] = ['seen', 'unseen', 'fresh-seen', 'fresh-unseen'];

/** What each piece of knowledge adds: the figures of each part with everything, and without the piece. */
export function whatEachAdds(script: string, print: (text: string) => void): void {
	const measure = (args: readonly string[]): Parts =>
		JSON.parse(execFileSync(process.execPath, [script, '--json', ...args], { encoding: 'utf8' })) as Parts;
	const rows = [rowOf('everything', measure([]))];
	for (const name of PIECE_NAMES) rows.push(rowOf(`without ${name}`, measure(['--without', name])));
	print(
		[
			`| knowledge | ${SHOWN.map((part) => `${part}: precision | recall | duplications`).join(' | ')} |`,
			`| --- ${'| --- '.repeat(3 * SHOWN.length)}|`,
			...rows,
		].join('\n'),
	);
}

function rowOf(name: string, parts: Parts): string {
	const figures = SHOWN.map((part) => parts[part]).flatMap(({ precision, recall, duplicationRight }) =>
		[precision, recall, duplicationRight].map(({ value }) => value.toFixed(3)),
	);
	return `| ${[name, ...figures].join(' | ')} |`;
}
