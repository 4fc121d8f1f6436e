import { MEMBERS, type RouteRow } from './routes-table.ts';

/** Whoever may bring files in; the others may not even look. */
const MAY_BRING = '303 ok ok 404 ok 403 403 403';
/** A file belongs to whoever brought it: to everybody else it is not there. */
const OF_ANOTHER = '303 404 404 404 404 403 403 403';

/** A text that is not there; whoever may not edit the structure does not learn that. */
const OF_NOBODY = '303 404 404 404 403 403 403 403';

const table = () =>
	new File(['Звено;Длъжност;Бр.\nНяма такова;експерт;1\n'], 'щат.csv', { type: 'text/csv' });

const sheet = { sheet: '0' };

/** Bringing files in, asked about Елена. */
export const IMPORT_ROUTES: Readonly<Record<string, RouteRow>> = {
	'/(app)/m/[municipality]/imports': {
		at: '/m/elena/imports',
		get: '303 200 200 404 200 403 403 403',
		actions: {
			forget: { status: OF_ANOTHER, form: () => ({ map: 'nyama' }) },
			bring: { status: MAY_BRING, multipart: true, form: () => ({ file: table() }) },
		},
	},
	'/(app)/m/[municipality]/imports/structure.xlsx': {
		at: '/m/elena/imports/structure.xlsx',
		get: '303 200 200 404 200 403 403 403',
	},
	'/(app)/m/[municipality]/imports/text': {
		at: '/m/elena/imports/text',
		get: '303 200 200 404 403 403 403 403',
		actions: {
			bring: {
				status: '303 ok ok 404 403 403 403 403',
				multipart: true,
				form: () => ({ title: 'Правилник', text: 'Чл. 1. Отдел „А“ изпълнява следните функции:\n1. пише.' }),
			},
		},
	},
	'/(app)/m/[municipality]/imports/text/[id]': {
		at: '/m/elena/imports/text/nyama',
		get: OF_NOBODY,
		actions: {
			decide: {
				status: OF_NOBODY,
				form: () => ({
					...{
						node: '1',
						outcome: 'accepted',
						wording: 'Пише',
						unit: '',
						kind: 'service',
						area: '',
						seen: '0',
					},
				}),
			},
			unit: { status: OF_NOBODY, form: () => ({ owner: '' }) },
			target: { status: OF_NOBODY, form: () => ({ version: '' }) },
			apply: { status: OF_NOBODY, form: () => ({ mark: 'x' }) },
			undo: { status: OF_NOBODY, form: () => ({}) },
			discard: { status: OF_NOBODY, form: () => ({}) },
		},
	},
	'/(app)/m/[municipality]/imports/[id]': {
		at: '/m/elena/imports/nyama',
		get: OF_ANOTHER,
		actions: {
			cancel: { status: OF_ANOTHER, form: () => ({}) },
			stop: { status: OF_ANOTHER, form: () => ({}) },
			discard: { status: OF_ANOTHER, form: () => ({}) },
			undo: { status: OF_ANOTHER, form: () => ({}) },
			layout: { status: OF_ANOTHER, form: () => ({ encoding: 'utf-8', separator: ';' }) },
			kind: { status: OF_ANOTHER, form: () => ({ ...sheet, kind: 'units' }) },
			band: { status: OF_ANOTHER, form: () => ({ ...sheet, first: '1', last: '1', last_row: '' }) },
			columns: { status: OF_ANOTHER, form: () => ({ ...sheet, 'column-0': 'unit' }) },
			values: { status: OF_ANOTHER, form: () => sheet },
			fix: { status: OF_ANOTHER, form: () => ({ ...sheet, row: '2', field: 'title', text: 'експерт' }) },
			map: { status: OF_ANOTHER, form: () => ({ ...sheet, map: 'nyama' }) },
			replace: { status: OF_ANOTHER, form: () => ({ ...sheet, field: 'title', find: 'а', by: 'б' }) },
			fill: { status: OF_ANOTHER, form: () => ({ ...sheet, row: '2', field: 'title' }) },
			'as-data': { status: OF_ANOTHER, form: () => ({ ...sheet, row: '2', data: 'on' }) },
			accept: { status: OF_ANOTHER, form: () => ({ ...sheet, alike: 'x|y|z' }) },
			leave: { status: OF_ANOTHER, form: () => ({ ...sheet, row: '2', left: 'on' }) },
			target: { status: OF_ANOTHER, form: () => ({ mode: 'merge', version: '' }) },
			apply: { status: OF_ANOTHER, form: () => ({ mark: 'x' }) },
		},
	},
	'/(app)/m/[municipality]/imports/[id]/marked.xlsx': {
		at: '/m/elena/imports/nyama/marked.xlsx',
		get: OF_ANOTHER,
	},
};

