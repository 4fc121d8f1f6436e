import type { SurveyItem, SurveyItemId } from '#lib/domain/workload/index.ts';
import { foldText, type UnitKey } from '#lib/domain/shared/index.ts';

/** The lists of the page on which one chooses; no item stands in two of them. */
export interface ChoiceLists {
	readonly unit: readonly SurveyItem[];
	/** Chosen from outside the unit. */
	readonly others: readonly SurveyItem[];
	readonly query: string;
	readonly found: readonly SurveyItem[];
	readonly foundTotal: number;
	readonly own: readonly SurveyItem[];
}

/** More is a list that nobody reads on a phone. */
const MOST_FOUND = 30;

/** Divides the items for a respondent; the search finds items that contain every word, in any order and case. */
export function choiceLists(given: {
	readonly items: readonly SurveyItem[];
	readonly unitKey: UnitKey;
	readonly chosen: ReadonlySet<SurveyItemId>;
	readonly query: string;
}): ChoiceLists {
	const ofCampaign = given.items.filter((item) => item.respondentId === null);
	const isOwnUnit = (item: SurveyItem) => item.unitKey === given.unitKey || item.unitKey === null;
	const elsewhere = ofCampaign.filter((item) => !isOwnUnit(item));
	const query = given.query.trim().slice(0, 200);
	const words = foldText(query).split(/\s+/).filter(Boolean);
	const matches = elsewhere.filter((item) => {
		const text = foldText(`${item.text.bg} ${item.text.en ?? ''}`);
		return words.length > 0 && !given.chosen.has(item.id) && words.every((word) => text.includes(word));
	});
	return {
		unit: ofCampaign.filter(isOwnUnit),
		others: elsewhere.filter((item) => given.chosen.has(item.id)),
		query,
		found: matches.slice(0, MOST_FOUND),
		foundTotal: matches.length,
		own: given.items.filter((item) => item.respondentId !== null),
	};
}
