import { ADMIN_ROUTES } from './access-admin.ts';
import { OVERLAP_ROUTES } from './access-overlaps.ts';
import { DECISION_ROUTES } from './access-decision.ts';
import { IMPORT_ROUTES, LEGAL_ROUTES } from './access-imports.ts';
import { PUBLIC_ROUTES } from './access-public.ts';
import { STRUCTURE_ROUTES } from './access-structure.ts';
import { ALWAYS_SENT_ON, MEMBERS, SIGNED_IN, type RouteRow, type World } from './routes-table.ts';
import { SURVEY_ROUTES } from './access-surveys.ts';
import { TRAINING_ROUTES } from './training-routes.ts';
import { WORKLOAD_ROUTES } from './workload-routes.ts';

/** Pages that are about no municipality. */
export const COMMON_ROUTES: Readonly<Record<string, RouteRow>> = {
	'/': { at: '/', get: ALWAYS_SENT_ON },
	'/login': {
		at: '/login',
		get: '200 303 303 303 303 303 303 303',
		actions: {
			default: {
				status: '401 303 303 303 303 303 303 303',
				form: () => ({ username: 'nikoy', password: 'грешна парола' }),
			},
		},
	},
	'/setup': {
		at: '/setup',
		get: ALWAYS_SENT_ON,
		actions: {
			default: {
				status: '404 404 404 404 404 404 404 404',
				form: () => ({
					username: 'nov-admin',
					name: 'Нов',
					password: 'ustroy-demo',
					repeat_password: 'ustroy-demo',
				}),
			},
		},
	},
	'/language': {
		at: '/language',
		actions: {
			POST: {
				status: ALWAYS_SENT_ON,
				form: () => ({ locale: 'en', back: '/m' }),
			},
		},
	},
	'/logout': { at: '/logout', actions: { POST: { status: ALWAYS_SENT_ON, form: () => ({}) } } },
	'/(app)/m': { at: '/m', get: SIGNED_IN },
	'/(app)/account': {
		at: '/account',
		get: SIGNED_IN,
		actions: {
			default: {
				status: '303 409 409 409 409 409 409 409',
				form: () => ({
					current_password: 'грешна парола',
					new_password: 'нова парола 1',
					repeat_password: 'нова парола 1',
				}),
			},
		},
	},
	...ADMIN_ROUTES,
};

/** The version in force is frozen: whoever may edit is told so, the others may not even try. */
const FROZEN = '303 409 409 404 403 403 403 403';

const measures = {
	volume: '12',
	low: '1',
	usual: '2',
	high: '3',
	method: 'register',
	year: '2025',
	source: 'Деловодна система',
};

const activityForm = (world: World) => ({
	key: world.value("select key from activity where unit_key = 'el-va' order by key"),
	revision: '1',
	...measures,
});

/** Pages about a municipality, asked about Елена. */
export const MUNICIPALITY_ROUTES: Readonly<Record<string, RouteRow>> = {
	...OVERLAP_ROUTES,
	...STRUCTURE_ROUTES,
	...IMPORT_ROUTES,
	...LEGAL_ROUTES,
	...DECISION_ROUTES,
	...TRAINING_ROUTES,
	...SURVEY_ROUTES,
	'/(app)/m/[municipality]/search': { at: '/m/elena/search?q=данъци', get: MEMBERS },
	'/(app)/m/[municipality]': { at: '/m/elena?of=spans', get: MEMBERS },
	'/(app)/m/[municipality]/workload': { at: '/m/elena/workload', get: MEMBERS },
	...WORKLOAD_ROUTES,
	'/(app)/m/[municipality]/workload/[unit]': {
		at: '/m/elena/workload/el-va',
		get: MEMBERS,
		actions: {
			activity: { status: FROZEN, form: activityForm },
			addActivity: {
				status: FROZEN,
				form: (world) => ({
					...measures,
					function: world.value("select function_key from participation where unit_key = 'el-va'"),
					post: '',
					name: 'Одитни доклади',
					measure: 'доклад',
				}),
			},
			removeActivity: {
				status: FROZEN,
				form: (world) => ({ key: activityForm(world).key, revision: '1' }),
			},
			addAllowance: {
				status: FROZEN,
				form: () => ({
					name: 'Съвещания',
					kind: 'category',
					measure: 'share',
					amount: '2',
					staff: '',
					source: 'Оценка',
				}),
			},
			allowance: {
				status: FROZEN,
				form: () => ({
					id: 'nyama',
					revision: '1',
					name: 'Съвещания',
					kind: 'individual',
					measure: 'hours',
					amount: '40',
					staff: '1',
					source: 'Оценка',
				}),
			},
			removeAllowance: { status: FROZEN, form: () => ({ id: 'nyama', revision: '1' }) },
		},
	},
};

export const ROUTES: Readonly<Record<string, RouteRow>> = {
	...COMMON_ROUTES,
	...PUBLIC_ROUTES,
	...MUNICIPALITY_ROUTES,
};
