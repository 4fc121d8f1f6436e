import { parameterNumber, type ParameterSet } from '../legal/index.ts';
import type { IsoDate } from '../shared/index.ts';

/** The rules of sessions as they stand on a day; undefined where nobody decided one, and then nothing follows from it. */
export interface SessionTerms {
	/** Percent of the days of a session on which whoever took part was present. */
	readonly attendedPercent: number | undefined;
	/** One of so many people of a unit may be in training on a day; more is a conflict. 3: a third of the unit. */
	readonly awayOneOf: number | undefined;
	/** Months after the last day from which and until which the manager says whether a training is applied. */
	readonly managerMonths: MonthTerm | undefined;
	/** Days in which the link of a participant can be answered. */
	readonly answerDays: number | undefined;
}

export interface MonthTerm {
	readonly from: number;
	readonly to: number;
}

/** The terms of one kind by the day they are asked for. */
export type TermOn<Term> = (day: IsoDate) => Term | undefined;

/**
 * The terms in force on a day for a municipality, from the dated parameters `training.attended.percent`,
 * `training.away.one-of`, `training.manager.from-months`, `training.manager.to-months`, `training.answer.days`. A
 * number that cannot be such a term (a share above 100 %, one of none, a term that ends before it begins) counts as
 * not decided.
 */
export function sessionTerms(
	set: ParameterSet,
	at: { readonly asOf: IsoDate; readonly municipality: string },
): SessionTerms {
	const number = (key: string, isPossible: (value: number) => boolean) => {
		const value = parameterNumber(set, { ...at, key: `training.${key}` });
		return value !== undefined && isPossible(value) ? value : undefined;
	};
	const from = number('manager.from-months', (value) => Number.isInteger(value) && value >= 0);
	const to = number('manager.to-months', (value) => Number.isInteger(value) && value >= 0);
	return {
		attendedPercent: number('attended.percent', (value) => value > 0 && value <= 100),
		awayOneOf: number('away.one-of', (value) => value >= 1),
		managerMonths: from === undefined || to === undefined || to < from ? undefined : { from, to },
		answerDays: number('answer.days', (value) => Number.isInteger(value) && value >= 1),
	};
}
