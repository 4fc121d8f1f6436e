import { MEMBERS, type RouteRow } from './routes-table.ts';

/** Human resources alone; the others of the municipality are told that they may not. */
const HR_REFUSED = '303 403 403 404 409 403 403 403';

const words = (name: string) => ({
	...{ group: 'functional', name, nameEn: name, description: 'тест', descriptionEn: '', weight: '1' },
	...{ level1: '', level2: '', level3: '', level4: '', level5: '' },
});

/** The dictionary of competencies and what is asked of posts. */
export const DICTIONARY_ROUTES: Readonly<Record<string, RouteRow>> = {
	'/(app)/m/[municipality]/training/dictionary': {
		at: '/m/elena/training/dictionary',
		get: MEMBERS,
		actions: { add: { status: HR_REFUSED, form: () => words('Работа в екип') } },
	},
	'/(app)/m/[municipality]/training/dictionary/[competency]': {
		at: '/m/elena/training/dictionary/teamwork',
		get: MEMBERS,
		actions: {
			edit: { status: HR_REFUSED, form: () => ({ number: '99', ...words('Екипност') }) },
			retire: { status: HR_REFUSED, form: () => ({ number: '99', isRetired: 'on' }) },
			ask: {
				status: HR_REFUSED,
				form: () => ({ kind: 'post', subject: 'nyama', level: '3', source: 'тест' }),
			},
			change: {
				status: HR_REFUSED,
				form: () => ({ id: 'nyama', revision: '1', level: '3', source: 'тест' }),
			},
			remove: { status: HR_REFUSED, form: () => ({ id: 'nyama', revision: '1' }) },
		},
	},
	'/(app)/m/[municipality]/training/requirements': { at: '/m/elena/training/requirements', get: MEMBERS },
};
