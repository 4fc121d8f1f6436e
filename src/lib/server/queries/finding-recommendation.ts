import type { RecommendationKind, RecommendationStatus } from '#lib/domain/overlap/index.ts';
import type { FindingId, MunicipalityId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';
import type { RecommendationTable } from '../db/schema/analysis.ts';

export interface Recommendation {
	readonly id: string;
	readonly findingId: FindingId;
	/** Number in the finding, from 1. */
	readonly number: number;
	readonly body: string;
	readonly kind: RecommendationKind;
	readonly impact: number;
	readonly effort: number;
	readonly legalComplexity: number;
	readonly expectedEffect: string;
	readonly status: RecommendationStatus;
	readonly statusReason: string | null;
	readonly revision: number;
}

export type RecommendationEdit = Omit<Recommendation, 'id' | 'findingId' | 'number' | 'revision'>;

export async function listRecommendations(
	db: Reader,
	findingId: FindingId,
): Promise<readonly Recommendation[]> {
	const rows = await db
		.selectFrom('recommendation')
		.selectAll()
		.where('finding_id', '=', findingId)
		.orderBy('number')
		.execute();
	return rows.map(toRecommendation);
}

/** How many recommendations each finding of a municipality has; one without any is absent. */
export async function countRecommendations(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<ReadonlyMap<string, number>> {
	const rows = await db
		.selectFrom('recommendation')
		.innerJoin('finding', 'finding.id', 'recommendation.finding_id')
		.select((eb) => ['recommendation.finding_id', eb.fn.countAll<number>().as('count')])
		.where('finding.municipality_id', '=', municipalityId)
		.groupBy('recommendation.finding_id')
		.execute();
	return new Map(rows.map((row) => [row.finding_id, Number(row.count)]));
}

/** All recommendations of a municipality with the number and title of their finding. */
export async function listMunicipalRecommendations(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<readonly (Recommendation & { readonly findingNumber: number; readonly findingTitle: string })[]> {
	const rows = await db
		.selectFrom('recommendation')
		.innerJoin('finding', 'finding.id', 'recommendation.finding_id')
		.selectAll('recommendation')
		.select(['finding.number as finding_number', 'finding.title as finding_title'])
		.where('finding.municipality_id', '=', municipalityId)
		.orderBy('finding.number')
		.orderBy('recommendation.number')
		.execute();
	return rows.map((row) => ({
		...toRecommendation(row),
		findingNumber: row.finding_number,
		findingTitle: row.finding_title,
	}));
}

export async function findRecommendation(db: Reader, id: string): Promise<Recommendation | undefined> {
	const row = await db.selectFrom('recommendation').selectAll().where('id', '=', id).executeTakeFirst();
	return row && toRecommendation(row);
}

export async function insertRecommendation(
	tx: Tx,
	recommendation: Omit<Recommendation, 'revision' | 'number'> & {
		readonly createdAt: string;
		readonly createdBy: string;
	},
): Promise<void> {
	const last = await tx
		.selectFrom('recommendation')
		.select((eb) => eb.fn.max<number | null>('number').as('number'))
		.where('finding_id', '=', recommendation.findingId)
		.executeTakeFirst();
	await tx
		.insertInto('recommendation')
		.values({
			id: recommendation.id,
			finding_id: recommendation.findingId,
			number: (last?.number ?? 0) + 1,
			...fromEdit(recommendation),
			created_at: recommendation.createdAt,
			created_by: recommendation.createdBy,
		})
		.execute();
}

/** False when somebody else changed it since that revision. */
export async function updateRecommendation(
	tx: Tx,
	id: string,
	revision: number,
	edit: RecommendationEdit,
): Promise<boolean> {
	const result = await tx
		.updateTable('recommendation')
		.set({ ...fromEdit(edit), revision: revision + 1 })
		.where('id', '=', id)
		.where('revision', '=', revision)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

function fromEdit(edit: RecommendationEdit) {
	return {
		body: edit.body,
		kind: edit.kind,
		impact: edit.impact,
		effort: edit.effort,
		legal_complexity: edit.legalComplexity,
		expected_effect: edit.expectedEffect,
		status: edit.status,
		status_reason: edit.statusReason,
	};
}

function toRecommendation(row: Omit<RecommendationTable, 'revision'> & { revision: number }): Recommendation {
	return {
		id: row.id,
		findingId: row.finding_id as FindingId,
		number: row.number,
		body: row.body,
		kind: row.kind,
		impact: row.impact,
		effort: row.effort,
		legalComplexity: row.legal_complexity,
		expectedEffect: row.expected_effect,
		status: row.status,
		statusReason: row.status_reason,
		revision: row.revision,
	};
}
