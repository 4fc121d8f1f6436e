import { lookUp, type AdminFunction, type Structure, type StructureLookup } from '../org/index.ts';
import type { FunctionKey, UnitKey } from '../shared/index.ts';
import { computeDispersion, type Dispersion } from './dispersion.ts';

export interface UnitAmount {
	readonly unitKey: UnitKey;
	/** Share of the function, or hours a year. */
	readonly amount: number;
}

export interface FragmentedFunction extends Dispersion {
	readonly functionKey: FunctionKey;
	readonly units: readonly UnitAmount[];
	/** Whether the shares are stated in the structure or follow from measured volumes. */
	readonly basis: 'shares' | 'hours';
	readonly isAlert: boolean;
}

export interface FragmentedArea extends Dispersion {
	readonly policyArea: string;
	/** Hours a year by unit, most first; measured activities only, mayoralties left out. */
	readonly units: readonly UnitAmount[];
	readonly hours: number;
	/** Part of the functions of the area whose work is measured, 0–1. */
	readonly coverage: number;
	readonly isAlert: boolean;
}

export interface FragmentationOptions {
	/** Dispersion above which a function or area is reported (methodology §2.5: 0,5). */
	readonly above: number;
	/** Least work of an area that is worth a report, in hours a year (0,5 ЕПРВ); null, where it is not known, reports none. */
	readonly minimumHours: number | null;
}

/** Functions done by several units, the most dispersed first. A function of one unit is not listed. */
export function findFragmentedFunctions(
	structure: Structure,
	options: FragmentationOptions,
): readonly FragmentedFunction[] {
	const lookup = lookUp(structure);
	return structure.functions
		.flatMap((fn) => {
			const found = amountsOf(lookup, fn);
			if (!found || found.units.length < 2) return [];
			const dispersion = computeDispersion(found.units.map(({ amount }) => amount));
			if (!dispersion) return [];
			return [
				{ functionKey: fn.key, ...found, ...dispersion, isAlert: dispersion.dispersion > options.above },
			];
		})
		.sort((a, b) => b.dispersion - a.dispersion || (a.functionKey < b.functionKey ? -1 : 1));
}

/** Policy areas by how their measured work is spread over units, the most dispersed first. */
export function findFragmentedAreas(
	structure: Structure,
	options: FragmentationOptions,
): readonly FragmentedArea[] {
	const lookup = lookUp(structure);
	return [...Map.groupBy(structure.functions, (fn) => fn.policyArea)]
		.flatMap(([policyArea, functions]) => {
			const area = areaOf(lookup, functions);
			const dispersion = computeDispersion(area.units.map(({ amount }) => amount));
			if (!dispersion) return [];
			const isAlert =
				dispersion.dispersion > options.above && area.hours >= (options.minimumHours ?? Infinity);
			return [{ policyArea, ...area, ...dispersion, isAlert }];
		})
		.sort((a, b) => b.dispersion - a.dispersion || (a.policyArea < b.policyArea ? -1 : 1));
}

function areaOf(lookup: StructureLookup, functions: readonly AdminFunction[]) {
	const hours = new Map<UnitKey, number>();
	let measured = 0;
	for (const fn of functions) {
		const own = hoursByUnit(lookup, fn.key);
		if (own.size > 0) measured += 1;
		for (const [unitKey, amount] of own) {
			if (lookup.unitByKey.get(unitKey)?.part === 'territorial') continue;
			hours.set(unitKey, (hours.get(unitKey) ?? 0) + amount);
		}
	}
	const units = inOrder(hours);
	return {
		units,
		hours: units.reduce((sum, { amount }) => sum + amount, 0),
		coverage: functions.length === 0 ? 0 : measured / functions.length,
	};
}

/** Stated shares where every doing unit has one, otherwise measured hours. */
function amountsOf(lookup: StructureLookup, fn: AdminFunction) {
	const parts = (lookup.participationsByFunction.get(fn.key) ?? []).filter(
		({ role }) => role === 'accountable' || role === 'participates',
	);
	if (parts.length > 1 && parts.every(({ share }) => share !== null)) {
		const shares = new Map<UnitKey, number>();
		for (const { unitKey, share } of parts) shares.set(unitKey, (shares.get(unitKey) ?? 0) + (share ?? 0));
		return { basis: 'shares' as const, units: inOrder(shares) };
	}
	const hours = hoursByUnit(lookup, fn.key);
	return hours.size > 1 ? { basis: 'hours' as const, units: inOrder(hours) } : undefined;
}

/** Hours a year of the measured activities of a function, by unit. */
export function hoursByUnit(lookup: StructureLookup, functionKey: FunctionKey): ReadonlyMap<UnitKey, number> {
	const hours = new Map<UnitKey, number>();
	for (const { unitKey, annualVolume, minutes } of lookup.activitiesByFunction.get(functionKey) ?? []) {
		if (annualVolume === null || minutes === null) continue;
		hours.set(unitKey, (hours.get(unitKey) ?? 0) + (annualVolume * minutes.usual) / 60);
	}
	return hours;
}

function inOrder(amounts: ReadonlyMap<UnitKey, number>): readonly UnitAmount[] {
	return [...amounts]
		.map(([unitKey, amount]) => ({ unitKey, amount }))
		.sort((a, b) => b.amount - a.amount || (a.unitKey < b.unitKey ? -1 : 1));
}
