import { can } from '#lib/domain/access/index.ts';
import type { LocalText, Post, Structure } from '#lib/domain/org/index.ts';
import {
	depthFirst,
	ok,
	type FunctionKey,
	type PostKey,
	type Result,
	type UnitKey,
} from '#lib/domain/shared/index.ts';
import { packFunctionPlace, paperAndPractice, type FunctionPlace } from '#lib/domain/workload/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { listFunctionRevisions } from '../queries/function.ts';
import { listPolicyAreas, type PolicyArea } from '../queries/legal.ts';
import { costSight } from './post-costs.ts';
import { getWorkloadByUnit, type OpenWorkload } from './workload.ts';
import type { WorkspaceAddress } from './workspace.ts';

/** Who has what to do with what, as columns of numbers, because there may be tens of thousands of them. */
export interface MatrixColumns {
	/** By the place of a function in `functions`: where its links end; they begin where those of the one before it end. */
	readonly ends: readonly number[];
	/** Places in `units`; of a post its place in `posts` after all units. */
	readonly places: readonly number[];
	/** Marks and work, as `packFunctionPlace` puts them together. */
	readonly cells: readonly number[];
}

export interface FunctionMatrix {
	readonly municipality: LocalText;
	/** Areas with at least one function. */
	readonly areas: readonly PolicyArea[];
	/** By area, then as in the act. */
	readonly functions: readonly {
		readonly key: FunctionKey;
		readonly text: LocalText;
		readonly area: string;
		readonly revision: number;
	}[];
	/** In the order of the act, a superior before its subordinates. */
	readonly units: readonly {
		readonly key: UnitKey;
		readonly name: LocalText;
		readonly parentKey: UnitKey | null;
		/** Yearly cost of a full post in euro cents, on the average of the posts whose cost is known; null without any. */
		readonly price: number | null;
	}[];
	readonly posts: readonly { readonly key: PostKey; readonly title: LocalText; readonly unitKey: UnitKey }[];
	readonly links: MatrixColumns;
	/** Counted work, so that a cell can name what it is made of; places in `functions` and `units`. */
	readonly activities: readonly {
		readonly fn: number;
		readonly unit: number;
		readonly name: LocalText;
		readonly fte: number | null;
	}[];
	/** Whether the person may change the version shown. */
	readonly isEditable: boolean;
}

/** Who takes part in what, on paper and in practice: the material of the matrix function × unit. */
export async function readMatrix(
	ctx: Ctx,
	address: WorkspaceAddress,
): Promise<Result<FunctionMatrix, Refused>> {
	const opened = await getWorkloadByUnit(ctx, address);
	if (!opened.ok) return opened;
	const { structure, version, municipality, actor } = opened.value;
	const areas = usedAreas(structure, await listPolicyAreas(ctx.db));
	const byArea = Map.groupBy(structure.functions, (fn) => fn.policyArea);
	const functions = areas.flatMap(({ key }) => byArea.get(key) ?? []);
	const units = depthFirst(structure.units).map(({ item }) => item);
	const revisions = await listFunctionRevisions(ctx.db, version.id);
	const fteOf = fteByActivity(opened.value);
	const postsOf = Map.groupBy(structure.posts, (post) => post.unitKey);
	const functionAt = placesOf(functions);
	const unitAt = placesOf(units);
	const sees = costSight(actor, municipality);
	return ok({
		areas,
		functions: functions.map(({ key, text, policyArea }) => ({
			...{ key, text, area: policyArea },
			revision: revisions.get(key) ?? 0,
		})),
		units: units.map(({ key, name, parentKey }) => ({
			...{ key, name, parentKey, price: priceOf(postsOf.get(key) ?? [], sees({ unitKey: key })) },
		})),
		posts: structure.posts.map(({ key, title, unitKey }) => ({ key, title, unitKey })),
		links: columnsOf(
			paperAndPractice(structure, (key) => fteOf.get(key)),
			{ functions, units: unitAt, posts: placesOf(structure.posts) },
		),
		activities: structure.activities.flatMap(({ key, functionKey, unitKey, name }) => {
			const [fn, unit] = [functionAt.get(functionKey), unitAt.get(unitKey)];
			if (fn === undefined || unit === undefined) return [];
			return [{ fn, unit, name, fte: fteOf.get(key) ?? null }];
		}),
		municipality: municipality.name,
		isEditable:
			version.status === 'working' && can(actor, 'structure.edit', { municipalityId: municipality.id }),
	});
}

/** Posts whose mean cost no longer tells what one person is paid. */
const LEAST_POSTS = 3;

/**
 * What a full post costs in a year: the average of the approved posts whose cost is known. Of fewer than three posts it
 * is told only to whoever sees what each of them costs.
 */
function priceOf(posts: readonly Pick<Post, 'approved' | 'annualCost'>[], seesEach: boolean): number | null {
	const known = posts.filter((post) => post.annualCost !== null);
	const count = known.reduce((sum, { approved }) => sum + approved, 0);
	if (count === 0 || (count < LEAST_POSTS && !seesEach)) return null;
	return known.reduce((sum, { approved, annualCost }) => sum + approved * (annualCost ?? 0), 0) / count;
}

function usedAreas(structure: Structure, areas: readonly PolicyArea[]): readonly PolicyArea[] {
	const used = new Set(structure.functions.map((fn) => fn.policyArea));
	return areas.filter((one) => used.has(one.key));
}

/** Full posts of each counted activity, the same numbers as on the page about workload. */
export function fteByActivity({ report }: Pick<OpenWorkload, 'report'>): ReadonlyMap<string, number> {
	if (!report.ok) return new Map();
	const terms = [...report.value.units.values()].flatMap((unit) => unit.terms?.activities ?? []);
	return new Map(terms.map((term): [string, number] => [term.activity.key, term.fte.expected]));
}

function placesOf(items: readonly { readonly key: string }[]): ReadonlyMap<string, number> {
	return new Map(items.map(({ key }, at): [string, number] => [key, at]));
}

type Places = ReadonlyMap<string, number>;

interface MatrixEdges {
	readonly functions: Structure['functions'];
	readonly units: Places;
	readonly posts: Places;
}

function columnsOf(lines: readonly FunctionPlace[], { functions, units, posts }: MatrixEdges): MatrixColumns {
	const byFunction = Map.groupBy(
		lines.filter(({ unitKey }) => units.has(unitKey)),
		({ functionKey }) => functionKey,
	);
	const shown = functions.map(({ key }) => byFunction.get(key) ?? []);
	const inOrder = shown.flat();
	let end = 0;
	return {
		ends: shown.map(({ length }) => (end += length)),
		places: inOrder.map(({ unitKey, postKey }) => {
			const post = postKey === null ? undefined : posts.get(postKey);
			return post === undefined ? (units.get(unitKey) ?? -1) : units.size + post;
		}),
		cells: inOrder.map(packFunctionPlace),
	};
}
