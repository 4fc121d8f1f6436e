import { can, seesAllPeople, type Actor } from '#lib/domain/access/index.ts';
import type { LocalText, Municipality } from '#lib/domain/org/index.ts';
import {
	addDays,
	foldText,
	ok,
	type IsoDate,
	type MunicipalityId,
	type Result,
} from '#lib/domain/shared/index.ts';
import { dayStart, type Ctx, type Refused } from '../context.ts';
import type { AuditRecord } from '../queries/audit.ts';
import { findKeysNamed, findTrail, listTrailActors, type TrailQuery } from '../queries/trail.ts';
import { namesOfEntries, type ThingNames } from './trail-names.ts';
import { withoutPeople } from './trail-training.ts';
import { openMunicipality, openStructure, readableVersions, type WorkspaceAddress } from './workspace.ts';

/** What the history is about, in the order of the filter. */
export const TRAIL_KINDS = [
	'unit',
	'post',
	'function',
	'participation',
	'activity',
	'workload-allowance',
	'version',
	'municipality',
	'settlement',
	'councillor',
	'parameter',
	'user',
	'import',
	'import-map',
	'regulation',
	'legal-act',
	'provision',
	'basis-mark',
	'overlap',
	'requirement',
	'course',
	'training-plan',
	'training-session',
	'employee',
] as const;
export type TrailKind = (typeof TRAIL_KINDS)[number];

/** Kinds that speak of persons: only whoever sees all people of the municipality finds them here. */
const PERSONAL: ReadonlySet<TrailKind> = new Set(['employee']);

export interface TrailFilter {
	readonly query: string;
	readonly person: string | null;
	readonly kind: TrailKind | null;
	/** Key of one thing. */
	readonly key: string | null;
	readonly from: IsoDate | null;
	/** The last day that still counts. */
	readonly to: IsoDate | null;
}

export interface TrailPage {
	readonly entries: readonly AuditRecord[];
	readonly names: ThingNames;
	/** Labels of the versions that the entries belong to, by id; those that are gone are absent. */
	readonly versions: ThingNames;
	readonly count: number;
	readonly page: number;
	readonly pages: number;
	readonly kinds: readonly TrailKind[];
	readonly people: readonly { readonly id: string; readonly name: string }[];
}

const PAGE_LENGTH = 50;
/** A file that a spreadsheet program still opens at once. */
const MOST_EXPORTED = 20_000;

/** One page of the history of a municipality, newest first: all of it, or for HR what it did itself and what is about people. */
export async function showTrail(
	ctx: Ctx,
	address: WorkspaceAddress,
	asked: { readonly filter: TrailFilter; readonly page: number },
): Promise<Result<TrailPage, Refused>> {
	const opened = await openMunicipality(ctx, address.slug, 'trail.read');
	if (!opened.ok) return opened;
	const { actor, municipality } = opened.value;
	const kinds = kindsFor(actor, municipality.id);
	const ownBut = ownButOf(actor, municipality.id);
	const query = await queryOf(ctx, asked.filter, { municipalityId: municipality.id, kinds, ownBut });
	const offset = (asked.page - 1) * PAGE_LENGTH;
	const found = await findTrail(ctx.db, query, { limit: PAGE_LENGTH, offset });
	const { count } = found;
	const entries = found.entries.map(withoutPeople);
	return ok({
		entries,
		names: await namesFor(ctx, address, municipality.id, entries),
		versions: await versionsOf(ctx, municipality, entries),
		count,
		page: asked.page,
		pages: Math.max(1, Math.ceil(count / PAGE_LENGTH)),
		kinds,
		people: await listTrailActors(ctx.db, query),
	});
}

export interface TrailFile extends Pick<TrailPage, 'entries' | 'names' | 'versions' | 'count'> {
	readonly municipality: LocalText;
}

/** What a filter finds, newest first, for a file; `count` says how much there is when it is more than a file takes. */
export async function exportTrail(
	ctx: Ctx,
	address: WorkspaceAddress,
	filter: TrailFilter,
	most = MOST_EXPORTED,
): Promise<Result<TrailFile, Refused>> {
	const opened = await openMunicipality(ctx, address.slug, 'trail.read');
	if (!opened.ok) return opened;
	const { actor, municipality } = opened.value;
	const query = await queryOf(ctx, filter, {
		municipalityId: municipality.id,
		kinds: kindsFor(actor, municipality.id),
		ownBut: ownButOf(actor, municipality.id),
	});
	const found = await findTrail(ctx.db, query, { limit: most, offset: 0 });
	const { count } = found;
	const entries = found.entries.map(withoutPeople);
	return ok({
		...{ municipality: municipality.name, entries, count },
		names: await namesFor(ctx, address, municipality.id, entries),
		versions: await versionsOf(ctx, municipality, entries),
	});
}

function kindsFor(actor: Actor, municipalityId: MunicipalityId): readonly TrailKind[] {
	const mayReadPeople = can(actor, 'people.read', { municipalityId }) && seesAllPeople(actor, municipalityId);
	return TRAIL_KINDS.filter((kind) => mayReadPeople || !PERSONAL.has(kind));
}

/** Whoever may not read the whole trail finds the own changes, and everything about people where those are theirs. */
function ownButOf(actor: Actor, municipalityId: MunicipalityId): TrailQuery['ownBut'] {
	if (can(actor, 'audit.read', { municipalityId })) return null;
	const entities = kindsFor(actor, municipalityId).filter((kind) => PERSONAL.has(kind));
	return { actorId: actor.userId, entities };
}

async function queryOf(
	ctx: Ctx,
	filter: TrailFilter,
	{
		municipalityId,
		kinds,
		ownBut,
	}: Pick<TrailQuery, 'municipalityId' | 'ownBut'> & { readonly kinds: readonly TrailKind[] },
): Promise<TrailQuery> {
	const folded = foldText(filter.query);
	const asked = kinds.filter((kind) => filter.kind === null || kind === filter.kind || isPart(filter, kind));
	return {
		municipalityId,
		ownBut,
		entities: asked,
		key: filter.key,
		folded,
		named: await findKeysNamed(ctx.db, municipalityId, folded),
		actorId: filter.person,
		from: filter.from === null ? null : dayStart(filter.from),
		before: filter.to === null ? null : dayStart(addDays(filter.to, 1)),
	};
}

/** The history of one function includes who takes part in it. */
function isPart(filter: TrailFilter, kind: TrailKind): boolean {
	return filter.key !== null && filter.kind === 'function' && kind === 'participation';
}

async function namesFor(
	ctx: Ctx,
	address: WorkspaceAddress,
	municipalityId: MunicipalityId,
	entries: readonly AuditRecord[],
): Promise<ThingNames> {
	const opened = entries.length === 0 ? null : await openStructure(ctx, address);
	const structure = opened?.ok ? opened.value.structure : null;
	const names = await namesOfEntries(ctx, { municipalityId, structure }, entries);
	const versions = await readableVersions(ctx, { id: municipalityId });
	return { ...Object.fromEntries(versions.map(({ id, label }) => [id, label])), ...names };
}

/** The versions that entries belong to, for a link and a name; one that is gone is absent. */
async function versionsOf(
	ctx: Ctx,
	municipality: Pick<Municipality, 'id'>,
	entries: readonly AuditRecord[],
): Promise<ThingNames> {
	const mentioned = new Set(entries.map(({ versionId }) => versionId));
	const versions = await readableVersions(ctx, municipality);
	return Object.fromEntries(
		versions.filter(({ id }) => mentioned.has(id)).map(({ id, label }) => [id, label]),
	);
}
