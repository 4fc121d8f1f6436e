import type { Structure } from '../org/index.ts';
import type { FunctionKey, UnitKey } from '../shared/index.ts';
import type { Allocation, PostTime } from './survey-need.ts';

/** A survey without what would be the answers of fewer people than may be shown. */
export interface SharedSurvey {
	readonly allocations: readonly Allocation[];
	/** Units whose survey is not shown at all. */
	readonly hiddenUnits: ReadonlySet<UnitKey>;
	/** Functions whose time is hidden in some unit; their sum over all units less what is shown would be theirs. */
	readonly hiddenFunctions: ReadonlySet<FunctionKey>;
}

/**
 * The survey as it may be shared with a reader: a unit is shown where its answers are whole cells of the campaign (see
 * `cutCells`), unless the reader may see its people. So a figure is that of the campaign in whichever version, and two
 * versions with other posts in a unit cannot be subtracted.
 * Example: the cell of posts A, B and C is hidden in a version where C has moved, in the unit it left and where it came.
 */
export function shareSurvey(
	structure: Pick<Structure, 'posts'>,
	allocations: readonly Allocation[],
	maySee: (unit: UnitKey) => boolean,
): SharedSurvey {
	const unitOf = new Map(structure.posts.map(({ key, unitKey }) => [key, unitKey]));
	const hiddenUnits = new Set<UnitKey>();
	const hiddenFunctions = new Set<FunctionKey>();
	for (const [unit, own] of Map.groupBy(allocations, ({ postKey }) => unitOf.get(postKey))) {
		if (unit === undefined || maySee(unit)) continue;
		const isShown = areWholeCells(own);
		if (!isShown) hiddenUnits.add(unit);
		for (const key of isShown ? mixedFunctions(own) : own.map(({ functionKey }) => functionKey))
			hiddenFunctions.add(key);
	}
	const isHidden = ({ postKey }: Allocation) => hiddenUnits.has(unitOf.get(postKey) as UnitKey);
	return {
		allocations: hiddenUnits.size === 0 ? allocations : allocations.filter((one) => !isHidden(one)),
		...{ hiddenUnits, hiddenFunctions },
	};
}

/** What of the survey of one unit stays hidden from whoever may not see persons. */
export interface HiddenSurvey {
	/** Functions whose time stays hidden, with that of every post in them. */
	readonly functions: ReadonlySet<FunctionKey>;
	/** True for the time of a post in a function that stays hidden. */
	readonly hides: (of: Allocation) => boolean;
}

/** Nothing is hidden from whoever may see persons. */
export const NOTHING_HIDDEN: HiddenSurvey = { functions: new Set(), hides: () => false };

/**
 * What stays hidden of the survey of a unit that is shown: a function in one cell with others, and a post in one cell with
 * other posts. Example: a function of post A (3 people) and post B (1 person) is one cell: it shows its sum and neither
 * post, because post A alone would leave the answer of one person.
 */
export function hiddenSurvey(terms: readonly PostTime[]): HiddenSurvey {
	return {
		functions: mixedFunctions(terms.map(({ allocation }) => allocation)),
		hides: ({ cell }) => cell?.size !== 1,
	};
}

/** People behind the time of a post: the respondents, or everybody on the post where their number is not stated. */
export function answeredBy({ post, allocation }: Pick<PostTime, 'post' | 'allocation'>): number {
	return allocation.respondents ?? Math.ceil(post.occupied);
}

function areWholeCells(allocations: readonly Allocation[]): boolean {
	const counts = new Map<string, number>();
	for (const { cell } of allocations) {
		if (!cell) return false;
		counts.set(cell.id, (counts.get(cell.id) ?? 0) + 1);
	}
	return allocations.every(({ cell }) => cell && counts.get(cell.id) === cell.size);
}

/** Functions in one cell with others. */
function mixedFunctions(allocations: readonly Allocation[]): ReadonlySet<FunctionKey> {
	const mixed = [...Map.groupBy(allocations, ({ cell }) => cell?.id).values()].flatMap((own) => {
		const keys = new Set(own.map(({ functionKey }) => functionKey));
		return own[0]?.cell && keys.size === 1 ? [] : [...keys];
	});
	return new Set(mixed);
}
