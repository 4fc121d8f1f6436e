import { ADMINISTRATOR, type RouteRow, type World } from './routes-table.ts';

/** Done by the administrator; for everybody else there is no such page. */
const DONE = '303 ok 404 404 404 404 404 404';

const userNamed = (world: World, username: string) =>
	world.value('select id from user where username = ?', username);

const details = {
	name: 'Лясковец',
	name_en: 'Lyaskovets Municipality',
	province: 'Велико Търново',
	population: '13949',
	population_as_of: '2016',
	budget: '',
	budget_as_of: '',
};

/** Pages of whoever looks after the installation; what is about one municipality is asked about Лясковец. */
export const ADMIN_ROUTES: Readonly<Record<string, RouteRow>> = {
	'/(app)/admin/parameters': { at: '/admin/parameters', get: ADMINISTRATOR },
	'/(app)/admin/users': {
		at: '/admin/users',
		get: ADMINISTRATOR,
		actions: {
			add: {
				status: DONE,
				form: () => ({ username: 'nova', name: 'Нова', password: 'ustroy-demo' }),
			},
			access: {
				status: DONE,
				form: (world) => ({ user: userNamed(world, 'nova'), enabled: 'false' }),
			},
			password: {
				status: DONE,
				form: () => ({ account: 'nova', new_password: 'друга парола' }),
			},
		},
	},
	'/(app)/admin/municipalities': {
		at: '/admin/municipalities',
		get: ADMINISTRATOR,
		actions: {
			add: {
				status: DONE,
				form: () => ({ ...details, name: 'Попово', name_en: '', province: 'Търговище', slug: '' }),
			},
		},
	},
	'/(app)/admin/municipalities/[municipality]': {
		at: '/admin/municipalities/lyaskovets',
		get: ADMINISTRATOR,
		actions: {
			save: {
				status: DONE,
				form: (world) => ({
					...details,
					revision: world.value("select revision from municipality where slug = 'lyaskovets'"),
				}),
			},
			/** It holds much; only an empty one may go. */
			remove: {
				status: '303 409 404 404 404 404 404 404',
				form: (world) => ({
					revision: world.value("select revision from municipality where slug = 'lyaskovets'"),
					isSure: 'on',
				}),
			},
			settlement: {
				status: DONE,
				form: () => ({
					...{ settlement: '', revision: '', settlement_name: 'Нова махала', settlement_name_en: '' },
					...{ kind: 'village', status: 'none', ekatte: '12345', residents: '12' },
				}),
			},
			settlements: {
				status: DONE,
				form: () => ({ settlements: 'с. Ново село; 51234; 1 020; кметство\nМахала' }),
			},
			removeSettlement: {
				status: DONE,
				form: (world) => ({
					settlement: world.value(
						"select id from settlement where municipality_id = 'lyaskovets' and revision = 1 order by name_bg",
					),
					revision: '1',
				}),
			},
			grant: {
				status: DONE,
				form: (world) => ({ user: userNamed(world, 'hr-lyaskovets'), role: 'viewer', unit: '' }),
			},
			revoke: {
				status: DONE,
				form: (world) => ({ user: userNamed(world, 'rakovoditel-lyaskovets'), role: 'unit-head' }),
			},
			councillor: {
				status: DONE,
				form: () => ({ councillor_name: 'Нов Съветник', account: '', since: '2090-01-01' }),
			},
			endMandate: {
				status: DONE,
				form: (world) => ({
					councillor: world.value(
						"select id from councillor where municipality_id = 'lyaskovets' order by id",
					),
					until: '2091-01-01',
				}),
			},
			parameter: {
				status: DONE,
				form: () => ({
					key: 'council.size',
					amount: '17',
					holds_from: '2091-01-01',
					citation: 'Решение № 1',
				}),
			},
		},
	},
};
