/** What a cell of a workbook must hold. */
export interface ExpectedCell {
	readonly sheet: string;
	/** „C14“. */
	readonly address: string;
	readonly value: string | number;
	/** The key of its row, where the sheet has a column of keys. */
	readonly id?: string;
}

/** Where a sheet holds the keys of its rows, and where its table ends. */
export interface KeyColumn {
	/** „O“. */
	readonly column: string;
	readonly lastRow: number;
}

/** The cells of a sheet by their address. */
export type SheetCells = ReadonlyMap<string, string | number>;

/** Where the rows of a sheet went, by their keys. */
export interface KeyedRows {
	/** The row in the file by key; empty in a file without the column of keys. */
	readonly rows: ReadonlyMap<string, number>;
	/** How far what stands below the table has moved. */
	readonly shift: number;
	readonly lastRow: number;
	/** Rows of the table that the snapshot does not have, by a cell of each. */
	readonly added: readonly { readonly address: string; readonly value: string }[];
}

/**
 * The rows of a table in a file that came back, found by their keys. A row that was copied or typed in is an added one.
 * Example: keys a, b, c in rows 5–7 that come back as c, a, x, b in 5–8: c → 5, a → 6, b → 8, row 7 added, shift 1.
 */
export function keyedRows(cells: SheetCells, key: KeyColumn, known: ReadonlySet<string>): KeyedRows {
	const rows = new Map<string, number>();
	const filled = new Map<number, { readonly address: string; readonly value: string }>();
	const own = new Set<number>();
	for (const [address, value] of cells) {
		const [, column = '', digits = ''] = /^([A-Z]+)(\d+)$/u.exec(address) ?? [];
		const row = Number(digits);
		if (column === key.column && known.has(String(value)) && !rows.has(String(value))) {
			rows.set(String(value), row);
			own.add(row);
		} else if (!filled.has(row)) filled.set(row, { address, value: String(value) });
	}
	const [first, last] = [Math.min(...own), Math.max(...own)];
	const inside = [...filled].filter(([row]) => row > first && row < last && !own.has(row));
	const shift = rows.size === 0 ? 0 : last - key.lastRow;
	return {
		...{ rows, shift, lastRow: key.lastRow },
		added: inside.toSorted(([one], [other]) => one - other).map(([, cell]) => cell),
	};
}

/** The address at which an expected cell stands in the file. */
export function placeOf({ address, id }: ExpectedCell, keyed: KeyedRows | undefined): string {
	if (!keyed || keyed.rows.size === 0) return address;
	const [, column = '', digits = ''] = /^([A-Z]+)(\d+)$/u.exec(address) ?? [];
	const row = Number(digits);
	const found = id === undefined ? undefined : keyed.rows.get(id);
	if (found !== undefined) return `${column}${found}`;
	return id === undefined && row > keyed.lastRow ? `${column}${row + keyed.shift}` : address;
}

/** Whether the row of a cell is not in the file any more. */
export function isGone({ id }: ExpectedCell, { rows }: KeyedRows): boolean {
	return id !== undefined && rows.size > 0 && !rows.has(id);
}
