import type { StructureFinding } from './checks-types.ts';
import { accountableUnits, type StructureLookup } from './lookup.ts';
import type { AdminFunction } from './types.ts';

/** Checks of functions and of the shares with which units take part in them. */
export function functionChecks(lookup: StructureLookup): readonly StructureFinding[] {
	const { functions } = lookup.structure;
	return [
		...functions.flatMap((item) => accountabilityCheck(lookup, item)),
		...functions.flatMap(basisCheck),
		...functions.flatMap((item) => shareCheck(lookup, item)),
	];
}

function accountabilityCheck(lookup: StructureLookup, item: AdminFunction): readonly StructureFinding[] {
	const subject = { kind: 'function', key: item.key } as const;
	const units = [...new Set(accountableUnits(lookup, item.key))];
	if (units.length === 0) return [{ code: 'org/function-without-accountable', subject, terms: {} }];
	if (units.length === 1) return [];
	return [{ code: 'org/function-with-several-accountable', subject, terms: { units } }];
}

function basisCheck(item: AdminFunction): readonly StructureFinding[] {
	if (item.bases.length > 0) return [];
	return [{ code: 'org/function-without-basis', subject: { kind: 'function', key: item.key }, terms: {} }];
}

/** The shares of one function's work may not add up to more than the whole; rounding to a percent is forgiven. */
function shareCheck(lookup: StructureLookup, item: AdminFunction): readonly StructureFinding[] {
	const parts = lookup.participationsByFunction.get(item.key) ?? [];
	const sum = parts.reduce((total, part) => total + (part.share ?? 0), 0);
	if (sum <= 1 + 1e-9) return [];
	const units = [...new Set(parts.filter((part) => part.share !== null).map((part) => part.unitKey))];
	return [
		{ code: 'org/shares-above-one', subject: { kind: 'function', key: item.key }, terms: { sum, units } },
	];
}
