import type { FieldSpec } from './field-types.ts';

/** Lines of a training plan, by the columns that such plans have (methodology §4.4). */
export const PLAN_FIELDS: readonly FieldSpec[] = [
	{
		field: 'course',
		type: 'choice',
		isRequired: true,
		isTelling: true,
		headers: [
			'тема',
			'обучение',
			'наименование на обучението',
			'тема наименование',
			'тема на обучението',
			'курс',
			'програма',
			'topic',
		],
	},
	{ field: 'group', type: 'text', headers: ['група', 'group'] },
	{ field: 'itemKind', type: 'choice', headers: ['вид', 'вид обучение', 'вид на обучението', 'kind'] },
	{
		field: 'seats',
		type: 'number',
		isRequired: true,
		isTelling: true,
		headers: ['брой участници', 'участници', 'места', 'брой служители', 'брой обучаеми', 'seats'],
	},
	{ field: 'hours', type: 'number', headers: ['часове', 'продължителност', 'учебни часове', 'ч', 'hours'] },
	{
		field: 'quarter',
		type: 'choice',
		isRequired: true,
		isTelling: true,
		headers: ['тримесечие', 'срок', 'месец', 'период', 'месец тримесечие', 'период на провеждане', 'quarter'],
	},
	{ field: 'planYear', type: 'number', headers: ['година', 'за година', 'план за година'] },
	{ field: 'place', type: 'text', headers: ['място', 'място на провеждане', 'място на обучението'] },
	{
		field: 'price',
		type: 'number',
		headers: ['цена на участник', 'цена', 'единична цена', 'цена на човек', 'цена на участник евро'],
	},
	{
		field: 'provider',
		type: 'text',
		headers: ['обучител', 'доставчик', 'обучаваща организация', 'организатор', 'институция'],
	},
	{
		field: 'trainingFunding',
		type: 'choice',
		headers: ['източник на средства', 'източник на финансиране', 'финансиране', 'средства'],
	},
	{ field: 'responsible', type: 'text', headers: ['отговорник', 'отговорно лице', 'отговорен'] },
	{ field: 'result', type: 'text', headers: ['очакван резултат', 'резултат', 'цел'] },
	{ field: 'evaluation', type: 'text', headers: ['начин на оценка', 'оценка', 'оценяване'] },
	{ field: 'itemState', type: 'choice', headers: ['състояние', 'статус', 'отчет', 'изпълнение'] },
];
