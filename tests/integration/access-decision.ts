import { COUNCIL_ROUTES } from './access-council.ts';
import type { RouteRow, World } from './routes-table.ts';

/** Whoever may read scenarios: not councillors, who read what is submitted, and not viewers. */
const READERS = '303 200 200 404 200 200 403 403';
const EDITORS = '303 200 200 404 403 403 403 403';
const EDIT = '303 ok ok 404 403 403 403 403';

const draft = (world: World) => world.value("select id from scenario where status = 'draft'");
const revision = (world: World) => world.value("select revision from scenario where status = 'draft'");
const firstOperation = (world: World) =>
	world.value('select id from operation where scenario_id = ? order by position', draft(world));
const lastOperation = (world: World) =>
	world.value('select id from operation where scenario_id = ? order by position desc', draft(world));
const secondOperation = (world: World) =>
	world.value('select id from operation where scenario_id = ? and position = 2', draft(world));

const scenarioForm = { name: 'Вариант В', description: '', effective: '2027-07-01' };
const operationForm = (world: World, name: string) => ({
	kind: 'unit-create',
	name: `${name} ${revision(world)}`,
	unit_kind: 'department',
	part: 'specialised',
	parent: '',
	motive: 'Проба',
	effective: '',
	revision: revision(world),
});
const under = (path: string) => (world: World) => `/m/elena/scenarios/${draft(world)}${path}`;

