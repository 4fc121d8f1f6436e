/** Addresses of one municipality that keep the version the page shows. */
export interface Places {
	/** A page under the municipality, with an optional query. */
	readonly at: (path: string, query?: Readonly<Record<string, string>>) => string;
	/** The overview with one number taken apart. */
	readonly of: (code: string) => string;
}

export function placesOf(slug: string, version: string | null): Places {
	const at = (path: string, query: Readonly<Record<string, string>> = {}) => {
		const search = new URLSearchParams(version === null ? query : { ...query, version });
		const text = search.toString();
		return `/m/${slug}${path}${text ? `?${text}` : ''}`;
	};
	return { at, of: (code) => `${at('', { of: code })}#parts` };
}
