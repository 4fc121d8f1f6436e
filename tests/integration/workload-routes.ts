import { MEMBERS, type RouteRow } from './routes-table.ts';

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
	'/(app)/m/[municipality]/workload/even': { at: '/m/elena/workload/even', get: MEMBERS },
	'/(app)/m/[municipality]/workload/methods.xlsx': { at: '/m/elena/workload/methods.xlsx', get: MEMBERS },
};
