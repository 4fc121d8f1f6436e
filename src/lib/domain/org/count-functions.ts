import { FUNCTION_KINDS, type AdminFunction, type FunctionKind } from './types.ts';

/** Functions of one policy area and one type: „7 (в т.ч. 2 местни)“. */
export interface FunctionCount {
	readonly all: number;
	/** Those that rest on an act of the own municipal council, alone or beside a national one. */
	readonly local: number;
}

export interface AreaCounts {
	readonly area: string;
	readonly kinds: Readonly<Record<FunctionKind, FunctionCount>>;
	readonly total: FunctionCount;
}

const NONE: FunctionCount = { all: 0, local: 0 };

/**
 * Functions by policy area and type, in the order of the areas given; areas without functions are left out.
 * `localActs` are the keys of the acts of the municipal council. Example: seven control functions in an area, two of
 * them by an ordinance of the council → { all: 7, local: 2 }. Source: matrix M2 of methodology §1.7.
 */
export function countFunctions(
	functions: readonly AdminFunction[],
	areas: readonly string[],
	localActs: ReadonlySet<string>,
): readonly AreaCounts[] {
	const byArea = Map.groupBy(functions, (fn) => fn.policyArea);
	return areas.flatMap((area): readonly AreaCounts[] => {
		const own = byArea.get(area);
		return own ? [{ area, ...countKinds(own, localActs) }] : [];
	});
}

/** The same for all areas together. */
export function countKinds(
	functions: readonly AdminFunction[],
	localActs: ReadonlySet<string>,
): Omit<AreaCounts, 'area'> {
	const kinds = Object.fromEntries(FUNCTION_KINDS.map((kind) => [kind, NONE])) as Record<
		FunctionKind,
		FunctionCount
	>;
	let total = NONE;
	for (const fn of functions) {
		const local = fn.bases.some(({ actKey }) => localActs.has(actKey)) ? 1 : 0;
		const add = (count: FunctionCount) => ({ all: count.all + 1, local: count.local + local });
		kinds[fn.kind] = add(kinds[fn.kind]);
		total = add(total);
	}
	return { kinds, total };
}