const COMMON_ACT = {
	abbreviation: 'Наредба 7',
	name: 'Наредба № 7',
	kind: 'municipal-ordinance',
	from: '',
	to: '',
};
/** National acts are the administrator's; the others are told that they may not. */
const NATIONAL = '303 ok 403 404 403 403 403 403';
const NOT_SHOWN = '303 404 404 404 404 404 404 404';

/** A card that nobody may enter as it stands: its unit is nowhere. */
const CARD = { number: 'ТК-1', service: 'Услуга', unitKey: 'nyama', inForceFrom: '2020-01-01' };
/** Those who may write learn that the card is not there; the others, that they may not. */
const NO_SUCH_CARD = '303 404 404 404 404 403 403 403';

/** The register of acts; „чл. 44“ of ЗМСМА is a national act. */
export const LEGAL_ROUTES: Readonly<Record<string, RouteRow>> = {
	'/(app)/m/[municipality]/cards': {
		at: '/m/elena/cards',
		get: MEMBERS,
		actions: { add: { status: '303 409 409 404 409 403 403 403', form: () => CARD } },
	},
	'/(app)/m/[municipality]/cards/[card]': {
		at: '/m/elena/cards/nyama',
		get: NOT_SHOWN,
		actions: {
			save: { status: NO_SUCH_CARD, form: () => ({ ...CARD, revision: '1' }) },
			remove: { status: NO_SUCH_CARD, form: () => ({ revision: '1' }) },
			touch: { status: NO_SUCH_CARD, form: () => ({ kind: 'post', subject: 'nyama' }) },
			leave: { status: NO_SUCH_CARD, form: () => ({ kind: 'post', subject: 'nyama' }) },
			change: { status: NO_SUCH_CARD, form: () => ({ changedOn: '2027-01-01', what: 'нов срок' }) },
			unchange: { status: NO_SUCH_CARD, form: () => ({ change: 'nyama' }) },
		},
	},
	'/(app)/m/[municipality]/legal': {
		at: '/m/elena/legal',
		get: MEMBERS,
		actions: {
			add: { status: '303 ok ok 404 403 403 403 403', form: () => COMMON_ACT },
			settle: { status: '303 409 409 404 403 403 403 403', form: () => ({ mark: 'nyama' }) },
		},
	},
	'/(app)/m/[municipality]/legal/parameters': { at: '/m/elena/legal/parameters', get: MEMBERS },
	'/(app)/m/[municipality]/legal/[act]': {
		at: '/m/elena/legal/zmsma',
		get: MEMBERS,
		actions: {
			save: { status: '303 409 403 404 403 403 403 403', form: () => ({ ...COMMON_ACT, revision: '99' }) },
			provision: { status: NATIONAL, form: () => ({ place: 'чл. 44, ал. 1', wording: '', from: '' }) },
		},
	},
	'/(app)/m/[municipality]/legal/[act]/[provision]': {
		at: '/m/elena/legal/zmsma/nyama',
		get: NOT_SHOWN,
		actions: {
			change: {
				status: '303 404 403 404 403 403 403 403',
				form: () => ({ revision: '1', from: '2027-01-01', wording: 'Нов текст' }),
			},
		},
	},
};
