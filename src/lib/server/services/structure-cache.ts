import type { Structure } from '#lib/domain/org/index.ts';
import type { VersionId } from '#lib/domain/shared/index.ts';
import type { Db } from '../db/index.ts';
import { findMunicipalityRevision } from '../queries/municipality.ts';
import { loadStructure } from '../queries/structure.ts';
import { findVersion } from '../queries/version.ts';

const MAX_STRUCTURES = 12;
const caches = new WeakMap<Db, Map<string, Structure>>();

/**
 * The structure of a version, loaded once for each of its revisions. Every change of anything in a version
 * makes its revision grow (`touchVersion`), every change of the place itself that of the municipality, so what is
 * remembered is never stale.
 */
export async function readStructure(db: Db, versionId: VersionId): Promise<Structure | undefined> {
	const version = await findVersion(db, versionId);
	if (!version) return undefined;
	const cache = cacheOf(db);
	const place = await findMunicipalityRevision(db, version.municipalityId);
	const mark = `${versionId}:${version.revision}:${version.status}:${place}`;
	const known = cache.get(mark);
	if (known) return known;
	const structure = await loadStructure(db, versionId);
	if (!structure) return undefined;
	if (cache.size >= MAX_STRUCTURES) cache.delete(cache.keys().next().value ?? '');
	cache.set(mark, structure);
	return structure;
}

function cacheOf(db: Db): Map<string, Structure> {
	const known = caches.get(db);
	if (known) return known;
	const made = new Map<string, Structure>();
	caches.set(db, made);
	return made;
}
