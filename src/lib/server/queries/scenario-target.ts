import { TARGET_METRIC_KEYS, type TargetMetric, type Targets } from '#lib/domain/scenario/index.ts';
import type { ScenarioId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';

export async function findTargets(db: Reader, scenarioId: ScenarioId): Promise<Targets> {
	const rows = await db
		.selectFrom('scenario_target')
		.select(['metric', 'amount'])
		.where('scenario_id', '=', scenarioId)
		.execute();
	const amounts = new Map(rows.map((row) => [row.metric, row.amount]));
	return Object.fromEntries(
		TARGET_METRIC_KEYS.flatMap((metric): readonly (readonly [TargetMetric, number])[] => {
			const amount = amounts.get(metric);
			return amount === undefined ? [] : [[metric, amount]];
		}),
	);
}

/** Writes all targets of a scenario anew. */
export async function replaceTargets(
	tx: Tx,
	scenarioId: ScenarioId,
	targets: Targets,
	made: { readonly at: string; readonly by: string },
): Promise<void> {
	await tx.deleteFrom('scenario_target').where('scenario_id', '=', scenarioId).execute();
	for (const metric of TARGET_METRIC_KEYS) {
		const amount = targets[metric];
		if (amount === undefined) continue;
		await tx
			.insertInto('scenario_target')
			.values({ scenario_id: scenarioId, metric, amount, created_at: made.at, created_by: made.by })
			.execute();
	}
}
