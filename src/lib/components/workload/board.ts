import { layoutWorkloadBars, type WorkloadBarLayout } from '#lib/charts/workload-bars.ts';
import type { LocalText, UnitKind } from '#lib/domain/org/index.ts';
import {
	WORKLOAD_CLASSES,
	type AllowanceError,
	type WorkloadClass,
	type WorkloadFigure,
} from '#lib/domain/workload/index.ts';
import { WORKLOAD_SCOPES, WORKLOAD_SORTS, sortRows, type WorkloadScope, type WorkloadSort } from './view.ts';

/** A unit as the service gives it. */
export interface BoardUnit {
	readonly key: string;
	readonly name: LocalText;
	readonly kind: UnitKind;
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
	const all = units
		.map((unit) => ({ ...unit, figure: unit[scope] }))
		.filter((row) => row.figure.approved > 0 || row.figure.need.kind === 'measured');
	const groups = Map.groupBy(all, (row) => row.figure.class);
	const rows = sortRows(
		all.filter((row) => chosen === null || row.figure.class === chosen),
		sort,
	);
	return {
		scope,
		sort,
		chosen,
		counts: new Map([...groups].map(([code, list]) => [code, list.length])),
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
