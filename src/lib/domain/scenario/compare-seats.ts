import { PARTICIPATION_ROLES, type LocalText, type ParticipationRole, type Structure } from '../org/index.ts';
import type { FunctionKey, UnitKey } from '../shared/index.ts';

/** The part of one unit in a function on both sides; null where it has none. */
export interface ComparedSeat {
	readonly unitKey: UnitKey;
	readonly before: ParticipationRole | null;
	readonly after: ParticipationRole | null;
}

/** One row of the matrix of functions and units on both sides. */
export interface ComparedSeats {
	readonly functionKey: FunctionKey;
	readonly text: LocalText;
	readonly change: 'new' | 'closed' | 'changed' | null;
	readonly seats: readonly ComparedSeat[];
}

/**
 * Who takes part in what before and after, a unit by its strongest role whichever of its posts holds it. In the order of
 * the structure before, new functions last; units in the order in which they take part.
 * Example: a function handed from A to B → A „О“ before and none after, B none before and „О“ after.
 */
export function compareSeats(before: Structure, after: Structure): readonly ComparedSeats[] {
	const [old, fresh] = [seatsOf(before), seatsOf(after)];
	const [was, is] = [before, after].map(({ functions }) => new Map(functions.map((fn) => [fn.key, fn.text])));
	const keys = new Set([...(was ?? []), ...(is ?? [])].map(([key]) => key));
	return [...keys].flatMap((functionKey): readonly ComparedSeats[] => {
		const [then, now] = [old.get(functionKey), fresh.get(functionKey)];
		const [oldText, newText] = [was?.get(functionKey), is?.get(functionKey)];
		const text = newText ?? oldText;
		if (!text) return [];
		const units = new Set([...(then?.keys() ?? []), ...(now?.keys() ?? [])]);
		const seats = [...units].map((unitKey) => ({
			unitKey,
			before: then?.get(unitKey) ?? null,
			after: now?.get(unitKey) ?? null,
		}));
		const isChanged = oldText?.bg !== newText?.bg || seats.some((seat) => seat.before !== seat.after);
		const change = !oldText ? 'new' : !newText ? 'closed' : isChanged ? 'changed' : null;
		return [{ functionKey, text, change, seats }];
	});
}

function seatsOf({ participations }: Structure): ReadonlyMap<FunctionKey, Map<UnitKey, ParticipationRole>> {
	const seats = new Map<FunctionKey, Map<UnitKey, ParticipationRole>>();
	const rank = (role: ParticipationRole) => PARTICIPATION_ROLES.indexOf(role);
	for (const { functionKey, unitKey, role } of participations) {
		const units = seats.get(functionKey) ?? new Map<UnitKey, ParticipationRole>();
		const known = units.get(unitKey);
		if (known === undefined || rank(role) < rank(known)) units.set(unitKey, role);
		seats.set(functionKey, units);
	}
	return seats;
}
