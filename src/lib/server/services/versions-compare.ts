import { lookUp, type LocalText, type Post, type Structure } from '#lib/domain/org/index.ts';
import { diffStructures, type SetDiff } from '#lib/domain/scenario/index.ts';
import { isWithin, ok, type IsoDate, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import type { StructureVersion } from '../queries/version.ts';
import { readStructure } from './structure-cache.ts';
import { costSight, withoutHiddenCost } from './post-costs.ts';
import { openMunicipality, readableVersions } from './workspace.ts';

/** Which version is meant: by its id, or the one in force on a day. */
export interface VersionChoice {
	readonly versionId: string | null;
	readonly day: IsoDate | null;
}

export const COMPARED = ['unit', 'post', 'function', 'participation', 'activity'] as const;
export type Compared = (typeof COMPARED)[number];

/** One thing that differs between two versions. */
export interface DiffLine {
	/** Key of the thing; of a participation the key of its function. */
	readonly key: string;
	readonly name: LocalText;
	/** The unit where it is; null for a unit and for a function. */
	readonly where: LocalText | null;
	readonly before: unknown;
	readonly after: unknown;
}

export interface DiffGroup {
	readonly kind: Compared;
	readonly created: readonly DiffLine[];
	readonly closed: readonly DiffLine[];
	readonly changed: readonly DiffLine[];
}

export interface VersionComparison {
	readonly from: StructureVersion;
	readonly to: StructureVersion;
	readonly groups: readonly DiffGroup[];
	/** Names of what the differences mention by key. */
	readonly names: Readonly<Record<string, LocalText>>;
}

/** Two versions of a municipality side by side; null while two different ones are not chosen. */
export async function compareVersions(
	ctx: Ctx,
	slug: string,
	asked: { readonly from: VersionChoice; readonly to: VersionChoice },
): Promise<Result<VersionComparison | null, Refused>> {
	const opened = await openMunicipality(ctx, slug, 'municipality.read');
	if (!opened.ok) return opened;
	const { municipality, actor } = opened.value;
	const versions = await readableVersions(ctx, municipality);
	const [from, to] = [chosen(versions, asked.from), chosen(versions, asked.to)];
	if (!from || !to || from.id === to.id) return ok(null);
	const [before, after] = [await readStructure(ctx.db, from.id), await readStructure(ctx.db, to.id)];
	if (!before || !after) return ok(null);
	const sees = costSight(actor, municipality);
	const [left, right] = [withoutCosts(before, sees), withoutCosts(after, sees)];
	return ok({ from, to, groups: groupsOf(left, right), names: { ...namesOf(before), ...namesOf(after) } });
}

function withoutCosts(structure: Structure, sees: (post: Post) => boolean): Structure {
	return { ...structure, posts: structure.posts.map((post) => withoutHiddenCost(post, sees)) };
}

/** `versions` stand newest first; of several in force on one day the adopted one is meant. */
function chosen(
	versions: readonly StructureVersion[],
	{ versionId, day }: VersionChoice,
): StructureVersion | undefined {
	if (day === null) return versions.find(({ id }) => id === versionId);
	const valid = versions.filter(({ validFrom, validTo }) => isWithin(day, { from: validFrom, to: validTo }));
	return valid.find(({ status }) => status === 'frozen') ?? valid[0];
}

function groupsOf(before: Structure, after: Structure): readonly DiffGroup[] {
	const diff = diffStructures(before, after);
	const names: ReadonlyMap<string, LocalText> = new Map(
		Object.entries({ ...namesOf(before), ...namesOf(after) }),
	);
	const nameOf = (key: string): LocalText => names.get(key) ?? { bg: key, en: null };
	return [
		group('unit', diff.units, (one) => ({ key: one.key, name: one.name, where: null })),
		group('post', diff.posts, (one) => ({ key: one.key, name: one.title, where: nameOf(one.unitKey) })),
		group('function', diff.functions, (one) => ({ key: one.key, name: one.text, where: null })),
		group('participation', diff.participations, (one) => ({
			key: one.functionKey,
			name: nameOf(one.functionKey),
			where: nameOf(one.postKey ?? one.unitKey),
		})),
		group('activity', diff.activities, (one) => ({
			key: one.functionKey,
			name: one.name,
			where: nameOf(one.unitKey),
		})),
	];
}

function group<Item>(
	kind: Compared,
	set: SetDiff<Item>,
	words: (item: Item) => Pick<DiffLine, 'key' | 'name' | 'where'>,
): DiffGroup {
	return {
		kind,
		created: set.created.map((after) => ({ ...words(after), before: null, after })),
		closed: set.closed.map((before) => ({ ...words(before), before, after: null })),
		changed: set.changed.map(({ before, after }) => ({ ...words(after), before, after })),
	};
}

function namesOf(structure: Structure): Readonly<Record<string, LocalText>> {
	const { unitByKey, postByKey, functionByKey } = lookUp(structure);
	return Object.fromEntries([
		...[...unitByKey].map(([key, unit]) => [key, unit.name] as const),
		...[...postByKey].map(([key, post]) => [key, post.title] as const),
		...[...functionByKey].map(([key, fn]) => [key, fn.text] as const),
	]);
}
