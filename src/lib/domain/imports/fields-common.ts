import type { FieldSpec } from './field-types.ts';

export const KEY: FieldSpec = { field: 'key', type: 'key', headers: ['ключ устрой', 'ключ'] };
export const NOTE: FieldSpec = {
	field: 'note',
	type: 'text',
	headers: ['забележка', 'забележки', 'бележка', 'бележки', 'пояснение'],
};
export const SOURCE: FieldSpec = {
	field: 'source',
	type: 'text',
	headers: ['източник', 'източник на данните', 'откъде са данните'],
};
export const UNIT: FieldSpec = {
	field: 'unit',
	type: 'reference',
	isRequired: true,
	headers: [
		'звено',
		'структурно звено',
		'административно звено',
		'организационно звено',
		'място в структурата',
		'отдел',
		'дирекция отдел',
		'дирекция',
		'място на работа',
		'звено дирекция отдел',
		'отговорно звено',
		'изпълнител',
	],
};
/** The unit inside the one of the column before it: „Дирекция“ and „Отдел/Сектор“ side by side. */
export const SUBUNIT: FieldSpec = {
	field: 'subunit',
	type: 'reference',
	headers: ['отдел', 'сектор', 'отдел сектор', 'отдел звено', 'звено', 'сектор звено', 'подзвено'],
};
export const POST: FieldSpec = {
	field: 'post',
	type: 'reference',
	headers: ['длъжност', 'наименование на длъжността', 'длъжност изпълнител', 'изпълняваща длъжност'],
};
export const FUNCTION: FieldSpec = {
	field: 'function',
	type: 'reference',
	headers: ['функция', 'наименование на функцията', 'към функция', 'формулировка на функцията'],
};
/** How a unit takes part in a function. */
export const ROLE: FieldSpec = {
	field: 'role',
	type: 'choice',
	headers: ['роля', 'участие', 'вид участие', 'о у с и', 'роля о у с и'],
};
export const TITLE_HEADERS = [
	'наименование на длъжността',
	'длъжност',
	'длъжности',
	'наименование на длъжностите',
	'заемана длъжност',
	'длъжност по щатно разписание',
	'работно място',
	// One column for both: headings of units stand among the job titles.
	'структурно звено длъжност',
	'звено длъжност',
	'наименование на звеното и длъжността',
	'структурни звена и длъжности',
	'звена и длъжности',
	'дирекция отдел длъжност',
];
