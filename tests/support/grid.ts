import type { Grid, GridCell, MergedRange } from '#lib/domain/imports/index.ts';

type Value = string | number | null;

interface GridOptions {
	readonly name?: string;
	readonly isHidden?: boolean;
	/** Ranges as the office program writes them: „A3:A5“. */
	readonly merges?: readonly string[];
	readonly hiddenRows?: readonly number[];
	readonly hiddenColumns?: readonly number[];
}

/** A sheet from rows of values; row 1 is the first. Empty rows stay out, as a reader leaves them. */
export function aGrid(rows: readonly (readonly Value[])[], options: GridOptions = {}): Grid {
	const hidden = new Set(options.hiddenRows ?? []);
	return {
		name: options.name ?? 'Лист1',
		isHidden: options.isHidden ?? false,
		merges: (options.merges ?? []).map(rangeOf),
		hiddenColumns: options.hiddenColumns ?? [],
		rows: rows
			.map((values, at) => ({
				number: at + 1,
				cells: values.map((value): GridCell | null => (value === null || value === '' ? null : { value })),
				...(hidden.has(at + 1) ? { isHidden: true as const } : {}),
			}))
			.filter(({ cells }) => cells.some((cell) => cell !== null)),
	};
}

function rangeOf(text: string): MergedRange {
	const [from, to] = text.split(':').map((address) => {
		const [, letters = 'A', row = '1'] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
		const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
		return { column, row: Number(row) };
	});
	return { top: from!.row, left: from!.column, bottom: to!.row, right: to!.column };
}
