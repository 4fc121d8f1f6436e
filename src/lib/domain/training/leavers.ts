import type { EmployeeId, IsoDate } from '../shared/index.ts';
import type { NeedPerson, NeedState } from './need-types.ts';
import { quarterEnd } from './months.ts';
import type { PlanItem } from './plan-types.ts';

/** Who a living need speaks of no more: whoever has left by the day. */
export function leaversOn(
	employees: readonly { readonly id: EmployeeId; readonly leftOn: IsoDate | null }[],
	asOf: IsoDate,
): ReadonlySet<EmployeeId> {
	return new Set(employees.filter(({ leftOn }) => leftOn !== null && leftOn <= asOf).map(({ id }) => id));
}

/**
 * A need without those who left; undefined when nobody is left in it. What is met or dismissed stays as it was then.
 * Example: an open need of Ива and Петя, Петя left → of Ива alone; of Петя alone → undefined.
 */
export function withoutLeavers<
	Need extends {
		readonly state: NeedState;
		readonly people: readonly Pick<NeedPerson, 'employeeId'>[];
		readonly openPlaces: number;
	},
>(need: Need, leavers: ReadonlySet<EmployeeId>): Need | undefined {
	if (need.state === 'done' || need.state === 'dismissed') return need;
	const people = need.people.filter(({ employeeId }) => !leavers.has(employeeId));
	if (people.length === need.people.length) return need;
	return people.length + need.openPlaces === 0 ? undefined : { ...need, people };
}

/**
 * True when a participant of a line still to be held cannot take part any more: who leaves before the quarter of the
 * line ends and is in no session of it that begins before. The seat stays in the plan without a name.
 * Example: a line in the first quarter of 2027; leaving on 20.11.2026 → true, on 01.04.2027 → false.
 */
export function givesSeatBack(
	line: Pick<PlanItem, 'state' | 'quarter'> & { readonly year: number },
	person: {
		readonly leftOn: IsoDate | null;
		/** Enrolled in a session of the line that begins before the person leaves, or already marked in one. */
		readonly isInSession: boolean;
	},
): boolean {
	if (line.state !== 'planned' || person.leftOn === null || person.isInSession) return false;
	return person.leftOn <= quarterEnd(line.year, line.quarter);
}
