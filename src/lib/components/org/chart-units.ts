import type { ChartChange, ChartUnit } from '#lib/charts/org-chart.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import { localText } from '#lib/i18n/names.ts';
import { toChartUnits, type LensFigure, type MarkedUnit } from './unit-marks.ts';

/** What differs from the version before. */
export interface UnitChanges {
	readonly created: readonly string[];
	readonly moved: readonly { readonly key: string; readonly fromKey: string | null }[];
	readonly changed: readonly string[];
	readonly closed: readonly {
		readonly key: string;
		readonly parentKey: string | null;
		readonly name: LocalText;
		readonly kind: string;
	}[];
}

/** The units with the marks of a change; closed units stand where they stood. */
export function changedUnits(
	units: readonly MarkedUnit[],
	changes: UnitChanges | null,
): readonly ChartUnit[] {
	const plain = toChartUnits(units);
	if (changes === null) return plain;
	const kinds = changeKinds(changes);
	const moved = new Map(changes.moved.map(({ key, fromKey }) => [key, fromKey]));
	const closed = changes.closed.map((unit): ChartUnit => ({
		...{ key: unit.key, parentKey: unit.parentKey, label: localText(unit.name), group: unit.kind },
		...{ isApart: false, change: 'closed', movedFromKey: null, weight: 0 },
	}));
	return [
		...plain.map((unit) => ({
			...unit,
			change: kinds.get(unit.key) ?? null,
			movedFromKey: moved.get(unit.key) ?? null,
		})),
		...closed,
	];
}

/** The steps of the lens of changes by unit. */
export function changeFigures(
	units: readonly { readonly key: string }[],
	changes: UnitChanges | null,
): Readonly<Record<string, LensFigure>> {
	const kinds = changes === null ? null : changeKinds(changes);
	const closed = changes?.closed ?? [];
	return Object.fromEntries(
		[...units, ...closed].map(({ key }) => [
			key,
			{ step: kinds === null ? 'unknown' : `change-${kinds.get(key) ?? 'none'}`, value: null },
		]),
	);
}

/** A unit with everything below it; all units when the key is unknown. */
export function subtreeOf(units: readonly ChartUnit[], focus: string | null): readonly ChartUnit[] {
	if (focus === null || !units.some((unit) => unit.key === focus)) return units;
	const kept = new Set([focus]);
	const below = Map.groupBy(units, (unit) => unit.parentKey);
	const open = [focus];
	for (let key = open.pop(); key !== undefined; key = open.pop()) {
		for (const unit of below.get(key) ?? []) {
			if (kept.has(unit.key)) continue;
			kept.add(unit.key);
			open.push(unit.key);
		}
	}
	return units.filter((unit) => kept.has(unit.key));
}

/** A unit and its superiors, the highest first. */
export function pathOf(units: readonly ChartUnit[], key: string | null): readonly ChartUnit[] {
	const byKey = new Map(units.map((unit) => [unit.key, unit]));
	const path: ChartUnit[] = [];
	for (let at = byKey.get(key ?? ''); at && !path.includes(at); at = byKey.get(at.parentKey ?? ''))
		path.push(at);
	return path.reverse();
}

function changeKinds(changes: UnitChanges): ReadonlyMap<string, ChartChange> {
	return new Map<string, ChartChange>([
		...changes.changed.map((key): [string, ChartChange] => [key, 'changed']),
		...changes.moved.map(({ key }): [string, ChartChange] => [key, 'moved']),
		...changes.created.map((key): [string, ChartChange] => [key, 'new']),
		...changes.closed.map(({ key }): [string, ChartChange] => [key, 'closed']),
	]);
}
