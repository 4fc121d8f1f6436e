/** A number that stands alone in its cell: „1“, „2.1.“, „IV.“. */
const NUMBER = /^(?:\d{1,3}(?:\.\d{1,3}){0,2}|[IVX]{1,5})[.)]?$/u;

/** What a reader of lines tells of the tables that it meets. */
export interface TableCells {
	/** Whether the next line stands in a cell. */
	isInside(): boolean;
	open(element: string): void;
	close(element: string): void;
}

/**
 * Makes running text of the cells of tables, row by row, among the lines read so far: a number alone in its cell goes
 * before the words of the next one, the last line of a cell ends with a tab, after a row stands an empty line. A table
 * inside a cell is words of that cell.
 */
export function tableCells(lines: string[]): TableCells {
	let depth = 0;
	let from = 0;
	let number = '';
	const endCell = () => {
		const words = lines.splice(from).filter((line) => line.trim() !== '');
		const [first = '', ...others] = words;
		if (words.length === 0) return;
		if (others.length === 0 && NUMBER.test(first.trim())) {
			number = first.trim().replace(/(?<![.)])$/u, '.');
			return;
		}
		lines.push(number === '' ? first : `${number} ${first}`, ...others);
		number = '';
		lines.push(`${lines.pop() ?? ''}\t`);
	};
	return {
		isInside: () => depth > 0,
		open: (element) => {
			if (element === 'tbl') depth++;
			else if (element === 'tc' && depth === 1) from = lines.length;
		},
		close: (element) => {
			if (element === 'tbl') depth--;
			else if (depth === 1 && element === 'tc') endCell();
			else if (depth === 1 && element === 'tr') {
				number = '';
				lines.push('');
			}
		},
	};
}
