import { createHash } from 'node:crypto';
import type { Structure } from '#lib/domain/org/index.ts';

/** SHA-256 over the content of a structure version, with the keys of every object in alphabetical order. */
export function structureHash(structure: Structure): string {
	const { units, posts, functions, participations, activities, allowances } = structure;
	return hashOf({ units, posts, functions, participations, activities, allowances });
}

/** SHA-256 of a value as canonical JSON, in hexadecimal. */
export function hashOf(value: unknown): string {
	return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

function canonicalJson(value: unknown): string {
	return JSON.stringify(value, (_key, part: unknown) => {
		if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
		return Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)));
	});
}
