import { printOccupationCode, printReference, type OccupationCode } from '#lib/domain/legal/index.ts';
import type { LocalText } from '#lib/domain/org/index.ts';

export interface Names {
	readonly units: ReadonlyMap<string, LocalText>;
	readonly posts: ReadonlyMap<string, LocalText>;
	readonly functions: ReadonlyMap<string, LocalText>;
	readonly activities: ReadonlyMap<string, LocalText>;
	/** Lines of training plans. */
	readonly lines: ReadonlyMap<string, LocalText>;
	readonly registers: RegisterNames;
}

/** What the registers call the policy areas and the acts that functions name by key. */
export interface RegisterNames {
	readonly areas: ReadonlyMap<string, string>;
	/** Abbreviations: „ЗМСМА“. */
	readonly acts: ReadonlyMap<string, string>;
}

/** A thing with names for keys, places in acts as printed, money in euro. */
export function shownThing(thing: object, names: Names): Readonly<Record<string, unknown>> {
	const fields = Object.entries(thing).filter(([field]) => !PRIVATE.has(field));
	return Object.fromEntries(fields.map(([field, value]) => [field, written(field, value, names)]));
}

const PRIVATE: ReadonlySet<string> = new Set([
	'key',
	'id',
	'sort',
	'origin',
	'functionKey',
	'leftOn',
	'courseKey',
]);

function written(field: string, value: unknown, names: Names): unknown {
	if (typeof value === 'string') {
		if (field === 'unitKey' || field === 'parentKey') return names.units.get(value)?.bg ?? value;
		if (field === 'occupation') return printOccupationCode(value as OccupationCode);
		if (field === 'policyArea') return names.registers.areas.get(value) ?? value;
		if (field === 'postKey') return names.posts.get(value)?.bg ?? value;
	}
	if ((field === 'annualCost' || field === 'pricePerPerson') && typeof value === 'number') return value / 100;
	if (field === 'bases' && Array.isArray(value))
		return value
			.map(
				({ reference, actKey }: { reference: object; actKey: string }) =>
					`${printReference(reference)} ${names.registers.acts.get(actKey) ?? actKey}`,
			)
			.join('; ');
	return value;
}
