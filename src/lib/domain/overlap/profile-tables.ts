import type { Profile } from './affinity.ts';

/** What was worked out between something and each profile of a corpus. */
export interface ProfileTable {
	/** By the number of the profile; {@link UNKNOWN} where nobody has asked yet. */
	readonly values: Float64Array;
	/** Notes a value and gives it back. */
	readonly put: (profile: number, value: number) => number;
}

export type ProfileTables = (key: object) => ProfileTable;

/** No factor is negative. */
export const UNKNOWN = -1;

/**
 * Tables between profiles and what they are compared with, the same table for the same key. What is put in is kept
 * from one analysis to the next, since a profile that comes again is the same object; only a corpus of very many
 * profiles keeps it to itself.
 */
export function profileTables(profiles: readonly Profile[]): ProfileTables {
	const known = OF_CORPUS.get(profiles);
	if (known) return known;
	const tables = new Map<object, ProfileTable>();
	const kept = keptPlaces(profiles);
	const tableOf = (key: object) => {
		let table = tables.get(key);
		if (!table) tables.set(key, (table = kept ? copyOf(kept, key) : emptyTable(profiles.length)));
		return table;
	};
	OF_CORPUS.set(profiles, tableOf);
	return tableOf;
}

/** The steps of one analysis ask for the same tables. */
const OF_CORPUS = new WeakMap<readonly Profile[], ProfileTables>();

interface Known {
	readonly places: Map<Profile, number>;
	readonly tables: Map<object, Float64Array>;
}

interface KeptPlaces extends Known {
	/** Number of a profile in the corpus → its place in every kept table. */
	readonly place: Int32Array;
}

const MOST_PLACES = 1000;
const MOST_TABLES = 4000;

/** Pure caches of pure functions; whoever works with full ones holds on to them, the next begins anew. */
let known: Known = { places: new Map(), tables: new Map() };

function keptPlaces(profiles: readonly Profile[]): KeptPlaces | undefined {
	if (profiles.length > MOST_PLACES) return undefined;
	if (known.places.size + profiles.length > MOST_PLACES || known.tables.size > MOST_TABLES)
		known = { places: new Map(), tables: new Map() };
	const { places } = known;
	const place = Int32Array.from(profiles, (profile) => {
		let found = places.get(profile);
		if (found === undefined) places.set(profile, (found = places.size));
		return found;
	});
	return { ...known, place };
}

function copyOf({ tables, place }: KeptPlaces, key: object): ProfileTable {
	let kept = tables.get(key);
	if (!kept) tables.set(key, (kept = new Float64Array(MOST_PLACES).fill(UNKNOWN)));
	const all = kept;
	const values = new Float64Array(place.length);
	for (let profile = 0; profile < values.length; profile++)
		values[profile] = all[place[profile] as number] as number;
	return {
		values,
		put: (profile, value) => (values[profile] = all[place[profile] as number] = value),
	};
}

function emptyTable(size: number): ProfileTable {
	const values = new Float64Array(size).fill(UNKNOWN);
	return { values, put: (profile, value) => (values[profile] = value) };
}
