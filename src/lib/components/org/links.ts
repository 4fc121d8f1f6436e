/** Addresses of the structure and its functions; the chosen version goes along. */
export function structureLinks(slug: string, url: URL) {
	const version = url.searchParams.get('version');
	const at = (path: string, more: Readonly<Record<string, string>> = {}) => {
		const search = new URLSearchParams({ ...(version === null ? {} : { version }), ...more }).toString();
		return search === '' ? `/m/${slug}${path}` : `/m/${slug}${path}?${search}`;
	};
	return {
		at,
		structure: at('/structure'),
		unit: (key: string) => at(`/structure/units/${key}`),
		post: (key: string) => at(`/structure/posts/${key}`),
		fn: (key: string) => at(`/functions/${key}`),
		scenario: (id: string) => `/m/${slug}/scenarios/${id}`,
		finding: (id: string) => `/m/${slug}/findings/${id}`,
		/** What a unit, post or function is, as data for the chart and the matrix. */
		about: (entity: 'unit' | 'post' | 'function', key: string) =>
			at(`/structure/chart/about/${entity}/${key}`),
		functions: (filter: Readonly<Record<string, string>> = {}) => at('/functions', filter),
	};
}

export type StructureLinks = ReturnType<typeof structureLinks>;

/**
 * Address of an action of the page. The chosen version goes along, because `?/name` alone would drop it, and so do the part
 * being edited and the page to come back to.
 */
export function actionHref(url: URL, name: string): string {
	const kept = ['version', 'edit', 'back'].flatMap((parameter) => {
		const value = url.searchParams.get(parameter);
		return value === null ? [] : [`&${parameter}=${encodeURIComponent(value)}`];
	});
	return `?/${name}${kept.join('')}`;
}

/** The same address with some parameters changed; null takes one out. */
export function withParams(url: URL, changes: Readonly<Record<string, string | null>>): string {
	const search = new URLSearchParams(url.searchParams);
	for (const [name, value] of Object.entries(changes)) {
		if (value === null) search.delete(name);
		else search.set(name, value);
	}
	const text = search.toString();
	return text === '' ? url.pathname : `${url.pathname}?${text}`;
}

/** The same page with one part of it open for editing; null closes it. */
export function editHref(url: URL, part: string | null): string {
	return withParams(url, { saved: null, reversal: null, edit: part });
}
