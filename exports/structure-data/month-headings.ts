/** Headings by which the import knows the cases of each month. */
export const MONTH_HEADINGS = [
	'Януари',
	'Февруари',
	'Март',
	'Април',
	'Май',
	'Юни',
	'Юли',
	'Август',
	'Септември',
	'Октомври',
	'Ноември',
	'Декември',
];
