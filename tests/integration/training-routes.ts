import { MEMBERS, type RouteRow } from './routes-table.ts';
import { DICTIONARY_ROUTES } from './dictionary-routes.ts';
import { SESSION_ROUTES } from './session-routes.ts';

/** Human resources alone; the others of the municipality are told that they may not. */
const HR_DONE = '303 403 403 404 ok 403 403 403';
const HR_REFUSED = '303 403 403 404 409 403 403 403';
/** A plan that nobody began has no page for its lines. */
const NO_SUCH_PLAN = '303 403 403 404 404 403 403 403';

const item = () => ({
	id: '',
	courseKey: 'nyama',
	groupName: 'група 1',
	kind: 'professional',
	quarter: '2',
	hours: '16',
	price: '60,50',
	provider: 'ИПА',
	funding: 'local',
	openSeats: '1',
	state: 'planned',
});

/** Training, people and workbooks. */
export const TRAINING_ROUTES: Readonly<Record<string, RouteRow>> = {
	...DICTIONARY_ROUTES,
	...SESSION_ROUTES,
	'/(app)/m/[municipality]/training': { at: '/m/elena/training', get: MEMBERS },
	'/(app)/m/[municipality]/training/needs': {
		at: '/m/elena/training/needs',
		get: MEMBERS,
		actions: {
			gaps: { status: HR_DONE, form: () => ({}) },
			scenario: { status: '303 403 403 404 404 403 403 403', form: () => ({ scenario: 'nyama' }) },
			state: {
				status: HR_REFUSED,
				form: () => ({ id: 'nyama', revision: '1', state: 'dismissed', note: '' }),
			},
		},
	},
	'/(app)/m/[municipality]/training/plan': {
		at: '/m/elena/training/plan?year=2090',
		get: MEMBERS,
		actions: {
			create: { status: HR_DONE, form: () => ({ year: '2090' }) },
			take: { status: HR_REFUSED, form: () => ({ year: '2091', key: '', funding: 'local' }) },
			move: { status: HR_REFUSED, form: () => ({ year: '2091', state: 'approved', revision: '1' }) },
		},
	},
	'/(app)/m/[municipality]/training/plan/item': {
		at: '/m/elena/training/plan/item?year=2091',
		get: '303 403 403 404 404 403 403 403',
		actions: {
			save: { status: NO_SUCH_PLAN, form: item },
			remove: { status: NO_SUCH_PLAN, form: () => ({ id: 'nyama', revision: '1' }) },
		},
	},
	'/(app)/m/[municipality]/training/plan/workbook': {
		at: '/m/elena/training/plan/workbook?year=2091',
		get: '404 404 404 404 404 403 404 403',
	},
	'/(app)/m/[municipality]/people': { at: '/m/elena/people', get: '303 403 403 404 200 200 403 403' },
	'/(app)/m/[municipality]/people/retention': {
		at: '/m/elena/people/retention',
		get: '303 403 403 404 200 403 403 403',
		actions: {
			erase: {
				status: '303 403 403 404 409 403 403 403',
				form: () => ({ 'people[]': 'el-e049 1', isSure: 'on' }),
			},
		},
	},
	'/(app)/m/[municipality]/people/[person]': {
		at: '/m/elena/people/el-e049',
		get: '303 403 403 404 200 200 403 403',
		actions: {
			assess: {
				status: '303 403 403 404 409 403 403 403',
				form: () => ({ competencyKey: 'nyama', level: '3', assessedOn: '2026-01-15', source: 'тест' }),
			},
			certify: {
				status: '303 403 403 404 ok 403 403 403',
				form: () => ({
					subject: 'entry',
					number: '17',
					issuer: 'ИПА',
					issuedOn: '2026-01-15',
					validUntil: '2027-01-15',
				}),
			},
			exempt: {
				status: '303 403 403 404 ok 403 403 403',
				form: () => ({ subject: 'head', reason: 'правоспособност', startsOn: '2026-01-15', endsOn: '' }),
			},
			wish: {
				status: '303 403 403 404 409 409 403 403',
				form: () => ({ competencyKey: 'nyama', level: '3', wishedOn: '2026-01-15', source: 'анкета' }),
			},
			erase: {
				status: '303 403 403 404 409 403 403 403',
				form: () => ({ revision: '1', isSure: 'on' }),
			},
			remove: {
				status: '303 403 403 404 409 403 403 403',
				form: () => ({ kind: 'certificate', id: 'nyama' }),
			},
			record: {
				status: '303 403 403 404 409 403 403 403',
				form: () => ({
					name: 'Име',
					sex: 'female',
					postKey: 'el-hd-dir',
					occupancy: '1',
					startedOn: '2020-01-06',
					leftOn: '',
					revision: '99',
				}),
			},
		},
	},
	'/(app)/m/[municipality]/people/[person]/data.json': {
		at: '/m/elena/people/el-e049/data.json',
		get: '303 403 403 404 200 403 403 403',
	},
	'/(app)/m/[municipality]/training/matrix': { at: '/m/elena/training/matrix', get: MEMBERS },
	'/(app)/m/[municipality]/training/unit': {
		at: '/m/elena/training/unit',
		get: '303 403 403 404 200 200 403 403',
	},
	'/(app)/m/[municipality]/training/certificates': {
		at: '/m/elena/training/certificates',
		get: '303 403 403 404 200 200 403 403',
	},
	'/(app)/m/[municipality]/scenarios/[id]/drafts/[file]': {
		at: '/m/elena/scenarios/nyama/drafts/rules-1.docx',
		get: '303 404 404 404 404 404 403 403',
	},
	'/(app)/m/[municipality]/scenarios/[id]/proposal.xlsx': {
		at: '/m/elena/scenarios/nyama/proposal.xlsx',
		get: '303 404 404 404 404 404 403 403',
	},
	'/(app)/m/[municipality]/council/[proposal]/proposal.xlsx': {
		at: '/m/elena/council/1/proposal.xlsx',
		get: '303 200 200 404 200 403 200 403',
	},
};
