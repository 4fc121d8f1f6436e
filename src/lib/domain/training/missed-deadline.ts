import type { IsoDate } from '../shared/index.ts';
import { quarterEnd, type Quarter } from './months.ts';
import type { TrainingNeed } from './need-types.ts';

/**
 * The earliest deadline that a training of a quarter misses for certain: one on or before the last day of the quarter
 * before it. Null when none is missed.
 * Example: a duty by law until 14.12.2026 in the first quarter of 2027 → 14.12.2026; in the fourth of 2026 → null.
 */
export function missedDeadline(
	{ year, quarter }: { readonly year: number; readonly quarter: Quarter },
	needs: readonly Pick<TrainingNeed, 'deadline'>[],
): IsoDate | null {
	const before = quarter === 1 ? quarterEnd(year - 1, 4) : quarterEnd(year, (quarter - 1) as Quarter);
	const missed = needs.flatMap(({ deadline }) => (deadline !== null && deadline <= before ? [deadline] : []));
	return missed.reduce<IsoDate | null>((first, one) => (first === null || one < first ? one : first), null);
}
