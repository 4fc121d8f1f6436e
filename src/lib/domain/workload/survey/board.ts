import { isHandedIn } from './respondent.ts';
import type { SurveyRespondent, SurveyRespondentState } from './types.ts';
import { share, type Share, type UnitKey } from '../../shared/index.ts';

/** How far a group of respondents has come. */
export interface ResponseCounts {
	readonly total: number;
	readonly byState: Readonly<Record<SurveyRespondentState, number>>;
	/** Handed in or validated; what was given back for correction waits again. */
	readonly handedIn: number;
	/** Handed in over all that were asked; null when nobody was. */
	readonly rate: Share | null;
}

/**
 * Counts of respondents by state and the response rate.
 * Example (oracle T22): 230 of 297 handed in → 230 ÷ 297 = 77,4 %. Source: methodology §3.7.
 */
export function countResponses(respondents: readonly Pick<SurveyRespondent, 'state'>[]): ResponseCounts {
	const count = (state: SurveyRespondentState) => respondents.filter((one) => one.state === state).length;
	const total = respondents.length;
	const handedIn = respondents.filter(isHandedIn).length;
	return {
		total,
		byState: {
			'not-started': count('not-started'),
			'in-progress': count('in-progress'),
			submitted: count('submitted'),
			returned: count('returned'),
			validated: count('validated'),
		},
		handedIn,
		rate: total === 0 ? null : share(handedIn / total),
	};
}

/** The same for each unit, in the order in which the units first occur. */
export function countResponsesByUnit(
	respondents: readonly Pick<SurveyRespondent, 'state' | 'unitKey'>[],
): ReadonlyMap<UnitKey, ResponseCounts> {
	const units = Map.groupBy(respondents, (one) => one.unitKey);
	return new Map([...units].map(([key, own]) => [key, countResponses(own)]));
}
