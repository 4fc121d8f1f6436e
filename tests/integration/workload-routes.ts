import { MEMBERS, type RouteRow, type World } from './routes-table.ts';

const ANALYSTS = '303 ok ok 404 403 403 403 403';

/** Pages about the need by three methods, asked about Елена. */
export const WORKLOAD_ROUTES: Readonly<Record<string, RouteRow>> = {
	'/(app)/m/[municipality]/workload/methods': {
		at: '/m/elena/workload/methods?leave=25&base=settlements',
		get: MEMBERS,
	},
	'/(app)/m/[municipality]/workload/methods/[unit]': {
		at: '/m/elena/workload/methods/el-va',
		get: MEMBERS,
	},
	'/(app)/m/[municipality]/workload/sample': {
		at: '/m/elena/workload/sample?share=25&error=2',
		get: MEMBERS,
	},
	'/(app)/m/[municipality]/workload/day': {
		at: '/m/elena/workload/day',
		get: '303 200 200 404 403 403 403 403',
		actions: {
			/** Each row an hour later, so that none lies over another. */
			add: {
				status: ANALYSTS,
				form: (world: World) => ({
					post: world.value("select key from post where unit_key = 'el-va'"),
					day: '2025-11-20',
					starts: `${8 + rowsOf(world)}:00`,
					ends: `${9 + rowsOf(world)}:00`,
					activity: 'Одитни доклади',
					function: '',
					kind: 'productive',
				}),
			},
			remove: { status: ANALYSTS, form: () => ({ id: 'nothing', post: 'el-va', day: '2025-11-20' }) },
		},
	},
	'/(app)/m/[municipality]/workload/year': {
		at: '/m/elena/workload/year',
		get: MEMBERS,
		actions: {
			start: { status: ANALYSTS, form: () => ({}) },
		},
	},
	'/(app)/m/[municipality]/workload/year.xlsx': {
		at: '/m/elena/workload/year.xlsx',
		// No version is continued in the demo data: the page that says so.
		get: '303 303 303 404 303 303 303 303',
	},
	'/(app)/m/[municipality]/workload/months': { at: '/m/elena/workload/months?year=2026', get: MEMBERS },
	'/(app)/m/[municipality]/workload/benchmarks': {
		at: '/m/elena/workload/benchmarks?near=5',
		get: MEMBERS,
	},
	'/(app)/m/[municipality]/workload/even': { at: '/m/elena/workload/even', get: MEMBERS },
	'/(app)/m/[municipality]/workload/methods.xlsx': { at: '/m/elena/workload/methods.xlsx', get: MEMBERS },
};

function rowsOf(world: World): number {
	return Number(world.value('select count(*) from work_day_entry'));
}
