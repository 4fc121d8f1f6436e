/** An address inside this site that a form or a link carries; anything else becomes the start page. */
export function localPath(value: unknown): string {
	if (typeof value !== 'string' || value.length > 2000) return '/';
	return /^\/(?![/\\])[^\p{Cc}\\]*$/u.test(value) ? value : '/';
}
