import { layoutWorkloadBars, type WorkloadBarLayout } from '#lib/charts/workload-bars.ts';
import type { AdministrationPart, LocalText, UnitKind } from '#lib/domain/org/index.ts';
import {
	WORKLOAD_CLASSES,
	WORKLOAD_PARTS,
	countClasses,
	isListed,
	type AllowanceError,
	type WorkloadClass,
	type WorkloadFigure,
	type WorkloadPart,
} from '#lib/domain/workload/index.ts';
import { WORKLOAD_SCOPES, WORKLOAD_SORTS, sortRows, type WorkloadScope, type WorkloadSort } from './view.ts';

/** A unit as the service gives it. */
export interface BoardUnit {
	readonly key: string;
	readonly name: LocalText;
	readonly kind: UnitKind;
	readonly part: AdministrationPart;
	readonly depth: number;
	readonly own: WorkloadFigure;
	readonly subtree: WorkloadFigure;
	readonly problem: AllowanceError | null;
}

export interface BoardRow extends BoardUnit {
	/** The figure of the chosen scope. */
	readonly figure: WorkloadFigure;
}

export interface Board {
	readonly scope: WorkloadScope;
	readonly part: WorkloadPart;
	/** Units outside the administration that have posts or measured work. */
	readonly outside: number;
	readonly sort: WorkloadSort;
	readonly chosen: WorkloadClass | null;
	readonly counts: ReadonlyMap<WorkloadClass, number>;
	readonly rows: readonly BoardRow[];
	readonly layout: WorkloadBarLayout;
}

/** What the page shows for an address: scope, order, filter, rows and their geometry. */
export function makeBoard(units: readonly BoardUnit[], url: URL): Board {
	const scope = oneOf(WORKLOAD_SCOPES, url.searchParams.get('scope')) ?? 'own';
	const sort = oneOf(WORKLOAD_SORTS, url.searchParams.get('sort')) ?? 'structure';
	const chosen = oneOf(WORKLOAD_CLASSES, url.searchParams.get('class')) ?? null;
	const part = oneOf(WORKLOAD_PARTS, url.searchParams.get('part')) ?? 'administration';
	const everything = units
		.map((unit) => ({ ...unit, figure: unit[scope] }))
		.filter((row) => isListed(row, 'all'));
	const all = everything.filter((row) => isListed(row, part));
	const rows = sortRows(
		all.filter((row) => chosen === null || row.figure.class === chosen),
		sort,
	);
	return {
		scope,
		part,
		outside: everything.filter((row) => !isListed(row, 'administration')).length,
		sort,
		chosen,
		counts: countClasses(all.map((row) => row.figure)),
		rows,
		layout: layoutWorkloadBars(
			rows.map(({ key, figure }) => ({
				key,
				need: figure.need.kind === 'measured' ? figure.need.value : null,
				approved: figure.approved,
				occupied: figure.occupied,
				class: figure.class,
			})),
		),
	};
}

function oneOf<const T extends string>(options: readonly T[], value: string | null): T | undefined {
	return options.find((option) => option === value);
}
