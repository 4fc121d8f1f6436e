import { FUNCTION_KINDS, PARTICIPATION_ROLES } from '#lib/domain/org/index.ts';
import { isId } from '#lib/domain/shared/index.ts';
import {
	FUNCTION_SORTS,
	type FunctionFilter,
	type FunctionSort,
} from '#lib/server/services/function-list.ts';

/** What the address asks of the list; anything it cannot mean is left out. */
export function filterOf(search: URLSearchParams): FunctionFilter {
	const key = (name: string) => {
		const value = search.get(name) ?? '';
		return isId(value) ? value : null;
	};
	const either = (name: string) => {
		const value = search.get(name);
		return value === 'yes' ? true : value === 'no' ? false : null;
	};
	return {
		query: (search.get('q') ?? '').slice(0, 200),
		unit: key('unit'),
		area: key('area'),
		role: PARTICIPATION_ROLES.find((role) => role === search.get('role')) ?? null,
		kind: FUNCTION_KINDS.find((kind) => kind === search.get('kind')) ?? null,
		hasBasis: either('basis'),
		isMeasured: either('measured'),
	};
}

export function sortOf(search: URLSearchParams): FunctionSort {
	return FUNCTION_SORTS.find((sort) => sort === search.get('sort')) ?? 'act';
}

export function pageOf(search: URLSearchParams): number {
	const page = Number(search.get('page') ?? '1');
	return Number.isInteger(page) && page > 0 ? page : 1;
}
