import {
	lookUp,
	type LocalText,
	type OrgUnit,
	type PostCategory,
	type Structure,
} from '#lib/domain/org/index.ts';
import { diffStructures } from '#lib/domain/scenario/index.ts';
import { ok, type Headcount, type PostKey, type Result, type UnitKey } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { listScenarios } from '../queries/scenario.ts';
import { readStructure } from './structure-cache.ts';
import {
	openMunicipality,
	openStructure,
	readableVersions,
	type OpenStructure,
	type WorkspaceAddress,
} from './workspace.ts';

/** A line of the staffing table as the chart draws it. */
export interface PostLine {
	readonly key: PostKey;
	readonly unitKey: UnitKey;
	readonly title: LocalText;
	readonly approved: Headcount;
	readonly category: PostCategory;
	readonly isHead: boolean;
}

/** Two units that work on the same functions: one answers, the other takes part or is consulted. */
export interface UnitRelation {
	readonly fromKey: UnitKey;
	readonly toKey: UnitKey;
	readonly role: 'participates' | 'consulted';
	readonly functions: number;
}

/** What differs from the version before. */
export interface VersionChange {
	readonly before: LocalText;
	readonly created: readonly UnitKey[];
	readonly moved: readonly { readonly key: UnitKey; readonly fromKey: UnitKey | null }[];
	readonly changed: readonly UnitKey[];
	/** Units that are no more, with their last superior. */
	readonly closed: readonly OrgUnit[];
}

export interface StructureChart {
	/** In the order of the act. */
	readonly posts: readonly PostLine[];
	readonly relations: readonly UnitRelation[];
	/** Null when there is no version to compare with, or nobody asked. */
	readonly change: VersionChange | null;
}

/** What the chart shows besides the units: posts, relations between units, what changed. */
export async function viewStructureChart(
	ctx: Ctx,
	address: WorkspaceAddress,
	{ withChange }: { readonly withChange: boolean },
): Promise<Result<StructureChart, Refused>> {
	const opened = await openStructure(ctx, address);
	if (!opened.ok) return opened;
	const { structure } = opened.value;
	return ok({
		posts: structure.posts.map(({ key, unitKey, title, approved, category, isHead }) => ({
			...{ key, unitKey, title, approved, category, isHead },
		})),
		relations: unitRelations(structure),
		change: withChange ? await changeOf(ctx, opened.value) : null,
	});
}

/** Scenarios into which the actor can write a move; none for whoever may not. */
export async function listDrafts(
	ctx: Ctx,
	slug: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
	const found = await openMunicipality(ctx, slug, 'scenario.edit');
	if (!found.ok) return [];
	const scenarios = await listScenarios(ctx.db, found.value.municipality.id);
	return scenarios.filter(({ status }) => status === 'draft').map(({ id, name }) => ({ id, name }));
}

/** Pairs of units by functions that they share, in the order of the functions. */
export function unitRelations(structure: Structure): readonly UnitRelation[] {
	const { participationsByFunction } = lookUp(structure);
	const counts = new Map<string, UnitRelation>();
	for (const fn of structure.functions) {
		const parts = participationsByFunction.get(fn.key) ?? [];
		const owner = parts.find((part) => part.role === 'accountable');
		if (!owner) continue;
		const seen = new Set<string>();
		for (const { unitKey, role } of parts) {
			if (unitKey === owner.unitKey || (role !== 'participates' && role !== 'consulted')) continue;
			const key = `${owner.unitKey} ${unitKey} ${role}`;
			if (seen.has(key)) continue;
			seen.add(key);
			const functions = (counts.get(key)?.functions ?? 0) + 1;
			counts.set(key, { fromKey: owner.unitKey, toKey: unitKey, role, functions });
		}
	}
	return [...counts.values()];
}

async function changeOf(
	ctx: Ctx,
	{ municipality, version, structure }: OpenStructure,
): Promise<VersionChange | null> {
	const versions = await readableVersions(ctx, municipality);
	const at = versions.findIndex((one) => one.id === version.id);
	const previous = versions.find((one) => one.id === version.basedOnId) ?? versions[at + 1];
	const before = previous && (await readStructure(ctx.db, previous.id));
	if (!previous || !before) return null;
	const { units, posts } = diffStructures(before, structure);
	const resized = [
		...posts.created.map((post) => post.unitKey),
		...posts.closed.map((post) => post.unitKey),
		...posts.changed.flatMap((change) => [change.before.unitKey, change.after.unitKey]),
	];
	const moved = units.changed.filter((change) => change.isMoved);
	const changed = [
		...units.changed.filter((change) => !change.isMoved).map((change) => change.after.key),
		...resized,
	];
	return {
		before: previous.label,
		created: units.created.map((unit) => unit.key),
		moved: moved.map(({ before: { parentKey }, after: { key } }) => ({ key, fromKey: parentKey })),
		changed: [...new Set(changed)],
		closed: units.closed,
	};
}
