import { MEMBERS, type RouteRow } from './routes-table.ts';

/** Everybody of the municipality is told that there is no such session. */
const NO_SUCH = '303 404 404 404 404 404 404 404';
/** Human resources are told that it is not there; the others may not. */
const HR_GONE = '303 403 403 404 404 403 403 403';

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

/** Sessions of trainings, who comes to them and what they bring. */
export const SESSION_ROUTES: Readonly<Record<string, RouteRow>> = {
	'/(app)/m/[municipality]/training/sessions': { at: '/m/elena/training/sessions', get: MEMBERS },
	'/(app)/m/[municipality]/training/sessions/new': {
		at: '/m/elena/training/sessions/new?year=2091&item=nyama',
		get: HR_GONE,
		actions: { default: { status: '303 403 403 404 409 403 403 403', form: session } },
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
};
