import type { StageLine } from '#lib/domain/training/index.ts';
import type { MunicipalityId } from '#lib/domain/shared/index.ts';
import type { Reader } from '../db/index.ts';

/** What the lines of all plans say of how far their training has come, by the id of the line. */
export async function listStageLines(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<ReadonlyMap<string, StageLine>> {
	const rows = await db
		.selectFrom('plan_item')
		.innerJoin('training_plan', 'training_plan.id', 'plan_item.plan_id')
		.select(['plan_item.id', 'plan_item.status', 'training_plan.status as plan_status'])
		.where('training_plan.municipality_id', '=', municipalityId)
		.execute();
	const evaluated = await evaluatedLines(db, municipalityId);
	return new Map(
		rows.map((row) => [
			row.id,
			{ state: row.status, planState: row.plan_status, isEvaluated: evaluated.has(row.id) },
		]),
	);
}

async function evaluatedLines(db: Reader, municipalityId: MunicipalityId): Promise<ReadonlySet<string>> {
	const sessions = db
		.selectFrom('training_session')
		.innerJoin('plan_item', 'plan_item.id', 'training_session.plan_item_id')
		.innerJoin('training_plan', 'training_plan.id', 'plan_item.plan_id')
		.select('plan_item.id')
		.distinct()
		.where('training_plan.municipality_id', '=', municipalityId);
	const answered = await sessions
		.innerJoin('session_response', 'session_response.training_session_id', 'training_session.id')
		.execute();
	const tested = await sessions
		.innerJoin('evaluation', 'evaluation.training_session_id', 'training_session.id')
		.execute();
	return new Set([...answered, ...tested].map((row) => row.id));
}
