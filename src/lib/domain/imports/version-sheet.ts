import { cellText, type Grid } from './grid.ts';

/** The hidden sheet by which a file that was taken out of Устрой says which version it shows. */
export const VERSION_SHEET = { name: 'Устрой', mark: 'Редакция' } as const;

/** The version that a file was taken out of; undefined for a file made elsewhere. */
export function versionOfFile(sheets: readonly Grid[]): string | undefined {
	const [mark, id] = sheets.find(isVersionSheet)?.rows[0]?.cells ?? [];
	return mark && id ? cellText(id) : undefined;
}

/** The sheet that only names the version: no data, and not shown. */
export function isVersionSheet({ name, isHidden, rows }: Grid): boolean {
	const cells = rows[0]?.cells ?? [];
	return (
		isHidden && name === VERSION_SHEET.name && rows.length === 1 && cellText(cells[0]) === VERSION_SHEET.mark
	);
}
