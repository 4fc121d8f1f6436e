import type { FieldSpec } from './field-types.ts';
import { FUNCTION, KEY, POST, SOURCE, SUBUNIT, TITLE_HEADERS, UNIT } from './fields-common.ts';

/** People on posts. */
export const EMPLOYEE_FIELDS: readonly FieldSpec[] = [
	KEY,
	{
		field: 'person',
		type: 'text',
		isRequired: true,
		isTelling: true,
		headers: [
			'име',
			'имена',
			'трите имена',
			'име презиме фамилия',
			'име и фамилия',
			'служител',
			'имена на служителя',
		],
	},
	UNIT,
	SUBUNIT,
	{ ...POST, isRequired: true, headers: TITLE_HEADERS },
	{ field: 'sex', type: 'choice', headers: ['пол'] },
	{ field: 'occupancy', type: 'number', headers: ['заетост', 'щатна бройка', 'част от бройка', 'бройка'] },
	{
		field: 'startedOn',
		type: 'date',
		isRequired: true,
		headers: [
			'назначен на',
			'дата на назначаване',
			'постъпил на',
			'дата на постъпване',
			'от дата',
			'назначаване',
		],
	},
];

/** Levels of competencies that functions and posts ask for. */
export const REQUIREMENT_FIELDS: readonly FieldSpec[] = [
	FUNCTION,
	{ ...UNIT, isRequired: false },
	POST,
	{
		field: 'competency',
		type: 'choice',
		isRequired: true,
		isTelling: true,
		headers: ['компетентност', 'компетентности', 'умение', 'изисквана компетентност'],
	},
	{
		field: 'level',
		type: 'number',
		isRequired: true,
		isTelling: true,
		headers: ['ниво', 'изисквано ниво', 'равнище', 'ниво на владеене'],
	},
	SOURCE,
];
