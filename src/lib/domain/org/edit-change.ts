import type { Activity, AdminFunction, OrgUnit, Participation, Post, WorkloadAllowance } from './types.ts';

/** What an edit can change, by the name under which the trail keeps it. */
export interface EditedThings {
	readonly unit: OrgUnit;
	readonly post: Post;
	readonly function: AdminFunction;
	readonly participation: Participation;
	readonly activity: Activity;
	readonly 'workload-allowance': WorkloadAllowance;
}
export type EditedEntity = keyof EditedThings;
export const EDITED_ENTITIES = [
	'unit',
	'post',
	'function',
	'participation',
	'activity',
	'workload-allowance',
] as const;

/** One thing that an edit made (`before` null), changed, or removed (`after` null). */
export type StructureChange = {
	readonly [Entity in EditedEntity]: {
		readonly entity: Entity;
		/** Key of the thing; of a participation the key of its function, of an allowance the one it is stored under. */
		readonly key: string;
		readonly before: EditedThings[Entity] | null;
		readonly after: EditedThings[Entity] | null;
	};
}[EditedEntity];
