import type { LocalText, Municipality, Structure } from '#lib/domain/org/index.ts';
import { scenarioLimits } from '#lib/domain/scenario/index.ts';
import type { ScenarioId } from '#lib/domain/shared/index.ts';
import type { NeedCause } from '#lib/domain/training/index.ts';
import type { Ctx } from '../context.ts';
import { listParameters } from '../queries/legal.ts';
import { listOperations } from '../queries/operation.ts';
import { findScenario, type ScenarioRecord } from '../queries/scenario.ts';
import { runAsFarAsPossible } from './scenario.ts';
import { readStructure } from './structure-cache.ts';

/** Names of units, posts and functions, also of those that only a scenario brings. */
export interface TrainingWords {
	readonly unit: (key: string) => LocalText;
	readonly post: (key: string) => LocalText;
	readonly functionText: (key: string) => LocalText;
	readonly scenarios: ReadonlyMap<ScenarioId, ScenarioRecord>;
}

/** The words of the structure in force and of the scenarios that needs come from. */
export async function trainingWords(
	ctx: Ctx,
	municipality: Municipality,
	structure: Structure,
	scenarioIds: readonly (ScenarioId | null)[],
): Promise<TrainingWords> {
	const ids = [...new Set(scenarioIds)].filter((id) => id !== null);
	const found = await Promise.all(ids.map((id) => scenarioStructure(ctx, municipality, id)));
	const known = found.filter((entry) => entry !== undefined);
	const structures = [...known.map((entry) => entry.after), structure];
	const units = structures.flatMap(({ units: all }) =>
		all.map((unit) => [unit.key as string, unit.name] as const),
	);
	const posts = structures.flatMap(({ posts: all }) =>
		all.map((post) => [post.key as string, post.title] as const),
	);
	const functions = structures.flatMap(({ functions: all }) =>
		all.map((fn) => [fn.key as string, fn.text] as const),
	);
	return {
		unit: named(new Map(units)),
		post: named(new Map(posts)),
		functionText: named(new Map(functions)),
		scenarios: new Map(known.map(({ scenario }) => [scenario.id, scenario])),
	};
}

/** The names that a cause speaks of. */
export function causeWords(cause: NeedCause, words: TrainingWords) {
	return {
		functionText: 'functionKey' in cause ? words.functionText(cause.functionKey) : null,
		postTitle: 'postKey' in cause ? words.post(cause.postKey) : null,
	};
}

function named(names: ReadonlyMap<string, LocalText>): (key: string) => LocalText {
	return (key) => names.get(key) ?? { bg: key, en: null };
}

async function scenarioStructure(ctx: Ctx, municipality: Municipality, id: ScenarioId) {
	const scenario = await findScenario(ctx.db, id);
	const baseline = scenario && (await readStructure(ctx.db, scenario.baseVersionId));
	if (!scenario || !baseline) return undefined;
	const limits = scenarioLimits(await listParameters(ctx.db), scenario.effectiveOn, municipality.id);
	const operations = await listOperations(ctx.db, id);
	const after = limits.ok ? runAsFarAsPossible(baseline, operations, limits.value).run.after : baseline;
	return { scenario, after };
}
