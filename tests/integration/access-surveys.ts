import type { RouteRow } from './routes-table.ts';

/** Time surveys are for the consultant, human resources and the heads of units. */
const READERS = '303 200 200 404 200 200 403 403';
/** A campaign that is not there; whoever may not manage surveys does not learn that. */
const NOT_THERE = '303 404 404 404 404 404 403 403';
const NOT_THERE_TO_MANAGE = '303 404 404 404 403 403 403 403';

const nothing = () => ({});
const SEAT = { respondent: 'nyama', revision: '1' };

/** A personal link that does not work says the same to everybody, with an account or without. */
const NO_LINK = '404 404 404 404 404 404 404 404';

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
			validator: { status: NOT_THERE_TO_MANAGE, form: nothing },
			reissue: { status: NOT_THERE_TO_MANAGE, form: () => ({ unit: '' }) },
			extend: { status: NOT_THERE_TO_MANAGE, form: () => ({ unit: '', until: '2099-12-31' }) },
			revoke: { status: NOT_THERE_TO_MANAGE, form: () => ({ unit: '' }) },
			remind: { status: NOT_THERE_TO_MANAGE, form: () => ({ unit: '' }) },
			leaveOut: { status: NOT_THERE_TO_MANAGE, form: () => ({ unit: 'el-ut' }) },
			discard: { status: NOT_THERE_TO_MANAGE, form: nothing },
		},
	},
	'/(app)/m/[municipality]/surveys/[id]/quality': {
		at: '/m/elena/surveys/nyama/quality',
		get: NOT_THERE,
		actions: { map: { status: NOT_THERE_TO_MANAGE, form: () => ({ item: 'nyama', to: '' }) } },
	},
	'/(app)/m/[municipality]/surveys/[id]/apply': {
		at: '/m/elena/surveys/nyama/apply',
		get: NOT_THERE_TO_MANAGE,
		actions: {
			apply: { status: NOT_THERE_TO_MANAGE, form: nothing },
			again: { status: NOT_THERE_TO_MANAGE, form: nothing },
			takeBack: { status: NOT_THERE_TO_MANAGE, form: nothing },
		},
	},
	'/(app)/m/[municipality]/surveys/[id]/units/[unit]': {
		at: '/m/elena/surveys/nyama/units/el-ut',
		get: NOT_THERE,
		actions: {
			approve: { status: NOT_THERE, form: () => SEAT },
			approveClean: { status: NOT_THERE, form: nothing },
			reconsider: { status: NOT_THERE, form: () => SEAT },
			return: { status: NOT_THERE, form: () => ({ ...SEAT, comment: 'Поправете' }) },
			correct: { status: NOT_THERE, form: () => ({ ...SEAT, comment: '', 'share-nyama': '100' }) },
		},
	},
	'/s/[token]': {
		at: '/s/nyama',
		get: NO_LINK,
		actions: Object.fromEntries(
			['start', 'choose', 'remove', 'groups', 'inside', 'details', 'submit'].map((action) => [
				action,
				{ status: NO_LINK, form: nothing },
			]),
		),
	},
	'/(app)/m/[municipality]/surveys/[id]/workbooks': {
		at: '/m/elena/surveys/nyama/workbooks',
		get: NOT_THERE,
		actions: {
			bring: {
				status: NOT_THERE_TO_MANAGE,
				multipart: true,
				form: () => ({ files: new File(['x'], 'въпросник.xlsx') }),
			},
		},
	},
	'/(app)/m/[municipality]/surveys/[id]/workbooks/questionnaire.xlsx': {
		at: '/m/elena/surveys/nyama/workbooks/questionnaire.xlsx',
		actions: { POST: { status: NOT_THERE_TO_MANAGE, form: () => ({ unit: 'el-ut' }) } },
	},
};
