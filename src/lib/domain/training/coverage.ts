import type { EmployeeId } from '../shared/index.ts';
import type { NeedPerson, NeedState } from './need-types.ts';
import type { PlanItem } from './plan-types.ts';
import { assignSeats, type SeatLine } from './seat-assignment.ts';

/** What the lines of all plans hold of one need. */
export interface NeedCoverage {
	/** People of the need who stand on a line that names the need, held or still planned. */
	readonly people: ReadonlySet<EmployeeId>;
	/** Those of them whose training was held. */
	readonly heldPeople: ReadonlySet<EmployeeId>;
	/** Open places of the need for which a seat is kept. */
	readonly seats: number;
	readonly heldSeats: number;
}

interface CoveredNeed {
	readonly key: string;
	readonly people: readonly Pick<NeedPerson, 'employeeId'>[];
	readonly openPlaces: number;
}
type CoveringLine = Pick<PlanItem, 'id' | 'needKeys' | 'participants' | 'openSeats' | 'state' | 'absent'>;

const NOTHING: NeedCoverage = { people: new Set(), heldPeople: new Set(), seats: 0, heldSeats: 0 };

/**
 * What each need already has in the plans. A person is covered by a line that names both the need and the person;
 * a seat without a name covers one open place of one need that its line names, so that as many places as possible
 * are covered and none twice. Cancelled lines cover nothing, and a held line does not cover whoever was absent.
 */
export function computeCoverage(
	needs: readonly CoveredNeed[],
	lines: readonly CoveringLine[],
): ReadonlyMap<string, NeedCoverage> {
	const counted = lines.filter((line) => line.state !== 'cancelled');
	const seats = assignSeats(needs, counted.map(seatLine));
	return new Map(
		needs.map((need) => {
			const named = counted.filter((line) => line.needKeys.includes(need.key));
			const held = named.filter((line) => line.state === 'held');
			const places = seats.get(need.key);
			return [
				need.key,
				{
					people: coveredPeople(need, named),
					heldPeople: coveredPeople(need, held),
					seats: (places?.held ?? 0) + (places?.planned ?? 0),
					heldSeats: places?.held ?? 0,
				},
			];
		}),
	);
}

/** The part of a need that stands in no plan yet; undefined when nothing is left. */
export function uncoveredPart<Need extends CoveredNeed>(
	need: Need,
	coverage: NeedCoverage | undefined,
): Need | undefined {
	const { people, seats } = coverage ?? NOTHING;
	const left = {
		...need,
		people: need.people.filter((person) => !people.has(person.employeeId)),
		openPlaces: Math.max(0, need.openPlaces - seats),
	};
	return left.people.length + left.openPlaces === 0 ? undefined : left;
}

/**
 * The state that the plans give to a need: met when everybody's training was held, planned when everybody and every
 * open place stands on a line, open as long as somebody does not.
 * Example: 3 people, 2 on a held line, 1 on a planned one → planned; without the second line → open.
 */
export function settledState(
	need: CoveredNeed,
	coverage: NeedCoverage | undefined,
): Exclude<NeedState, 'dismissed'> {
	const { heldPeople, heldSeats } = coverage ?? NOTHING;
	if (uncoveredPart(need, coverage) !== undefined) return 'open';
	const isHeld =
		heldSeats >= need.openPlaces && need.people.every((person) => heldPeople.has(person.employeeId));
	return isHeld ? 'done' : 'planned';
}

function seatLine({ id, needKeys, openSeats, state }: CoveringLine): SeatLine {
	return { id, needKeys, seats: openSeats, isHeld: state === 'held' };
}

function coveredPeople(need: CoveredNeed, lines: readonly CoveringLine[]): ReadonlySet<EmployeeId> {
	const present = new Set(lines.flatMap(presentOn));
	return new Set(need.people.map((person) => person.employeeId).filter((id) => present.has(id)));
}

/** Participants of a line; of a held one only those who were there. */
function presentOn({ participants, state, absent = [] }: CoveringLine): readonly EmployeeId[] {
	return state === 'held' ? participants.filter((id) => !absent.includes(id)) : participants;
}
