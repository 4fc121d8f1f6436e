/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetter(index: number): string {
	const rest = index % 26;
	const letter = String.fromCharCode(65 + rest);
	return index < 26 ? letter : columnLetter((index - rest) / 26 - 1) + letter;
}

/** Address inside its sheet, column from 0, row from 1: (0, 5) → A5. */
export function address(column: number, row: number): string {
	return `${columnLetter(column)}${row}`;
}

/** Cells of one column: (1, 5, 9) → B5:B9. */
export function columnRange(column: number, firstRow: number, lastRow: number): string {
	return `${address(column, firstRow)}:${address(column, lastRow)}`;
}

/** A cell of another sheet: 'Щат след'!F40. */
export function sheetRef(sheet: string, place: string): string {
	return `'${sheet}'!${place}`;
}

const MAX_NAME = 31;

/**
 * A name that every program takes for a sheet and for its print titles: at most 31 characters, without quotes,
 * apostrophes and `* ? : \ / [ ]`, not empty, different from those in use (numbered when needed).
 */
export function sheetName(wanted: string, inUse: readonly string[] = []): string {
	const plain = wanted
		.replace(/['"„“”’‘*?:\\/[\]]/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
	const base = plain.slice(0, MAX_NAME).trim() || 'Лист';
	const taken = new Set(inUse.map((name) => name.toLowerCase()));
	if (!taken.has(base.toLowerCase())) return base;
	for (let at = 2; ; at++) {
		const tail = ` ${at}`;
		const name = base.slice(0, MAX_NAME - tail.length).trim() + tail;
		if (!taken.has(name.toLowerCase())) return name;
	}
}
