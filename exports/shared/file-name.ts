export { contentDisposition } from '#lib/i18n/download-name.ts';

/** A Cyrillic file name that every system takes: words joined by spaces, no path or reserved signs. */
export function workbookFileName(parts: readonly string[]): string {
	const name = parts
		.join(' ')
		.replace(FORBIDDEN, ' ')
		.replace(/\s+/g, ' ')
		.trim()
		.slice(0, 120)
		.replace(/[. ]+$/, '');
	return `${name || 'Устрой'}.xlsx`;
}

export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const FORBIDDEN = /[\p{Cc}<>:"/\\|?*„“”]/gu;
