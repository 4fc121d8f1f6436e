import { execFileSync } from 'node:child_process';
import type { QualityFigures } from './figures.ts';
import { PIECE_NAMES } from './leave-out.ts';

type Part = Readonly<Record<'seen' | 'unseen', QualityFigures>>;

/** What each piece of knowledge adds: the figures of both parts with everything, and without the piece. */
export function whatEachAdds(script: string, print: (text: string) => void): void {
	const measure = (args: readonly string[]): Part =>
		JSON.parse(execFileSync(process.execPath, [script, '--json', ...args], { encoding: 'utf8' })) as Part;
	const rows = [rowOf('everything', measure([]))];
	for (const name of PIECE_NAMES) rows.push(rowOf(`without ${name}`, measure(['--without', name])));
	print(
		[
			'| knowledge | seen: precision | recall | duplications | unseen: precision | recall | duplications |',
			'| --- | --- | --- | --- | --- | --- | --- |',
			...rows,
		].join('\n'),
	);
}

function rowOf(name: string, { seen, unseen }: Part): string {
	const figures = [seen, unseen].flatMap(({ precision, recall, duplicationRight }) =>
		[precision, recall, duplicationRight].map(({ value }) => value.toFixed(3)),
	);
	return `| ${[name, ...figures].join(' | ')} |`;
}
