import {
	assessmentKey,
	isSmallGroup,
	latestAssessments,
	needStage,
	type NeedCoverage,
	type NeedStage,
	type StageLine,
} from '#lib/domain/training/index.ts';
import type { Ctx } from '../context.ts';
import { listStageLines } from '../queries/need-stage.ts';
import type { PlanItemRecord } from '../queries/training-plan.ts';
import type { KeptNeed } from './training-need.ts';
import { seesUnit, type OpenTraining } from './training.ts';

/**
 * How far each need has come, by what stands in the plans and what people know today; what one or two people know
 * counts only for whoever may see them.
 */
export async function needStages(
	ctx: Ctx,
	training: OpenTraining,
	plans: {
		readonly lines: readonly PlanItemRecord[];
		readonly coverage: ReadonlyMap<string, NeedCoverage>;
	},
): Promise<(need: KeptNeed) => NeedStage | null> {
	const facts = await listStageLines(ctx.db, training.municipality.id);
	const latest = latestAssessments(training.assessments, training.asOf);
	const byNeed = new Map<string, StageLine[]>();
	for (const line of plans.lines) {
		const fact = facts.get(line.id);
		if (fact === undefined) continue;
		for (const id of line.needIds) byNeed.set(id, [...(byNeed.get(id) ?? []), fact]);
	}
	return (need) => {
		const { competencyKey } = need;
		const mayTell = seesUnit(training.view, need.unitKey) || !isSmallGroup(need.people.length);
		return needStage(need, {
			coverage: plans.coverage.get(need.key),
			lines: byNeed.get(need.id) ?? [],
			levelOf: (person) =>
				competencyKey !== null && mayTell
					? (latest.get(assessmentKey(person, competencyKey))?.level ?? null)
					: null,
		});
	};
}
