import type { FieldSpec } from './field-types.ts';
import { FUNCTION, KEY, POST, ROLE, SOURCE, SUBUNIT, UNIT } from './fields-common.ts';

/** A list of functions. */
export const FUNCTION_FIELDS: readonly FieldSpec[] = [
	KEY,
	{
		field: 'text',
		type: 'text',
		isRequired: true,
		isTelling: true,
		headers: [
			'функция',
			'функции',
			'формулировка',
			'текст на функцията',
			'наименование на функцията',
			'описание на функцията',
		],
	},
	{
		...UNIT,
		headers: ['отговорно звено', 'отговаря', 'титуляр', 'звено титуляр', ...UNIT.headers],
	},
	SUBUNIT,
	ROLE,
	{
		field: 'functionKind',
		type: 'choice',
		isTelling: true,
		headers: ['вид функция', 'вид на функцията', 'тип функция', 'вид', 'тип'],
	},
	{
		field: 'policyArea',
		type: 'choice',
		isTelling: true,
		headers: ['област на политика', 'област', 'политика', 'сфера', 'сектор на политика'],
	},
	{
		field: 'basis',
		type: 'text',
		isTelling: true,
		headers: ['правно основание', 'основание', 'нормативно основание', 'нормативна уредба'],
	},
	{ field: 'territory', type: 'text', headers: ['територия', 'населено място', 'обхват'] },
	SOURCE,
];

/** Who takes part in what. */
export const PARTICIPATION_FIELDS: readonly FieldSpec[] = [
	{ ...FUNCTION, isRequired: true, isTelling: true },
	UNIT,
	POST,
	{ ...ROLE, isRequired: true, isTelling: true },
	{ field: 'share', type: 'number', headers: ['дял', 'дял от работата', 'дял %', 'процент'] },
];

/** Cases of each month, January first. */
const MONTH_COLUMNS: readonly FieldSpec[] = [
	{ field: 'month1', type: 'number', headers: ['януари', 'яну'] },
	{ field: 'month2', type: 'number', headers: ['февруари', 'фев'] },
	{ field: 'month3', type: 'number', headers: ['март', 'мар'] },
	{ field: 'month4', type: 'number', headers: ['април', 'апр'] },
	{ field: 'month5', type: 'number', headers: ['май'] },
	{ field: 'month6', type: 'number', headers: ['юни'] },
	{ field: 'month7', type: 'number', headers: ['юли'] },
	{ field: 'month8', type: 'number', headers: ['август', 'авг'] },
	{ field: 'month9', type: 'number', headers: ['септември', 'сеп', 'септ'] },
	{ field: 'month10', type: 'number', headers: ['октомври', 'окт'] },
	{ field: 'month11', type: 'number', headers: ['ноември', 'ное'] },
	{ field: 'month12', type: 'number', headers: ['декември', 'дек'] },
];

/** Volumes and times. */
export const ACTIVITY_FIELDS: readonly FieldSpec[] = [
	KEY,
	{
		field: 'activity',
		type: 'text',
		isRequired: true,
		isTelling: true,
		headers: ['дейност', 'наименование на дейността', 'вид работа', 'услуга', 'наименование на услугата'],
	},
	{ ...FUNCTION, isRequired: true },
	UNIT,
	POST,
	{
		field: 'measure',
		type: 'text',
		headers: ['мярка', 'единица мярка', 'единица', 'мерна единица', 'какво се брои'],
	},
	{
		field: 'volume',
		type: 'number',
		isTelling: true,
		headers: [
			'годишен обем',
			'обем',
			'брой годишно',
			'брой случаи',
			'брой преписки',
			'обем за година',
			'брой за година',
		],
	},
	{
		field: 'minutesLow',
		type: 'number',
		headers: [
			'минути най малко',
			'най малко минути',
			'минимално време',
			'мин време',
			'време минимално',
			'от мин',
		],
	},
	{
		field: 'minutesUsual',
		type: 'number',
		isTelling: true,
		headers: [
			'минути за случай',
			'обичайно време',
			'време за случай',
			'норма време',
			'минути обичайно',
			'време',
			'минути',
			'време обичайно',
		],
	},
	{
		field: 'minutesHigh',
		type: 'number',
		headers: [
			'минути най много',
			'най много минути',
			'максимално време',
			'макс време',
			'време максимално',
			'до мин',
		],
	},
	...MONTH_COLUMNS,
	{ field: 'method', type: 'choice', headers: ['метод', 'начин на измерване', 'метод на измерване'] },
	{ field: 'dataYear', type: 'number', headers: ['година', 'година на данните', 'данни за година'] },
	SOURCE,
];
