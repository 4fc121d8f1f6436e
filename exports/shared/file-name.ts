export { contentDisposition } from '#lib/i18n/download-name.ts';

/** A Cyrillic file name that every system takes: words joined by spaces, no path or reserved signs. */
export function workbookFileName(parts: readonly string[]): string {
	return fileName(parts, 'xlsx');
}

/** The same for a document. */
export function documentFileName(parts: readonly string[]): string {
	return fileName(parts, 'docx');
}

/** The same name for another kind of file: „Структура.docx“ → „Структура.pdf“. */
export function withEnding(name: string, ending: string): string {
	return name.replace(/[^.]+$/, ending);
}

function fileName(parts: readonly string[], ending: string): string {
	const name = parts
		.join(' ')
		.replace(FORBIDDEN, ' ')
		.replace(/\s+/g, ' ')
		.trim()
		.slice(0, 120)
		.replace(/[. ]+$/, '');
	return `${name || 'Устрой'}.${ending}`;
}

export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const FORBIDDEN = /[\p{Cc}<>:"/\\|?*„“”]/gu;
