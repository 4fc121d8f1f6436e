import { MEMBERS, type RouteRow, type World } from './routes-table.ts';

const EDIT = '303 ok ok 404 403 403 403 403';
/** Amendments are filed by the council and by the mover. */
const FILERS = '303 200 200 404 403 403 200 403';
const amendmentForm = (world: World) => ({
	...{ way: 'reword', words: 'Друг мотив', motive: 'Проба' },
	point: world.value(
		'select operation.id from operation join proposal on proposal.scenario_id = operation.scenario_id where proposal.number = 1 order by operation.position',
	),
});

const proposalRevision = (world: World, number: string) =>
	world.value('select revision from proposal where number = ?', number);

/** Pages of what is before the council, asked about Елена; in the order in which the steps follow each other. */
export const COUNCIL_ROUTES: Readonly<Record<string, RouteRow>> = {
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
};
