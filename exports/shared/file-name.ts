import { transliterate } from '#lib/domain/shared/index.ts';

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

/**
 * The header for a download (RFC 6266, 5987): the Cyrillic name for every browser of today and its transliteration
 * for the others. „Щат.xlsx“ → `attachment; filename="Shtat.xlsx"; filename*=UTF-8''%D0%A9…`.
 */
export function contentDisposition(fileName: string): string {
	const ascii = transliterate(fileName)
		.replace(/[^\x20-\x7e]/g, '-')
		.replace(/["\\%]/g, '-');
	const encoded = encodeURIComponent(fileName).replace(
		/['()*]/g,
		(sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
	);
	return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const FORBIDDEN = /[\p{Cc}<>:"/\\|?*„“”]/gu;
