/** Keys of the address that choose what the page is about; links inside the module keep them. */
const KEPT = ['version', 'year', 'method'] as const;

/** An address under the municipality that keeps the version and the assumptions of the page. */
export function keepAddress(
	path: string,
	url: URL,
	change: Readonly<Record<string, string | null>> = {},
): string {
	const next = new URLSearchParams();
	for (const name of KEPT) {
		const value = url.searchParams.get(name);
		if (value) next.set(name, value);
	}
	for (const [name, value] of Object.entries(change)) {
		if (value === null) next.delete(name);
		else next.set(name, value);
	}
	const query = next.toString();
	return query ? `${path}?${query}` : path;
}

/** The same page with some keys changed; null takes a key away. */
export function changeAddress(url: URL, change: Readonly<Record<string, string | null>>): string {
	const next = new URLSearchParams(url.searchParams);
	for (const [name, value] of Object.entries(change)) {
		if (value === null) next.delete(name);
		else next.set(name, value);
	}
	const query = next.toString();
	return query ? `?${query}` : url.pathname;
}

/** Address of a form action that keeps what the page is about. */
export function actionAddress(name: string, url: URL): string {
	const query = new URLSearchParams(url.searchParams);
	query.delete('saved');
	for (const key of [...query.keys()]) if (key.startsWith('/')) query.delete(key);
	const rest = query.toString();
	return rest ? `?/${name}&${rest}` : `?/${name}`;
}