/** Pages of scenarios and of the council, asked about Елена. */
export const DECISION_ROUTES: Readonly<Record<string, RouteRow>> = {
	'/(app)/m/[municipality]/scenarios': { at: '/m/elena/scenarios', get: READERS },
	'/(app)/m/[municipality]/scenarios/compare': {
		at: (world) => `/m/elena/scenarios/compare?with=${draft(world)}&w.cost=2`,
		get: READERS,
	},
	'/(app)/m/[municipality]/scenarios/compare/comparison.xlsx': {
		at: (world) => `/m/elena/scenarios/compare/comparison.xlsx?with=${draft(world)}&w.cost=2`,
		get: READERS,
	},
	'/(app)/m/[municipality]/scenarios/[id]': {
		at: under(''),
		get: READERS,
		actions: {
			move: {
				status: EDIT,
				form: (world) => ({ operation: secondOperation(world), place: '1', revision: revision(world) }),
			},
			/** Nothing was taken out last: the order was changed. */
			restore: { status: EDIT.replaceAll('ok', '409'), form: (world) => ({ revision: revision(world) }) },
			papers: {
				status: EDIT,
				form: (world) => ({ operation: firstOperation(world) }),
			},
			phase: {
				status: EDIT,
				form: (world) => ({ starts: '2027-01-01', title: 'Етап', narrative: '', revision: revision(world) }),
			},
			remove: {
				status: EDIT,
				form: (world) => ({ operation: lastOperation(world), revision: revision(world) }),
			},
			undo: { status: EDIT, form: (world) => ({ revision: revision(world) }) },
		},
	},
	'/(app)/m/[municipality]/scenarios/[id]/application': {
		at: under('/application'),
		get: READERS,
		actions: {
			// the draft was never adopted, so nothing stands that could be taken back or put back
			undo: { status: EDIT.replaceAll('ok', '409'), form: () => ({ reason: 'Върнато', sure: 'on' }) },
			restore: { status: EDIT.replaceAll('ok', '409'), form: () => ({}) },
		},
	},
	'/(app)/m/[municipality]/scenarios/[id]/chart': { at: under('/chart'), get: READERS },
	'/(app)/m/[municipality]/scenarios/[id]/chart/places': {
		at: under('/chart/places?kind=unit&key=el-fin'),
		get: EDITORS,
	},
	'/(app)/m/[municipality]/scenarios/[id]/staffing': { at: under('/staffing?side=after'), get: READERS },
	'/(app)/m/[municipality]/scenarios/[id]/matrix': { at: under('/matrix?side=after'), get: READERS },
	'/(app)/m/[municipality]/scenarios/[id]/impact': { at: under('/impact'), get: READERS },
	'/(app)/m/[municipality]/scenarios/[id]/ledger': { at: under('/ledger'), get: READERS },
	'/(app)/m/[municipality]/scenarios/[id]/rules': { at: under('/rules'), get: READERS },
	'/(app)/m/[municipality]/scenarios/[id]/targets': {
		at: under('/targets'),
		get: READERS,
		actions: {
			default: {
				status: EDIT,
				form: (world) => ({ administration: '87', cost: '', revision: revision(world) }),
			},
		},
	},
	/** Units given to their heads: a head sees the own ones, the consultant and HR give. */
	'/(app)/m/[municipality]/scenarios/[id]/delegation': {
		at: under('/delegation'),
		get: READERS,
		actions: {
			default: {
				status: '303 409 409 404 409 403 403 403',
				form: () => ({ unit: 'el-fin', task: 'Проба', due: '' }),
			},
		},
	},
	'/(app)/m/[municipality]/scenarios/[id]/delegation/[delegation]': {
		at: under('/delegation/nyama'),
		get: '303 404 404 404 404 404 403 403',
		actions: Object.fromEntries(
			['withdraw', 'return', 'accept', 'refuse', 'end'].map((action) => [
				action,
				{
					status: '303 404 404 404 404 404 403 403',
					form: () => ({ operation: 'nyama', revision: '1', reason: 'Проба' }),
				},
			]),
		),
	},
	'/(app)/m/[municipality]/scenarios/[id]/delegation/[delegation]/new': {
		at: under('/delegation/nyama/new?kind=unit-create'),
		get: '303 404 404 404 404 404 403 403',
		actions: {
			default: {
				status: '303 404 404 404 404 404 403 403',
				form: (world) => operationForm(world, 'Чужд отдел'),
			},
		},
	},
	/** The demo scenario rests on the version in force: nothing to move, nothing to take back. */
	'/(app)/m/[municipality]/scenarios/[id]/rebase': {
		at: under('/rebase'),
		get: EDITORS,
		actions: {
			save: {
				status: EDIT.replaceAll('ok', '409'),
				form: (world) => ({ to: 'nyama', revision: revision(world) }),
			},
			undo: { status: EDIT.replaceAll('ok', '409'), form: (world) => ({ revision: revision(world) }) },
		},
	},
	'/(app)/m/[municipality]/scenarios/[id]/edit': {
		at: under('/edit'),
		get: EDITORS,
		actions: {
			default: {
				status: EDIT,
				form: (world) => ({ ...scenarioForm, revision: revision(world) }),
			},
		},
	},
	'/(app)/m/[municipality]/scenarios/[id]/operations/new': {
		at: under('/operations/new?kind=unit-create'),
		get: EDITORS,
		actions: { default: { status: EDIT, form: (world) => operationForm(world, 'Нов отдел') } },
	},
	'/(app)/m/[municipality]/scenarios/[id]/operations/[operation]': {
		at: (world) => under(`/operations/${firstOperation(world)}`)(world),
		get: EDITORS,
		actions: { default: { status: EDIT, form: (world) => operationForm(world, 'Преименуван отдел') } },
	},
	'/(app)/m/[municipality]/scenarios/[id]/submit': {
		at: under('/submit'),
		get: EDITORS,
		actions: {
			default: {
				// a function of Елена has nobody to answer for it, so the draft may not be submitted
				status: '303 409 409 404 403 403 403 403',
				form: (world) => ({
					title: 'Структура',
					mover: 'Кмет',
					ground: 'чл. 21 ЗМСМА',
					revision: revision(world),
				}),
			},
		},
	},
	...COUNCIL_ROUTES,
	'/(app)/m/[municipality]/scenarios/new': {
		at: '/m/elena/scenarios/new',
		get: EDITORS,
		actions: { default: { status: EDIT, form: () => scenarioForm } },
	},
};
