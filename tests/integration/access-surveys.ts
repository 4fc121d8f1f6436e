import type { RouteRow } from './routes-table.ts';

/** Time surveys are for the consultant, human resources and the heads of units. */
const READERS = '303 200 200 404 200 200 403 403';
/** A campaign that is not there; whoever may not manage surveys does not learn that. */
const NOT_THERE = '303 404 404 404 404 404 403 403';
const NOT_THERE_TO_MANAGE = '303 404 404 404 403 403 403 403';

const nothing = () => ({});

/** Time surveys, asked about Елена. */
export const SURVEY_ROUTES: Readonly<Record<string, RouteRow>> = {
	'/(app)/m/[municipality]/surveys': { at: '/m/elena/surveys', get: READERS },
	'/(app)/m/[municipality]/surveys/new': {
		at: '/m/elena/surveys/new',
		get: '303 200 200 404 403 403 403 403',
		actions: {
			default: {
				status: '303 ok ok 404 403 403 403 403',
				form: () => ({
					name: 'Време по функции',
					nameEn: '',
					periodFrom: '2026-01-01',
					periodTo: '2026-12-31',
					closesOn: '2099-12-31',
					validator: 'unit-head',
					seenBy: 'validator',
					tolerance: '2',
					'units[]': ['el-ut'],
				}),
			},
		},
	},
	'/(app)/m/[municipality]/surveys/[id]': {
		at: '/m/elena/surveys/nyama',
		get: NOT_THERE,
		actions: {
			open: { status: NOT_THERE_TO_MANAGE, form: nothing },
			close: { status: NOT_THERE_TO_MANAGE, form: nothing },
			reopen: { status: NOT_THERE_TO_MANAGE, form: nothing },
			reissue: { status: NOT_THERE_TO_MANAGE, form: () => ({ unit: '' }) },
			extend: { status: NOT_THERE_TO_MANAGE, form: () => ({ unit: '', until: '2099-12-31' }) },
			revoke: { status: NOT_THERE_TO_MANAGE, form: () => ({ unit: '' }) },
			remind: { status: NOT_THERE_TO_MANAGE, form: () => ({ unit: '' }) },
			leaveOut: { status: NOT_THERE_TO_MANAGE, form: () => ({ unit: 'el-ut' }) },
			discard: { status: NOT_THERE_TO_MANAGE, form: nothing },
		},
	},
};
