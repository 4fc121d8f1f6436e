import { ASSUMED_NAMES } from '#lib/domain/workload/index.ts';

/** Keys of the address that say under which assumptions the three methods are computed. */
export const ASSUMPTION_KEYS = ['year', 'method', 'base', 'common', ...ASSUMED_NAMES] as const;

/** An address of the three methods that keeps the version and the assumptions. */
export function methodsAddress(
	path: string,
	url: URL,
	change: Readonly<Record<string, string | null>> = {},
): string {
	const next = new URLSearchParams();
	for (const name of ['version', ...ASSUMPTION_KEYS]) {
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
