import { transliterate } from '#lib/domain/shared/index.ts';

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
