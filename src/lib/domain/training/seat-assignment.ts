import type { TrainingNeed } from './need-types.ts';
import { compare } from './requirements.ts';

/** Seats without a name on one line of a plan, for the needs that the line names. */
export interface SeatLine {
	readonly id: string;
	readonly needKeys: readonly string[];
	readonly seats: number;
	readonly isHeld: boolean;
}

export interface AssignedSeats {
	readonly held: number;
	readonly planned: number;
}

/**
 * Gives the seats without a name to open places of the needs, each seat to one place: seats of held lines first, then
 * needs in the order of their keys; a seat given before moves to another need of its line when that covers one place
 * more (augmenting paths), so the number of covered places is the highest possible.
 * Example: line 1 with 1 seat for needs a and b, line 2 with 1 seat for a alone → a takes line 2, b takes line 1.
 */
export function assignSeats(
	needs: readonly Pick<TrainingNeed, 'key' | 'openPlaces'>[],
	lines: readonly SeatLine[],
): ReadonlyMap<string, AssignedSeats> {
	const given = new Map(lines.map((line) => [line.id, new Map<string, number>()]));
	const inOrder = [...lines].sort((a, b) => Number(b.isHeld) - Number(a.isHeld) || compare(a.id, b.id));
	for (const need of [...needs].sort((a, b) => compare(a.key, b.key))) {
		for (let place = 0; place < need.openPlaces; place += 1) {
			if (!takeSeat(need.key, { lines: inOrder, given, visited: new Set() })) break;
		}
	}
	return new Map(needs.map(({ key }) => [key, seatsOfNeed(key, lines, given)]));
}

interface Search {
	readonly lines: readonly SeatLine[];
	/** Seats given so far, by line and need. */
	readonly given: ReadonlyMap<string, Map<string, number>>;
	readonly visited: Set<string>;
}

/** Takes one seat for the need, moving another need to another line where that frees one. */
function takeSeat(key: string, search: Search): boolean {
	for (const line of search.lines) {
		if (!line.needKeys.includes(key) || search.visited.has(line.id)) continue;
		search.visited.add(line.id);
		const given = search.given.get(line.id) ?? new Map<string, number>();
		const taken = [...given.values()].reduce((sum, seats) => sum + seats, 0);
		if (taken < line.seats) {
			given.set(key, (given.get(key) ?? 0) + 1);
			return true;
		}
		const mover = [...given.keys()]
			.sort(compare)
			.find((other) => other !== key && (given.get(other) ?? 0) > 0 && takeSeat(other, search));
		if (mover !== undefined) {
			given.set(mover, (given.get(mover) ?? 0) - 1);
			given.set(key, (given.get(key) ?? 0) + 1);
			return true;
		}
	}
	return false;
}

function seatsOfNeed(
	key: string,
	lines: readonly SeatLine[],
	given: ReadonlyMap<string, ReadonlyMap<string, number>>,
): AssignedSeats {
	const count = (isHeld: boolean) =>
		lines
			.filter((line) => line.isHeld === isHeld)
			.reduce((sum, line) => sum + (given.get(line.id)?.get(key) ?? 0), 0);
	return { held: count(true), planned: count(false) };
}
