/** Where everything stands on a sheet of the questionnaire; the same for writing and for reading. */

/** Written into the second cell of the hidden column, so that a file of another layout is told. */
export const QUESTIONNAIRE_FORMAT = 'ustroy-survey-1';

/** Columns from 0; the first one is hidden and holds the keys. */
export const COLUMN = {
	key: 0,
	group: 1,
	text: 2,
	share: 3,
	low: 4,
	high: 5,
	participation: 6,
	peak: 7,
	secondPeak: 8,
} as const;
export type QuestionnaireField = Exclude<keyof typeof COLUMN, 'key'>;

export const ROW = { key: 1, format: 2, sum: 4, header: 6, first: 7 } as const;

/** Empty rows for work that the list does not say. */
export const OWN_ROWS = 5;

/** Keys of the rows that are no items of the list. */
export const ownKey = (at: number): string => `own-${at}`;
export const NOTE_KEYS = ['obstacles', 'systems'] as const;

/** The hidden sheet of lists: what is chosen from, and in its fourth column the keys of the sheets of people. */
export const LISTS = 'lists';
export const LISTED_KEYS_COLUMN = 3;
