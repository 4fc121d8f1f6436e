import type {
	IsoDate,
	MunicipalityId,
	ProposalId,
	ScenarioId,
	UnitKey,
	UserId,
} from '#lib/domain/shared/index.ts';
import type { Reader } from '../db/index.ts';

/**
 * Amendments on the table without an opinion of the leading committee, by proposal: their numbers. One that was put to
 * the vote waits for no opinion any more.
 */
export async function listAmendmentsWithoutOpinion(
	db: Reader,
	proposalIds: readonly ProposalId[],
): Promise<ReadonlyMap<ProposalId, readonly number[]>> {
	if (proposalIds.length === 0) return new Map();
	const filed = await db
		.selectFrom('amendment')
		.select(['proposal_id', 'number'])
		.where('proposal_id', 'in', proposalIds)
		.where('state', '=', 'filed')
		.where('opinion', 'is', null)
		.orderBy('number')
		.execute();
	const ballots = await db
		.selectFrom('ballot')
		.select(['proposal_id', 'items'])
		.where('proposal_id', 'in', proposalIds)
		.where('subject', '=', 'amendments')
		.where('withdrawn_at', 'is', null)
		.execute();
	const voted = new Set(
		ballots.flatMap(({ proposal_id, items }) =>
			(JSON.parse(items) as readonly string[]).map((item) => `${proposal_id} ${item}`),
		),
	);
	const open = filed.filter(({ proposal_id, number }) => !voted.has(`${proposal_id} ${number}`));
	const grouped = Map.groupBy(open, ({ proposal_id }) => proposal_id as ProposalId);
	return new Map([...grouped].map(([id, rows]) => [id, rows.map(({ number }) => number)]));
}

/** Questions on proposals, by proposal: how many wait for an answer, and how many of one asker were answered. */
export async function countQuestions(
	db: Reader,
	proposalIds: readonly ProposalId[],
	askedBy: UserId,
): Promise<ReadonlyMap<ProposalId, { readonly open: number; readonly answeredOwn: number }>> {
	if (proposalIds.length === 0) return new Map();
	const rows = await db
		.selectFrom('proposal_question')
		.select(['proposal_id', 'answered_on', 'asked_by'])
		.where('proposal_id', 'in', proposalIds)
		.execute();
	const grouped = Map.groupBy(rows, (row) => row.proposal_id as ProposalId);
	return new Map(
		[...grouped].map(([id, own]) => [
			id,
			{
				open: own.filter((row) => row.answered_on === null).length,
				answeredOwn: own.filter((row) => row.answered_on !== null && row.asked_by === askedBy).length,
			},
		]),
	);
}

/** Units of drafts that are with their heads, or came back from them. */
export async function listLiveDelegations(db: Reader, municipalityId: MunicipalityId) {
	const rows = await db
		.selectFrom('scenario_delegation')
		.innerJoin('scenario', 'scenario.id', 'scenario_delegation.scenario_id')
		.select([
			'scenario_delegation.id',
			'scenario_delegation.scenario_id',
			'scenario_delegation.unit_key',
			'scenario_delegation.delegate_id',
			'scenario_delegation.due_on',
			'scenario_delegation.state',
			'scenario.name',
		])
		.where('scenario.municipality_id', '=', municipalityId)
		.where('scenario.status', '=', 'draft')
		.where('scenario_delegation.state', 'in', ['open', 'returned'])
		.orderBy('scenario_delegation.created_at')
		.execute();
	return rows.map((row) => ({
		...{ id: row.id, scenarioId: row.scenario_id as ScenarioId, scenario: row.name, state: row.state },
		...{ unitKey: row.unit_key as UnitKey, delegateId: row.delegate_id as UserId },
		dueOn: row.due_on as IsoDate | null,
	}));
}

/** Answers that were handed in and wait to be validated, by survey and unit. */
export async function countSubmittedAnswers(db: Reader, municipalityId: MunicipalityId) {
	const rows = await db
		.selectFrom('survey_respondent')
		.innerJoin('survey_campaign', 'survey_campaign.id', 'survey_respondent.campaign_id')
		.select((eb) => [
			'survey_campaign.id',
			'survey_campaign.validator',
			'survey_campaign.name_bg',
			'survey_campaign.name_en',
			'survey_respondent.unit_key',
			eb.fn.countAll<number>().as('answers'),
		])
		.where('survey_campaign.municipality_id', '=', municipalityId)
		.where('survey_campaign.applied_at', 'is', null)
		.where('survey_respondent.state', '=', 'submitted')
		.groupBy([
			'survey_campaign.id',
			'survey_campaign.validator',
			'survey_campaign.name_bg',
			'survey_campaign.name_en',
			'survey_respondent.unit_key',
		])
		.orderBy('survey_campaign.id')
		.execute();
	return rows.map((row) => ({
		...{ id: row.id, validator: row.validator, unitKey: row.unit_key as UnitKey },
		...{ name: { bg: row.name_bg, en: row.name_en }, answers: Number(row.answers) },
	}));
}

/** Open training needs that stand on no line of a plan: those of adopted operations, and those whose day is near. */
export async function countNeedsWithoutLine(
	db: Reader,
	municipalityId: MunicipalityId,
	before: IsoDate,
): Promise<{ readonly adopted: number; readonly near: number }> {
	const rows = await db
		.selectFrom('training_need')
		.leftJoin('operation', 'operation.id', 'training_need.operation_id')
		.leftJoin('scenario', 'scenario.id', 'operation.scenario_id')
		.leftJoin('plan_item_need', 'plan_item_need.need_id', 'training_need.id')
		.select(['scenario.status', 'training_need.due_on'])
		.where('training_need.municipality_id', '=', municipalityId)
		.where('training_need.state', '=', 'open')
		.where('plan_item_need.need_id', 'is', null)
		.execute();
	return {
		adopted: rows.filter(({ status }) => status === 'adopted').length,
		near: rows.filter(({ due_on }) => due_on !== null && due_on <= before).length,
	};
}

/** Lines of open plans that are still only planned, by their quarter. */
export async function listPlannedQuarters(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<readonly { readonly year: number; readonly quarter: number }[]> {
	return db
		.selectFrom('plan_item')
		.innerJoin('training_plan', 'training_plan.id', 'plan_item.plan_id')
		.select(['training_plan.year', 'plan_item.quarter'])
		.where('training_plan.municipality_id', '=', municipalityId)
		.where('training_plan.status', '!=', 'closed')
		.where('plan_item.status', '=', 'planned')
		.execute();
}
