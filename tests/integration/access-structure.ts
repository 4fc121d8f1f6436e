import { MEMBERS, type RouteRow, type World } from './routes-table.ts';

/** Forms that edit are for the consultant and the administrator. */
const EDITORS = '303 200 200 404 403 403 403 403';
/** The version in force is frozen: whoever may edit is told so, the others may not even try. */
const FROZEN = '303 409 409 404 403 403 403 403';
/** A file answers without the frame of the page, so nobody signed in is as good as a stranger. */
const FILES = '404 200 200 404 200 200 200 200';
/** The trail is for the consultant and the administrator; HR finds there what it did itself and what is about people. */
const TRAIL = '303 200 200 404 200 403 403 403';
/** What is wrong with the data is for those who work on it; a unit head helps with the own unit. */
const QUALITY = '303 200 200 404 200 200 403 403';
const COPY = '303 ok ok 404 403 403 403 403';

const ORIGIN = { source: 'Решение № 1', asOf: '2026', verification: 'verified' };
const unitForm = () => ({
	...ORIGIN,
	nameBg: 'Отдел „Нов“',
	kind: 'department',
	part: 'general',
	parentKey: 'el-fin',
	revision: '1',
});
const postForm = () => ({
	...ORIGIN,
	titleBg: 'Главен експерт',
	unitKey: 'el-fin',
	approved: '1,5',
	occupied: '0',
	category: 'expert',
	relation: 'civil-service',
	funding: 'delegated',
	revision: '1',
});
const block = () => ({
	cells: JSON.stringify([{ fn: 'el-kmet-f01', unit: 'el-fin', post: null, role: 'consulted' }]),
	revisions: '{"el-kmet-f01":1}',
});
const functionForm = (world: World) => ({
	...ORIGIN,
	textBg: 'Издава пропуски за паркиране',
	kind: 'service',
	policyArea: world.value('select key from policy_area order by key'),
	accountable: 'el-fin',
	act0: world.value('select key from legal_act order by key'),
	place0: 'чл. 1, ал. 2',
	revision: '1',
});
const remove = { status: FROZEN, form: () => ({ revision: '1' }) };
const undo = { status: FROZEN, form: () => ({ entry: 'nyama' }) };
const measures = {
	volume: '12',
	low: '1',
	usual: '2',
	high: '3',
	method: 'register',
	year: '2025',
	source: 'Деловодна система',
};
const activity = () => ({ ...measures, key: 'nyama', revision: '1' });
const place = { unitKey: 'el-fin', postKey: '', revision: '1' };

