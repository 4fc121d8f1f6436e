import { isId } from '#lib/domain/shared/index.ts';
import { dayIn } from '#lib/forms/index.ts';
import { TRAIL_KINDS, type TrailFilter } from '#lib/server/services/trail.ts';

/** What the address asks of the history; anything it cannot mean is left out. */
export function trailFilterOf(search: URLSearchParams): TrailFilter {
	const key = (name: string) => {
		const value = search.get(name) ?? '';
		return isId(value) ? value : null;
	};
	return {
		query: (search.get('q') ?? '').slice(0, 200),
		person: key('person'),
		kind: TRAIL_KINDS.find((kind) => kind === search.get('kind')) ?? null,
		key: key('key'),
		from: dayIn(search, 'from'),
		to: dayIn(search, 'to'),
	};
}

export function trailPageOf(search: URLSearchParams): number {
	const page = Number(search.get('page') ?? '1');
	return Number.isInteger(page) && page > 0 && page < 1_000_000 ? page : 1;
}
