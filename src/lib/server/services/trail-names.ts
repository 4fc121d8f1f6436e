import type { LocalText, Structure } from '#lib/domain/org/index.ts';
import { asId, type MunicipalityId, type VersionId } from '#lib/domain/shared/index.ts';
import type { Ctx } from '../context.ts';
import type { AuditRecord } from '../queries/audit.ts';
import { listCompetencies } from '../queries/competency.ts';
import { listLegalActs, listPolicyAreas, listPowers } from '../queries/legal.ts';
import { listSessionTitles, listStatesOf } from '../queries/trail.ts';
import { readStructure } from './structure-cache.ts';

/** Names of the things that entries point at, by their keys. */
export type ThingNames = Readonly<Record<string, LocalText>>;

/**
 * Names of everything that entries mention by key: of the version looked at, else of the version that an entry belongs
 * to, else as the trail last knew what is gone; and the names of acts, areas, powers and competencies.
 */
export async function namesOfEntries(
	ctx: Ctx,
	at: { readonly municipalityId: MunicipalityId; readonly structure: Structure | null },
	entries: readonly AuditRecord[],
): Promise<ThingNames> {
	if (entries.length === 0) return {};
	const versions = [...new Set(entries.flatMap(({ versionId }) => versionId ?? []))];
	const known: ThingNames[] = [await registerNames(ctx, at.municipalityId, entries)];
	for (const id of versions.slice(0, MOST_VERSIONS)) {
		const structure = await readStructure(ctx.db, asId<VersionId>(id));
		if (structure) known.push(namesIn(structure, entries));
	}
	if (at.structure) known.push(namesIn(at.structure, entries));
	const names: ThingNames = Object.assign({}, ...known);
	return { ...(await goneNames(ctx, at.municipalityId, keysWithout(names, entries))), ...names };
}

/** One page of the history mentions few versions; a file takes the names of so many. */
const MOST_VERSIONS = 12;

/** Names, in a structure, of everything that the entries mention by key. */
export function namesIn(structure: Structure, entries: readonly AuditRecord[]): ThingNames {
	const mentioned = mentionedIn(entries);
	const all: readonly (readonly [string, LocalText])[] = [
		...structure.units.map((unit) => [unit.key, unit.name] as const),
		...structure.posts.map((post) => [post.key, post.title] as const),
		...structure.functions.map((fn) => [fn.key, fn.text] as const),
	];
	return Object.fromEntries(all.filter(([key]) => mentioned.has(key)));
}

async function registerNames(
	ctx: Ctx,
	municipalityId: MunicipalityId,
	entries: readonly AuditRecord[],
): Promise<ThingNames> {
	const mentioned = mentionedIn(entries);
	const all: readonly (readonly [string, LocalText])[] = [
		...(await listLegalActs(ctx.db, [municipalityId])).map((act) => [act.key, act.abbreviation] as const),
		...(await listPolicyAreas(ctx.db)).map((area) => [area.key, area.name] as const),
		...(await listPowers(ctx.db)).map((power) => [power.key, power.text] as const),
		...(await sessionNames(ctx, entries)),
		...(await listCompetencies(ctx.db, municipalityId)).map((one) => [one.key, one.name] as const),
	];
	return Object.fromEntries(all.filter(([key]) => mentioned.has(key)));
}

/** Sessions by the course that they teach. */
async function sessionNames(
	ctx: Ctx,
	entries: readonly AuditRecord[],
): Promise<readonly (readonly [string, LocalText])[]> {
	const keys = entries
		.filter(({ entity }) => entity === 'training-session')
		.map(({ entityKey }) => entityKey);
	return listSessionTitles(ctx.db, [...new Set(keys)]);
}

/** Units, posts and functions that participations and posts point at and no version read has any more. */
function keysWithout(names: ThingNames, entries: readonly AuditRecord[]): readonly string[] {
	const pointed = entries.flatMap(({ entity, entityKey, before, after }) => [
		...(entity === 'participation' ? [entityKey] : []),
		...[before, after].flatMap((state) =>
			['unitKey', 'parentKey', 'postKey', 'functionKey'].map((field) => fieldOf(state, field)),
		),
	]);
	return [...new Set(pointed)].filter((key) => typeof key === 'string').filter((key) => !names[key]);
}

async function goneNames(
	ctx: Ctx,
	municipalityId: MunicipalityId,
	keys: readonly string[],
): Promise<ThingNames> {
	const states = await listStatesOf(ctx.db, municipalityId, keys);
	return Object.fromEntries(
		states.flatMap(({ key, state }) => {
			const name = ['name', 'title', 'text'].map((field) => fieldOf(state, field)).find(isLocalText);
			return name ? [[key, name] as const] : [];
		}),
	);
}

function mentionedIn(entries: readonly AuditRecord[]): ReadonlySet<string> {
	return new Set(
		entries.flatMap(({ entityKey, before, after }) => [entityKey, ...textsIn(before), ...textsIn(after)]),
	);
}

function textsIn(value: unknown): readonly string[] {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function fieldOf(state: unknown, field: string): unknown {
	return typeof state === 'object' && state !== null ? Reflect.get(state, field) : undefined;
}

function isLocalText(value: unknown): value is LocalText {
	return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'bg') === 'string';
}
