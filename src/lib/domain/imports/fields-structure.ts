import type { FieldSpec } from './field-types.ts';
import { KEY, NOTE, SUBUNIT, TITLE_HEADERS, UNIT } from './fields-common.ts';

/** A list of units. */
export const UNIT_FIELDS: readonly FieldSpec[] = [
	KEY,
	{ ...UNIT, isTelling: true, headers: ['наименование на звеното', ...UNIT.headers, 'наименование'] },
	{
		field: 'parent',
		type: 'reference',
		isTelling: true,
		headers: [
			'подчинено на',
			'горестоящо звено',
			'към звено',
			'висшестоящо звено',
			'подчиненост',
			'непосредствено подчинено на',
		],
	},
	{
		field: 'unitKind',
		type: 'choice',
		isTelling: true,
		headers: ['вид на звеното', 'вид звено', 'вид', 'тип'],
	},
	{
		field: 'part',
		type: 'choice',
		isTelling: true,
		headers: ['част от администрацията', 'администрация', 'вид администрация', 'обща специализирана'],
	},
	NOTE,
];

/** A staffing table (длъжностно or щатно разписание), the forms of structures-and-law §8. */
export const STAFFING_FIELDS: readonly FieldSpec[] = [
	KEY,
	UNIT,
	SUBUNIT,
	{ field: 'title', type: 'text', isRequired: true, isTelling: true, headers: TITLE_HEADERS },
	{
		field: 'approved',
		type: 'number',
		isRequired: true,
		isTelling: true,
		headers: [
			'брой по щат',
			'щатни бройки',
			'бр',
			'бройки',
			'брой',
			'численост',
			'брой щатни бройки',
			'щатна численост',
			'щ бр',
			'по разписание',
			'брой места',
			'утвърдени бройки',
			'щатни бройки общо',
			'брой длъжности',
			'по щат',
		],
	},
	{
		field: 'occupied',
		type: 'number',
		headers: ['брой заети', 'заети', 'заети бройки', 'заети щатни бройки', 'щатни бройки заети', 'назначени'],
	},
	{
		field: 'vacant',
		type: 'number',
		headers: ['брой вакантни', 'вакантни', 'свободни', 'незаети', 'свободни бройки', 'щатни бройки свободни'],
	},
	{
		field: 'filled',
		type: 'choice',
		headers: ['заета незаета', 'заета вакантна', 'заета свободна', 'състояние на длъжността', 'статус'],
	},
	{
		field: 'category',
		type: 'choice',
		headers: ['категория', 'вид длъжност', 'категория на длъжността', 'група длъжности'],
	},
	{
		field: 'relation',
		type: 'choice',
		headers: [
			'правоотношение',
			'вид правоотношение',
			'вид на правоотношението',
			'сл тр',
			'дс тпо',
			'сп тп',
			'служебно трудово правоотношение',
		],
	},
	{
		field: 'funding',
		type: 'choice',
		headers: ['финансиране', 'източник на финансиране', 'вид дейност', 'делегирана местна дейност', 'дд мд'],
	},
	{ field: 'isHead', type: 'flag', headers: ['ръководител', 'ръководител на звеното', 'ръководна'] },
	{
		field: 'annualCost',
		type: 'number',
		headers: ['годишен разход', 'годишен разход за бройка', 'годишни средства', 'разход за година'],
	},
	{
		field: 'monthlySalary',
		type: 'number',
		headers: [
			'основна заплата',
			'осн запл',
			'омз',
			'осн месечна заплата',
			'месечно възнаграждение',
			'основна месечна заплата',
			'основно месечно възнаграждение',
			'месечна заплата',
			'заплата',
			'основно възнаграждение',
		],
	},
	{
		field: 'occupation',
		type: 'text',
		headers: [
			'код по нкпд',
			'нкпд',
			'код нкпд',
			'нкпд 2011',
			'код по нкпд 2011',
			'код на длъжността',
			'код на длъжността по нкпд',
			'шифър по нкпд',
		],
	},
	NOTE,
];
