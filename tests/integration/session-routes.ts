import { MEMBERS, type RouteRow } from './routes-table.ts';

/** Everybody of the municipality is told that there is no such session. */
const NO_SUCH = '303 404 404 404 404 404 404 404';
/** Human resources are told that it is not there; the others may not. */
const HR_GONE = '303 403 403 404 404 403 403 403';

/** A link that does not work is the same to everybody. */
const NO_LINK = '404 404 404 404 404 404 404 404';

const session = () => ({
	startsOn: '2091-03-10',
	endsOn: '2091-03-10',
	startsAt: '09:00',
	endsAt: '17:00',
	place: 'Елена',
	trainer: '',
	places: '10',
	groupName: '',
	state: 'planned',
});

const course = () => ({
	title: 'Курс',
	competencyKey: 'nyama',
	levelTo: '3',
	provider: 'ИПА',
	form: 'in-person',
	hours: '8',
	price: '60,50',
	places: '12',
});

/** Sessions of trainings, who comes to them and what they bring. */
export const SESSION_ROUTES: Readonly<Record<string, RouteRow>> = {
	'/(app)/m/[municipality]/training/sessions': { at: '/m/elena/training/sessions', get: MEMBERS },
	'/(app)/m/[municipality]/training/catalogue': {
		at: '/m/elena/training/catalogue',
		get: MEMBERS,
		actions: {
			bring: {
				status: '303 409 403 404 409 403 403 403',
				form: () => ({ file: new File(['няма'], 'каталог.xlsx') }),
				multipart: true,
			},
		},
	},
	'/(app)/m/[municipality]/training/catalogue/courses.xlsx': {
		at: '/m/elena/training/catalogue/courses.xlsx',
		get: '303 200 403 404 200 403 403 403',
	},
	'/(app)/m/[municipality]/training/catalogue/course': {
		at: '/m/elena/training/catalogue/course',
		get: '303 200 403 404 200 403 403 403',
		actions: {
			save: { status: '303 409 403 404 409 403 403 403', form: course },
			remove: {
				status: '303 404 403 404 404 403 403 403',
				form: () => ({ key: 'first-managers', revision: '1' }),
			},
			serve: {
				status: '303 409 403 404 409 403 403 403',
				form: () => ({ key: 'first-managers', revision: '99', 'causes[]': 'new-head' }),
			},
		},
	},
	'/(app)/m/[municipality]/training/sessions/[id]/attendance.xlsx': {
		at: '/m/elena/training/sessions/nyama/attendance.xlsx',
		get: HR_GONE,
	},
	'/(app)/m/[municipality]/training/indicators': {
		at: '/m/elena/training/indicators',
		get: MEMBERS,
		actions: {
			save: {
				status: '303 403 403 404 ok 403 403 403',
				form: () => ({
					id: '',
					name: 'Проект',
					startsOn: '2026-01-01',
					endsOn: '2027-06-30',
					'target-people': '70',
				}),
			},
			remove: {
				status: '303 403 403 404 409 403 403 403',
				form: () => ({ id: 'nyama', revision: '1' }),
			},
		},
	},
	'/(app)/m/[municipality]/training/plan/timeline': {
		at: '/m/elena/training/plan/timeline',
		get: MEMBERS,
		actions: {
			move: { status: HR_GONE, form: () => ({ id: 'nyama', startsOn: '2091-03-10', revision: '1' }) },
		},
	},
	'/(app)/m/[municipality]/training/sessions/new': {
		at: '/m/elena/training/sessions/new?year=2091&item=nyama',
		get: HR_GONE,
		actions: { default: { status: HR_GONE, form: session } },
	},
	'/(app)/m/[municipality]/training/sessions/[id]': {
		at: '/m/elena/training/sessions/nyama',
		get: NO_SUCH,
		actions: {
			save: { status: HR_GONE, form: () => ({ ...session(), revision: '1' }) },
			remove: { status: HR_GONE, form: () => ({ revision: '1' }) },
			enrol: { status: HR_GONE, form: () => ({ person: 'el-e049' }) },
			withdraw: { status: HR_GONE, form: () => ({ person: 'el-e049' }) },
		},
	},
	'/(app)/m/[municipality]/training/sessions/[id]/attendance': {
		at: '/m/elena/training/sessions/nyama/attendance',
		get: NO_SUCH,
		actions: {
			mark: { status: HR_GONE, form: () => ({ 'mark.el-e049.2026-03-10': 'present' }) },
			bring: {
				status: HR_GONE,
				form: () => ({ file: new File(['няма'], 'присъствие.xlsx') }),
				multipart: true,
			},
		},
	},
	'/(app)/m/[municipality]/training/sessions/[id]/sheet': {
		at: '/m/elena/training/sessions/nyama/sheet',
		get: NO_SUCH,
	},
	'/(app)/m/[municipality]/training/sessions/[id]/certificate': {
		at: '/m/elena/training/sessions/nyama/certificate?person=el-e049',
		get: NO_SUCH,
	},
	'/(app)/m/[municipality]/training/sessions/[id]/evaluation': {
		at: '/m/elena/training/sessions/nyama/evaluation',
		get: NO_SUCH,
		actions: {
			links: { status: HR_GONE, form: () => ({}) },
			score: {
				status: HR_GONE,
				form: () => ({ person: 'el-e049', before: '8', after: '14', maximum: '20' }),
			},
			effect: {
				status: HR_GONE,
				form: () => ({ indicator: 'Дял в срок', before: '80', after: '84', direction: 'higher' }),
			},
			removeEffect: { status: HR_GONE, form: () => ({ id: 'nyama' }) },
		},
	},
	'/(app)/m/[municipality]/training/sessions/tasks': {
		at: '/m/elena/training/sessions/tasks?year=2091',
		get: MEMBERS,
		actions: {
			default: {
				status: '303 403 403 404 409 409 403 403',
				form: () => ({ session: 'nyama', person: 'el-e049', applied: '4', level: '', note: '' }),
			},
		},
	},
	'/e/[token]': {
		at: '/e/nyama',
		get: NO_LINK,
		actions: {
			default: {
				status: NO_LINK,
				form: () => ({ content: '5', trainer: '5', organisation: '5', usefulness: '5', comment: '' }),
			},
		},
	},
};
