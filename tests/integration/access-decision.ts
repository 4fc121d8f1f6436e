import { MEMBERS, type RouteRow, type World } from './routes-table.ts';

/** Whoever may read scenarios: not councillors, who read what is submitted, and not viewers. */
const READERS = '303 200 200 404 200 200 403 403';
const EDITORS = '303 200 200 404 403 403 403 403';
const EDIT = '303 ok ok 404 403 403 403 403';

const draft = (world: World) => world.value("select id from scenario where status = 'draft'");
const revision = (world: World) => world.value("select revision from scenario where status = 'draft'");
const proposalRevision = (world: World, number: string) =>
	world.value('select revision from proposal where number = ?', number);
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
/** Amendments are filed by the council and by the mover. */
const FILERS = '303 200 200 404 403 403 200 403';
const amendmentForm = (world: World) => ({
	...{ way: 'reword', words: 'Друг мотив', motive: 'Проба' },
	point: world.value(
		'select operation.id from operation join proposal on proposal.scenario_id = operation.scenario_id where proposal.number = 1 order by operation.position',
	),
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
	'/(app)/m/[municipality]/council': { at: '/m/elena/council', get: MEMBERS },
	'/(app)/m/[municipality]/council/[proposal]': {
		at: '/m/elena/council/1',
		get: MEMBERS,
		actions: {
			comment: {
				status: '303 ok ok 404 ok ok ok 403',
				form: () => ({ operation: '', parent: '', body: 'Кога влиза в сила?' }),
			},
			step: {
				// the chair may return a proposal, but not without a reason
				status: '303 409 403 404 403 403 403 403',
				form: (world) => ({ action: 'return', note: '', revision: proposalRevision(world, '1') }),
			},
		},
	},
	'/(app)/m/[municipality]/council/[proposal]/structure': {
		at: '/m/elena/council/1/structure',
		get: MEMBERS,
	},
	'/(app)/m/[municipality]/council/[proposal]/rules': { at: '/m/elena/council/1/rules', get: MEMBERS },
	'/(app)/m/[municipality]/council/[proposal]/papers': {
		at: '/m/elena/council/1/papers',
		get: '303 200 200 404 200 403 200 403',
	},
	'/(app)/m/[municipality]/council/[proposal]/papers/check': {
		at: '/m/elena/council/1/papers/check',
		get: '303 200 200 404 200 403 200 403',
		actions: {
			check: {
				// a text is neither a document nor a workbook
				status: '303 409 409 404 409 403 409 403',
				form: () => ({ file: new File(['Решение'], 'reshenie.docx') }),
				multipart: true,
			},
		},
	},
	'/(app)/m/[municipality]/council/[proposal]/papers/publish': {
		at: '/m/elena/council/1/papers/publish',
		get: '303 200 200 404 403 403 403 403',
		actions: {
			// the proposal is not adopted, so there is nothing to publish and nothing to withdraw
			publish: { status: '303 409 409 404 403 403 403 403', form: () => ({ revision: '0' }) },
			withdraw: { status: '303 409 409 404 403 403 403 403', form: () => ({ revision: '1' }) },
		},
	},
	'/(app)/m/[municipality]/council/[proposal]/papers/[file]': {
		at: '/m/elena/council/1/papers/staffing.docx',
		get: '303 200 200 404 200 403 403 403',
	},
	'/(app)/m/[municipality]/council/[proposal]/vote': {
		at: '/m/elena/council/2/vote',
		get: '303 200 403 404 403 403 403 403',
		actions: {
			vote: {
				status: '303 ok 403 404 403 403 403 403',
				form: (world) => ({ session: '2026-11-21', revision: proposalRevision(world, '2') }),
			},
			decide: {
				// nobody voted „за“, and no decision takes effect before it is taken
				status: '303 409 403 404 403 403 403 403',
				form: (world) => ({
					number: '45',
					effective: '2020-01-01',
					revision: proposalRevision(world, '2'),
				}),
			},
		},
	},
	'/(app)/m/[municipality]/council/[proposal]/vote/[ballot]': {
		// nothing is voted yet in the prepared proposal; the vote above is the first
		at: '/m/elena/council/2/vote/1',
		get: MEMBERS.replaceAll('200', '404'),
		actions: {
			correct: {
				status: '303 ok 403 404 403 403 403 403',
				form: (world) => ({
					...{ method: 'counted', for: '7', against: '1', abstain: '0', reason: 'Грешен запис' },
					revision: proposalRevision(world, '2'),
				}),
			},
			withdraw: {
				status: '303 ok 403 404 403 403 403 403',
				form: (world) => ({
					withdraw_reason: 'Записано два пъти',
					revision: proposalRevision(world, '2'),
				}),
			},
		},
	},
	'/(app)/m/[municipality]/council/[proposal]/procedure': {
		at: '/m/elena/council/1/procedure',
		get: MEMBERS,
		actions: {
			set: {
				status: '303 ok 403 404 403 403 403 403',
				form: (world) => ({
					...{ committee: 'Бюджет и финанси', until: '', session: '' },
					revision: proposalRevision(world, '1'),
				}),
			},
			mark: {
				status: '303 ok 403 404 403 403 403 403',
				form: (world) => ({
					...{ step: 'committee', day: '2026-11-21', note: '' },
					revision: proposalRevision(world, '1'),
				}),
			},
		},
	},
	'/(app)/m/[municipality]/council/[proposal]/amendments': {
		at: '/m/elena/council/1/amendments',
		get: MEMBERS,
	},
	'/(app)/m/[municipality]/council/[proposal]/amendments/new': {
		at: '/m/elena/council/1/amendments/new',
		get: FILERS,
		actions: {
			preview: { status: FILERS, form: amendmentForm },
			file: { status: FILERS.replaceAll('200', 'ok'), form: amendmentForm },
		},
	},
	'/(app)/m/[municipality]/council/[proposal]/amendments/[number]': {
		// there is no such amendment
		at: '/m/elena/council/1/amendments/900',
		get: MEMBERS.replaceAll('200', '404'),
		actions: {
			withdraw: { status: '303 404 404 404 404 404 404 404', form: () => ({ revision: '1' }) },
			opinion: {
				status: '303 404 404 404 404 404 404 404',
				form: () => ({ revision: '1', opinion: 'accepts', text: '' }),
			},
		},
	},
	'/(app)/m/[municipality]/council/[proposal]/text': {
		at: '/m/elena/council/1/text?view=difference',
		get: MEMBERS,
	},
	'/(app)/m/[municipality]/council/[proposal]/show': { at: '/m/elena/council/1/show', get: MEMBERS },
	'/(app)/m/[municipality]/council/[proposal]/questions': {
		at: '/m/elena/council/1/questions',
		get: MEMBERS,
		actions: {
			ask: {
				// councillors ask and keep notes, nobody else
				status: '303 403 403 404 403 403 ok 403',
				form: () => ({ body: 'Кога отделът започва работа?', point: '' }),
			},
			note: {
				status: '303 403 403 404 403 403 ok 403',
				form: () => ({ note: 'Да попитам финансовия отдел.', point: '' }),
			},
			answer: {
				// there is no such question
				status: EDIT.replaceAll('ok', '409'),
				form: () => ({ number: '900', revision: '1', answer: 'От 1 януари.' }),
			},
		},
	},
	'/(app)/m/[municipality]/council/[proposal]/opinions.docx': {
		at: '/m/elena/council/1/opinions.docx',
		get: '303 200 200 404 200 403 200 403',
	},
	'/(app)/m/[municipality]/council/[proposal]/opinions': {
		at: '/m/elena/council/1/opinions',
		get: MEMBERS,
		actions: {
			record: {
				// the consultant and the chair keep the ledger
				status: EDIT,
				form: () => ({
					...{ source: 'union', name: 'Синдикат', received: '2026-11-20', body: 'Без съкращения.' },
					point: '',
				}),
			},
			answer: {
				// there is no such opinion
				status: EDIT.replaceAll('ok', '409'),
				form: () => ({ number: '900', revision: '1', answer: 'accepted', motive: '', point: '' }),
			},
			correct: {
				status: EDIT.replaceAll('ok', '409'),
				form: () => ({
					...{ number: '900', revision: '1', source: 'union', name: 'Синдикат' },
					...{ received: '2026-11-20', body: 'Без съкращения.', point: '' },
				}),
			},
			remove: {
				status: EDIT.replaceAll('ok', '409'),
				form: () => ({ number: '900', revision: '1', reason: 'Има лични данни.' }),
			},
		},
	},
	'/(app)/m/[municipality]/scenarios/new': {
		at: '/m/elena/scenarios/new',
		get: EDITORS,
		actions: { default: { status: EDIT, form: () => scenarioForm } },
	},
};
