import type { AuditRecord } from '../queries/audit.ts';

/** What of a training the history tells: nobody who takes part is in it. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
	'training-plan': [
		...['title', 'groupName', 'quarter', 'hours', 'provider', 'place', 'funding', 'responsible'],
		...['expectedResult', 'evaluation', 'state', 'reason', 'file'],
	],
	'training-session': ['startsOn', 'endsOn', 'place', 'trainer', 'places', 'groupName', 'state'],
	course: ['title', 'provider', 'hours', 'places', 'form'],
};

/** An entry about training without the people in it; any other entry as it is. */
export function withoutPeople<Entry extends Pick<AuditRecord, 'entity' | 'before' | 'after'>>(
	entry: Entry,
): Entry {
	const told = TOLD[entry.entity];
	if (told === undefined) return entry;
	return { ...entry, before: toldOf(entry.before, told), after: toldOf(entry.after, told) };
}

/** A state with the fields that are told, the seats of a line together and its price in euro cents. */
function toldOf(state: unknown, told: readonly string[]): unknown {
	if (typeof state !== 'object' || state === null) return state;
	const field = (name: string): unknown => Reflect.get(state, name);
	const people = field('participants');
	const seats = Array.isArray(people) ? people.length + Number(field('openSeats') ?? 0) : undefined;
	const all = { ...Object.fromEntries(told.map((name) => [name, field(name)])), seats };
	const price = field('pricePerPerson');
	return Object.fromEntries(
		Object.entries({ ...all, price }).filter(([, value]) => value !== undefined && value !== ''),
	);
}
