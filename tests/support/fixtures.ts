import { loadFixtures } from '#fixtures/load.ts';
import type { Fixtures } from '#fixtures/types.ts';
import { lookUp, type Structure, type StructureLookup } from '#lib/domain/org/index.ts';

/** The demo data, read once per test file. */
export const demo: Fixtures = loadFixtures();

export function demoStructure(slug: string): Structure {
	const structure = demo.structures.find((candidate) => candidate.municipality.slug === slug);
	if (structure === undefined) throw new Error(`no demo municipality ${slug}`);
	return structure;
}

export function demoLookup(slug: string): StructureLookup {
	return lookUp(demoStructure(slug));
}
