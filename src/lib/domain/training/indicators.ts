import type { PostCategory, StructureLookup } from '../org/index.ts';
import type { EmployeeId, UnitKey } from '../shared/index.ts';
import type { PlanItem } from './plan-types.ts';
import { compare } from './requirements.ts';
import type { Employee } from './types.ts';

export interface PeopleAndSeats {
	readonly people: number;
	readonly seats: number;
}

/** Who is trained, counted for the report to a financing body (products N25); open seats belong to nobody yet. */
export interface TrainingIndicators {
	readonly bySex: ReadonlyMap<Employee['sex'], PeopleAndSeats>;
	readonly byCategory: ReadonlyMap<PostCategory, PeopleAndSeats>;
	readonly byUnit: ReadonlyMap<UnitKey, PeopleAndSeats>;
}

/** Unique people and seats of a plan by sex, category of post and unit; cancelled items are left out. */
export function computeTrainingIndicators(input: {
	readonly items: readonly PlanItem[];
	readonly employees: readonly Employee[];
	readonly lookup: StructureLookup;
}): TrainingIndicators {
	const employees = new Map(input.employees.map((person) => [person.id, person]));
	const attended = input.items
		.filter((item) => item.state !== 'cancelled')
		.flatMap((item) => item.participants)
		.flatMap((id) => employees.get(id) ?? []);
	const post = (person: Employee) => input.lookup.postByKey.get(person.postKey);
	return {
		bySex: countBy(attended, (person) => person.sex),
		byCategory: countBy(attended, (person) => post(person)?.category),
		byUnit: countBy(attended, (person) => post(person)?.unitKey),
	};
}

function countBy<Key extends string>(
	attended: readonly Employee[],
	keyOf: (person: Employee) => Key | undefined,
): ReadonlyMap<Key, PeopleAndSeats> {
	const counted = new Map<Key, { people: Set<EmployeeId>; seats: number }>();
	for (const person of attended) {
		const key = keyOf(person);
		if (key === undefined) continue;
		const entry = counted.get(key) ?? { people: new Set<EmployeeId>(), seats: 0 };
		entry.people.add(person.id);
		entry.seats += 1;
		counted.set(key, entry);
	}
	return new Map(
		[...counted]
			.sort(([a], [b]) => compare(a, b))
			.map(([key, { people, seats }]) => [key, { people: people.size, seats }]),
	);
}
