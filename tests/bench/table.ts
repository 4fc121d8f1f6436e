import type { BenchRow } from './measure.ts';

const HEAD = ['What', 'Measured', 'Peer in the same run', 'Aim', ''] as const;

/** The rows as one table of text. */
export function tableOf(rows: readonly BenchRow[]): string {
	const cells = [[...HEAD], ...rows.map(cellsOf)];
	const widths = HEAD.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
	const lines = cells.map((row) =>
		row
			.map((cell, column) => cell.padEnd(widths[column] ?? 0))
			.join('  ')
			.trimEnd(),
	);
	return [lines[0], widths.map((width) => '─'.repeat(width)).join('  '), ...lines.slice(1)].join('\n');
}

function cellsOf({ what, measured, peer = '', aim = '', isMet }: BenchRow): string[] {
	return [what, measured, peer, aim, isMet === undefined ? '' : isMet ? '✓' : '✗'];
}
