import type { LocalText } from '#lib/domain/org/index.ts';
import { share, type Share } from '#lib/domain/shared/index.ts';
import type { SurveyRespondentId } from '#lib/domain/workload/index.ts';
import type { Reader, Tx } from '../db/index.ts';

/** A part of what was begun by the link and gave way to a questionnaire. */
export interface ReplacedAnswer {
	/** An item as the person answered it or as it was validated, the time of an area, or a text of the person. */
	readonly kind: 'item' | 'validated' | 'group' | 'obstacles' | 'systems';
	readonly text: LocalText;
	/** Null for what was said in words. */
	readonly share: Share | null;
}

/** Keeps what stood on a seat, in its order. */
export async function insertReplacedAnswers(
	tx: Tx,
	of: { readonly respondentId: SurveyRespondentId; readonly at: string; readonly newId: () => string },
	answers: readonly ReplacedAnswer[],
): Promise<void> {
	for (const [sort, { kind, text, share: part }] of answers.entries())
		await tx
			.insertInto('survey_replaced_answer')
			.values({
				...{ id: of.newId(), respondent_id: of.respondentId, replaced_at: of.at, sort, kind, share: part },
				...{ text_bg: text.bg, text_en: text.en },
			})
			.execute();
}

/** What was replaced on a seat, the latest replacement first. */
export async function listReplacedAnswers(
	db: Reader,
	respondentId: SurveyRespondentId,
): Promise<readonly (ReplacedAnswer & { readonly replacedAt: string })[]> {
	const rows = await db
		.selectFrom('survey_replaced_answer')
		.select(['kind', 'text_bg', 'text_en', 'share', 'replaced_at'])
		.where('respondent_id', '=', respondentId)
		.orderBy('replaced_at', 'desc')
		.orderBy('sort')
		.execute();
	return rows.map((row) => ({
		text: { bg: row.text_bg, en: row.text_en },
		kind: row.kind,
		share: row.share === null ? null : share(row.share),
		replacedAt: row.replaced_at,
	}));
}

/** Forgets what was replaced on a seat. */
export async function deleteReplacedAnswers(tx: Tx, respondentId: SurveyRespondentId): Promise<void> {
	await tx.deleteFrom('survey_replaced_answer').where('respondent_id', '=', respondentId).execute();
}