/** Pages of the structure and its functions, asked about Елена. */
export const STRUCTURE_ROUTES: Readonly<Record<string, RouteRow>> = {
	'/(app)/m/[municipality]/structure': { at: '/m/elena/structure?lens=headcount', get: MEMBERS },
	'/(app)/m/[municipality]/structure/units.csv': { at: '/m/elena/structure/units.csv', get: FILES },
	'/(app)/m/[municipality]/structure/posts.csv': { at: '/m/elena/structure/posts.csv', get: FILES },
	'/(app)/m/[municipality]/structure/workbook': { at: '/m/elena/structure/workbook', get: FILES },
	'/(app)/m/[municipality]/structure/chart/[format]': { at: '/m/elena/structure/chart/pdf', get: FILES },
	'/(app)/m/[municipality]/structure/chart/about/[entity]/[key]': {
		at: '/m/elena/structure/chart/about/unit/el-fin',
		get: FILES,
	},
	'/(app)/m/[municipality]/structure/print': { at: '/m/elena/structure/print', get: MEMBERS },
	'/(app)/m/[municipality]/structure/versions': {
		at: '/m/elena/structure/versions',
		get: MEMBERS,
		actions: {
			copy: {
				status: COPY,
				form: (world) => ({
					version: world.value("select id from structure_version where municipality_id = 'elena'"),
					path: '/structure',
				}),
			},
		},
	},
	'/(app)/m/[municipality]/structure/units/new': {
		at: '/m/elena/structure/units/new',
		get: EDITORS,
		actions: { save: { status: FROZEN, form: unitForm } },
	},
	'/(app)/m/[municipality]/structure/units/[key]': {
		at: '/m/elena/structure/units/el-fin',
		get: MEMBERS,
		actions: { undo, save: { status: FROZEN, form: unitForm } },
	},
	'/(app)/m/[municipality]/structure/units/[key]/edit': {
		at: '/m/elena/structure/units/el-fin/edit',
		get: EDITORS,
		actions: { save: { status: FROZEN, form: unitForm }, delete: remove },
	},
	'/(app)/m/[municipality]/structure/posts/new': {
		at: '/m/elena/structure/posts/new?unit=el-fin',
		get: EDITORS,
		actions: { save: { status: FROZEN, form: postForm } },
	},
	'/(app)/m/[municipality]/structure/posts/[key]': {
		at: '/m/elena/structure/posts/el-fin-dir',
		get: MEMBERS,
		actions: { undo, save: { status: FROZEN, form: postForm } },
	},
	'/(app)/m/[municipality]/structure/posts/[key]/edit': {
		at: '/m/elena/structure/posts/el-fin-dir/edit',
		get: EDITORS,
		actions: { save: { status: FROZEN, form: postForm }, delete: remove },
	},
	'/(app)/m/[municipality]/quality': { at: '/m/elena/quality?code=post-without-cost', get: QUALITY },
	'/(app)/m/[municipality]/history': {
		at: '/m/elena/history?q=отдел&kind=unit',
		get: TRAIL,
		actions: {
			reverse: {
				// Whoever may edit comes back to the page, which says that a frozen version has nothing to take back.
				status: '303 303 303 404 403 403 403 403',
				form: () => ({ direction: 'undo', step: '1', back: '/m/elena/structure' }),
			},
		},
	},
	'/(app)/m/[municipality]/history/list.csv': {
		at: '/m/elena/history/list.csv',
		get: '404 200 200 404 200 403 403 403',
	},
	'/(app)/m/[municipality]/functions': { at: '/m/elena/functions?q=бюджет&sort=unit', get: MEMBERS },
	'/(app)/m/[municipality]/functions/list.csv': { at: '/m/elena/functions/list.csv', get: FILES },
	'/(app)/m/[municipality]/functions/matrix': {
		at: '/m/elena/functions/matrix',
		get: MEMBERS,
		actions: { preview: { status: FROZEN, form: block }, set: { status: FROZEN, form: block } },
	},
	'/(app)/m/[municipality]/functions/counts': { at: '/m/elena/functions/counts', get: MEMBERS },
	'/(app)/m/[municipality]/functions/counts.docx': { at: '/m/elena/functions/counts.docx', get: MEMBERS },
	'/(app)/m/[municipality]/functions/matrix.csv': { at: '/m/elena/functions/matrix.csv', get: FILES },
	'/(app)/m/[municipality]/functions/matrix.xlsx': { at: '/m/elena/functions/matrix.xlsx', get: MEMBERS },
	'/(app)/m/[municipality]/functions/near': {
		at: '/m/elena/functions/near?text=Издава скици и удостоверения',
		get: '404 200 200 404 403 403 403 403',
	},
	'/(app)/m/[municipality]/functions/new': {
		at: '/m/elena/functions/new',
		get: EDITORS,
		actions: { save: { status: FROZEN, form: functionForm } },
	},
	'/(app)/m/[municipality]/functions/[key]': {
		at: '/m/elena/functions/el-kmet-f01',
		get: MEMBERS,
		actions: {
			undo,
			save: { status: FROZEN, form: functionForm },
			activity: { status: FROZEN, form: activity },
			addActivity: {
				status: FROZEN,
				form: () => ({ ...measures, unit: 'el-kmet', name: 'Доклади', measure: 'доклад' }),
			},
			removeActivity: { status: FROZEN, form: activity },
			participate: { status: FROZEN, form: () => ({ ...place, role: 'consulted', share: '20' }) },
			remove: { status: FROZEN, form: () => place },
		},
	},
	'/(app)/m/[municipality]/functions/[key]/edit': {
		at: '/m/elena/functions/el-kmet-f01/edit',
		get: EDITORS,
		actions: { save: { status: FROZEN, form: functionForm }, delete: remove },
	},
};
