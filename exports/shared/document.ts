import { wordBytes, type WordRow, type WordTable } from './word.ts';

export { DOCUMENT_TYPE } from './word.ts';

/** One table on as many A4 pages as it takes, for pasting into a report. */
export interface TableDocument {
	readonly title: string;
	/** Lines under the title: municipality, day, structure. */
	readonly facts: readonly string[];
	readonly columns: WordTable['columns'];
	readonly rows: readonly DocumentRow[];
	readonly notes: readonly string[];
	/** „стр. &P от &N“ with the codes of page and pages. */
	readonly page: string;
	readonly orientation: 'portrait' | 'landscape';
	/** ISO in UTC; injected so that files can be compared. */
	readonly createdAt: string;
	readonly madeBy: string;
}

/** The first cell names the row, the others are figures. */
export type DocumentRow = WordRow;

/** The document as bytes: the head of the table is repeated on every page, numbers stand to the right. */
export function documentBytes(document: TableDocument): Promise<Uint8Array> {
	const { title, facts, columns, rows, notes, page, orientation, createdAt, madeBy } = document;
	const lines = (texts: readonly string[]) => texts.map((text) => ({ kind: 'paragraph', text }) as const);
	return wordBytes({
		...{ title, createdAt, madeBy, sheet: { paper: 'A4', orientation } },
		foot: { left: '', page },
		blocks: [
			{ kind: 'heading', level: 1, text: title },
			...lines(facts),
			{ kind: 'table', table: { columns, rows } },
			...lines(notes),
		],
	});
}
