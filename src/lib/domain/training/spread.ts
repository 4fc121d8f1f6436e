import { yearOf, type IsoDate } from '../shared/index.ts';
import type { SuggestedItem } from './grouping.ts';
import { QUARTERS, quarterOf, type Quarter } from './months.ts';
import { seatsOf } from './plan-totals.ts';
import type { PlanItem } from './plan-types.ts';
import { compare } from './requirements.ts';
import type { Course } from './types.ts';

type PlacedLine = Pick<PlanItem, 'participants' | 'openSeats' | 'hours' | 'quarter' | 'state'>;

export interface SpreadInput {
	/** Groups with the last quarter that is in time for them. */
	readonly items: readonly SuggestedItem[];
	readonly courses: readonly Course[];
	/** Lines that the plan has already. */
	readonly lines: readonly PlacedLine[];
	readonly year: number;
	/** The day from which a training can still be held. */
	readonly from: IsoDate;
}

/**
 * Spreads suggested groups over the quarters that are left before their deadlines, instead of all at the last moment:
 * each goes where the fewest of its people are in training already, then where the fewest person-hours are planned,
 * then where it comes earlier. Groups with the nearest deadline choose first. When the last quarter in time is over,
 * the group goes to the first that is left. Order of the result: quarter, course, number of the group.
 * Example: four groups of 10 people and 8 hours without a deadline → one in each quarter.
 */
export function spreadOverYear(input: SpreadInput): readonly SuggestedItem[] {
	const hours = new Map(input.courses.map((course) => [course.key, course.hours]));
	const placed: PlacedLine[] = input.lines.filter((line) => line.state !== 'cancelled');
	const inOrder = [...input.items].sort(
		(a, b) => a.quarter - b.quarter || compare(a.courseKey, b.courseKey) || a.group.number - b.group.number,
	);
	const spread = inOrder.map((item) => {
		const quarter = bestQuarter(item, placed, input);
		placed.push({
			participants: item.employeeIds,
			openSeats: item.openSeats,
			hours: hours.get(item.courseKey) ?? 0,
			...{ quarter, state: 'planned' },
		});
		return { ...item, quarter };
	});
	return spread.sort(
		(a, b) => a.quarter - b.quarter || compare(a.courseKey, b.courseKey) || a.group.number - b.group.number,
	);
}

function bestQuarter(item: SuggestedItem, placed: readonly PlacedLine[], input: SpreadInput): Quarter {
	const first = yearOf(input.from) === input.year ? quarterOf(input.from) : 1;
	const last = Math.max(first, item.quarter);
	const people = new Set(item.employeeIds);
	const choices = QUARTERS.filter((quarter) => quarter >= first && quarter <= last).map((quarter) => {
		const there = placed.filter((line) => line.quarter === quarter);
		return {
			quarter,
			same: there.flatMap((line) => line.participants).filter((id) => people.has(id)).length,
			load: there.reduce((sum, line) => sum + seatsOf(line) * line.hours, 0),
		};
	});
	choices.sort((a, b) => a.same - b.same || a.load - b.load || a.quarter - b.quarter);
	return choices[0]?.quarter ?? item.quarter;
}
