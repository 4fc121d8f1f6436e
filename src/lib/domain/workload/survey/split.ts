import { err, ok, share, type Result, type Share } from '../../shared/index.ts';
import { fromParts, remainderOf, toParts } from './parts.ts';

/** A row of a division: a group of the whole time, or an item of a group. */
export interface DividedRow {
	readonly key: string;
	readonly share: Share;
	readonly isLocked: boolean;
}

export type SplitRefusal =
	/** Every row is locked, so nothing can take the rest. */
	| { readonly code: 'survey/all-locked' }
	/** More than the whole is given out already; `by` is a share. */
	| { readonly code: 'survey/sum-over'; readonly by: number };

/** A hundredth of a per cent of the working time, so that what is shown with two decimals also sums to 100. */
const HUNDREDTH = share(0.0001);

/**
 * Divides what is left of `whole` evenly and answers the new share of each row by its key; locked rows stay.
 * Rows that are still empty take the rest; when there are none, all unlocked rows grow by the same. The sum is then
 * exactly `whole`; portions are whole steps as far as they can be; the order of the rows does not matter, because what cannot be halved goes to the first keys.
 * Example: 50 % locked, 0 %, 0 %, 0 % → 50 %, 16,67 %, 16,67 %, 16,66 %.
 * Errors: `survey/all-locked`, `survey/sum-over`.
 */
export function splitRemainder(
	rows: readonly DividedRow[],
	whole: Share,
	step: Share = HUNDREDTH,
): Result<ReadonlyMap<string, Share>, SplitRefusal> {
	const left = toParts(
		remainderOf(
			rows.map((row) => row.share),
			whole,
		),
	);
	if (left < 0) return err({ code: 'survey/sum-over', by: fromParts(-left) });
	const takers = takersOf(rows);
	if (left > 0 && takers.length === 0) return err({ code: 'survey/all-locked' });
	const portions = evenPortions(left, takers.length, step);
	const added = new Map(takers.map((key, at) => [key, portions[at] ?? 0]));
	return ok(
		new Map(
			rows.map(({ key, share: part }) => [key, share(fromParts(toParts(part) + (added.get(key) ?? 0)))]),
		),
	);
}

function takersOf(rows: readonly DividedRow[]): readonly string[] {
	const open = rows.filter((row) => !row.isLocked);
	const empty = open.filter((row) => row.share === 0);
	return (empty.length > 0 ? empty : open).map((row) => row.key).sort();
}

/** `total` in `count` portions that differ by at most one step; what is finer than a step goes to the first. */
function evenPortions(total: number, count: number, step: Share): readonly number[] {
	if (count === 0) return [];
	const size = Math.max(step * toParts(1), 1);
	const steps = Math.floor(total / size + 1e-9);
	const [each, extra] = [Math.floor(steps / count), steps % count];
	const portions = Array.from({ length: count }, (_, at) => Math.round((each + (at < extra ? 1 : 0)) * size));
	const fine = total - portions.reduce((sum, parts) => sum + parts, 0);
	return portions.map((parts, at) => (at === 0 ? parts + fine : parts));
}
