import { layoutNeeds, type NeedLayout } from '#lib/charts/workload-needs.ts';
import { reachesEnough, type AgreementRule, type MethodsRow } from '#lib/domain/workload/index.ts';

export const METHODS_SORTS = ['structure', 'shortage', 'uncertainty', 'difference'] as const;
export type MethodsSort = (typeof METHODS_SORTS)[number];

/** What a card shows when it is chosen. */
export const METHODS_FILTERS = [
	'shortage',
	'balance',
	'surplus',
	'unproven',
	'doubtful',
	'one-person',
	'few-functions',
] as const;
export type MethodsFilter = (typeof METHODS_FILTERS)[number];

export interface MethodsBoardView {
	readonly rows: readonly MethodsRow[];
	readonly layout: NeedLayout;
	readonly sort: MethodsSort;
	readonly only: MethodsFilter | null;
	readonly counts: Readonly<Record<MethodsFilter, number>>;
	readonly isAll: boolean;
	/** Units outside the administration. */
	readonly outside: number;
}

/** What the page shows for an address: part, order, filter, rows and their geometry. */
export function makeMethodsBoard(
	units: readonly MethodsRow[],
	url: URL,
	rule: AgreementRule,
): MethodsBoardView {
	const sort = METHODS_SORTS.find((one) => one === url.searchParams.get('sort')) ?? 'structure';
	const only = METHODS_FILTERS.find((one) => one === url.searchParams.get('only')) ?? null;
	const isAll = url.searchParams.get('part') === 'all';
	const listed = units.filter(({ part }) => isAll || part !== 'outside');
	const rows = sorted(
		listed.filter((row) => only === null || FILTERS[only](row)),
		sort,
	);
	const counts = Object.fromEntries(
		METHODS_FILTERS.map((name) => [name, listed.filter(FILTERS[name]).length]),
	) as Record<MethodsFilter, number>;
	return {
		...{ rows, sort, only, counts, isAll },
		outside: units.filter(({ part }) => part === 'outside').length,
		layout: layoutNeeds(
			rows.map(({ key, approved, occupied, measures }) => ({
				...{ key, approved, occupied },
				marks: measures.map((measure) => ({
					method: measure.method,
					fte: measure.fte,
					isHeard: reachesEnough(measure, rule),
				})),
			})),
		),
	};
}

const isBalance =
	(balance: 'shortage' | 'balance' | 'surplus') =>
	({ verdict }: MethodsRow) =>
		verdict.kind === 'proven' && verdict.balance === balance;

const FILTERS: Readonly<Record<MethodsFilter, (row: MethodsRow) => boolean>> = {
	shortage: isBalance('shortage'),
	balance: isBalance('balance'),
	surplus: isBalance('surplus'),
	unproven: ({ verdict }) => verdict.kind === 'unproven',
	doubtful: ({ doubtful }) => doubtful > 0,
	'one-person': ({ onePerson }) => onePerson > 0,
	'few-functions': ({ functions }) => functions <= 1,
};

/** What has no figure goes last; equal ones keep the order of the structure. */
function sorted(rows: readonly MethodsRow[], sort: MethodsSort): readonly MethodsRow[] {
	if (sort === 'structure') return rows;
	return [...rows].sort((a, b) => weightOf(b, sort) - weightOf(a, sort));
}

function weightOf({ verdict, measures, occupied }: MethodsRow, sort: MethodsSort): number {
	const last = Number.MIN_SAFE_INTEGER;
	if (sort === 'shortage') return verdict.kind === 'proven' ? verdict.need.expected - occupied : last;
	if (sort === 'difference')
		return verdict.pairs.length > 0 ? Math.max(...verdict.pairs.map(({ difference }) => difference)) : last;
	return measures.length > 0 ? Math.max(...measures.map(({ fte }) => fte.high - fte.low)) : last;
}
