import type { Activity, AdminFunction, OrgUnit, Participation, Post } from '../org/index.ts';
import type { Employee, Requirement } from '../training/index.ts';
import type { FieldKey } from './fields.ts';
import type { PlanLine, PlanOfYear } from './plan-line.ts';

/** Everything that an import may write, by the name under which it is stored. */
export interface ImportedThings {
	readonly unit: OrgUnit;
	readonly post: Post;
	readonly function: AdminFunction;
	readonly participation: Participation;
	readonly activity: Activity;
	readonly employee: Employee;
	readonly requirement: Requirement;
	readonly 'training-plan': PlanOfYear;
	readonly 'plan-item': PlanLine;
}
export type ImportEntity = keyof ImportedThings;

/** What stands outside the versions of a structure: writing it changes none. */
const OUTSIDE_VERSIONS: ReadonlySet<ImportEntity> = new Set<ImportEntity>([
	'employee',
	'requirement',
	'training-plan',
	'plan-item',
]);

/** Whether a thing belongs to a version of the structure. */
export function isOfStructure(entity: ImportEntity): boolean {
	return !OUTSIDE_VERSIONS.has(entity);
}

/** Years whose plan is approved and says something else after the changes, in order. */
export function approvedYears(
	plans: readonly PlanOfYear[],
	changes: readonly Pick<ImportChange, 'entity' | 'before' | 'after'>[],
): readonly number[] {
	const touched = new Set(
		changes.flatMap((change) =>
			change.entity === 'plan-item' ? [lineYear(change.before), lineYear(change.after)] : [],
		),
	);
	const approved = plans.filter(({ year, state }) => state === 'approved' && touched.has(year));
	return approved.map(({ year }) => year).sort((a, b) => a - b);
}

function lineYear(line: object | null): number | null {
	return line !== null && 'year' in line && typeof line.year === 'number' ? line.year : null;
}

/**
 * Which cell a value came from; no cell where it was assumed, because the file does not say, and `WHOLE_SHEET` where a
 * person set it for all rows.
 */
export interface CellSource {
	readonly field: FieldKey;
	readonly sheet: string;
	readonly cell: string | null;
}

/** One thing that the import makes (`before` null), changes, or removes (`after` null). */
export type ImportChange = {
	readonly [Entity in ImportEntity]: {
		readonly entity: Entity;
		readonly key: string;
		readonly before: ImportedThings[Entity] | null;
		readonly after: ImportedThings[Entity] | null;
		/** Sheet by its place in the file, and row; null for what is missing in the file and for a unit made on the way. */
		readonly from: { readonly sheet: number; readonly row: number } | null;
		readonly sources: readonly CellSource[];
	};
}[ImportEntity];

/** Something of the structure that the file does not name. */
export interface MissingThing {
	readonly entity: ImportEntity;
	readonly key: string;
	/** Why it stays whatever the mode: others rest on it. */
	readonly isProtected: boolean;
}

/**
 * `merge` writes only what the file says; `close` also removes what the file does not name; `replace` also sets what
 * the file is silent about back to what a new thing has. Keys stay in every mode, and nothing in use is removed.
 */
export const IMPORT_MODES = ['merge', 'close', 'replace'] as const;
export type ImportMode = (typeof IMPORT_MODES)[number];

/** Names of the fields in which two states of a thing differ, in the order of the newer one. */
export function changedFields(before: object | null, after: object | null): readonly string[] {
	const [old, now] = [toFields(before), toFields(after)];
	return [...new Set([...Object.keys(now), ...Object.keys(old)])].filter(
		(field) => JSON.stringify(old[field]) !== JSON.stringify(now[field]),
	);
}

function toFields(thing: object | null): Readonly<Record<string, unknown>> {
	return thing === null ? {} : { ...thing };
}
