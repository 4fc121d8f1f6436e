import type { LocalText } from '#lib/domain/org/index.ts';
import {
	computeUnitMatrix,
	filterPairs,
	orderByCluster,
	type PairFilter,
	type UnitMatrix,
} from '#lib/domain/overlap/index.ts';
import { ok, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { studyOverlaps, type OverlapRequest, type OverlapStudy } from './overlap-analysis.ts';

/** The version, or what a scenario would make of it. */
export type OverlapSide = 'before' | 'after';

/** As in the act, or units with common pairs together. */
export type UnitOrder = 'structure' | 'cluster';

/** Unit × unit with the version, and beside it the outcome of a scenario where one is chosen. */
export interface UnitMap {
	readonly units: readonly { readonly key: string; readonly name: LocalText }[];
	readonly cells: UnitMatrix['cells'];
	/** Null without a scenario, or while its analysis still runs. */
	readonly after: UnitMatrix['cells'] | null;
}

/** The version, and the outcome of the chosen scenario or null. */
export interface OverlapStates {
	readonly before: OverlapStudy;
	readonly after: OverlapStudy | null;
}

export async function studyStates(
	ctx: Ctx,
	{ scenarioId = null, ...request }: OverlapRequest,
): Promise<Result<OverlapStates, Refused>> {
	const before = await studyOverlaps(ctx, request);
	if (!before.ok) return before;
	if (scenarioId === null) return ok({ before: before.value, after: null });
	const after = await studyOverlaps(ctx, { ...request, scenarioId });
	return after.ok ? ok({ before: before.value, after: after.value }) : after;
}

/** The map of the pairs that pass the filter; units of both states, those of the version first. */
export function drawUnitMap(
	{ before, after }: OverlapStates,
	{ filter, order = 'structure' }: { readonly filter: PairFilter; readonly order?: UnitOrder },
): UnitMap {
	const standing = new Set(before.opened.structure.units.map(({ key }) => key));
	const added = (after?.opened.structure.units ?? []).filter(({ key }) => !standing.has(key));
	const all = [...before.opened.structure.units, ...added];
	const matrixOf = ({ judged, facts }: OverlapStudy) =>
		computeUnitMatrix(
			all,
			filterPairs(judged, filter, facts).map(({ overlap }) => overlap),
		);
	const was = matrixOf(before);
	const is = after?.analysis ? matrixOf(after) : null;
	const both = computeBoth(was, is);
	const keys = order === 'cluster' ? orderByCluster(both) : both.units;
	const names = new Map(all.map(({ key, name }) => [key, name]));
	return {
		units: keys.map((key) => ({ key, name: names.get(key) ?? { bg: key, en: null } })),
		cells: was.cells,
		after: is?.cells ?? null,
	};
}

/** Units of both matrices in the order of the structure, and all their cells. */
function computeBoth(was: UnitMatrix, is: UnitMatrix | null): UnitMatrix {
	if (!is) return was;
	const met = new Set(was.units);
	return {
		units: [...was.units, ...is.units.filter((key) => !met.has(key))],
		cells: [...was.cells, ...is.cells],
	};
}
