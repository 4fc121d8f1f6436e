import { ADMINISTRATION_PARTS, type OrgUnit } from '../org/index.ts';
import { countStructure } from './numbers.ts';
import type { ScenarioStep } from './run.ts';

export const DECIDING_BODIES = ['council', 'mayor', 'both'] as const;
/** общинският съвет, кметът, съветът за общите числа и кметът за разписанието. */
export type DecidingBody = (typeof DECIDING_BODIES)[number];

/**
 * Who decides on one point: the council on the total number of posts, on their division by parts and on the structure
 * down to directorates and mayoralties; the mayor on lower units, functions and the staffing table. A point of the
 * mayor that moves the totals belongs to both.
 * Source: ЗМСМА, чл. 21, ал. 1, т. 2; structures-and-law §4.3.
 * Example: a new department without posts → `mayor`; a post closed in it → `both`; a directorate closed → `council`.
 */
export function decidingBody({ operation, before, after }: ScenarioStep): DecidingBody {
	const [old, fresh] = [countStructure(before), countStructure(after)];
	const movesTotals =
		old.outside !== fresh.outside ||
		ADMINISTRATION_PARTS.some((part) => old.byPart[part] !== fresh.byPart[part]);
	if (operation.kind.startsWith('unit-') && touchesUpperUnits(before.units, after.units)) return 'council';
	return movesTotals ? 'both' : 'mayor';
}

const UPPER = new Set<OrgUnit['kind']>(['directorate', 'mayoralty', 'mayoral-office']);

function touchesUpperUnits(before: readonly OrgUnit[], after: readonly OrgUnit[]): boolean {
	const old = new Map(before.map((unit) => [unit.key, unit]));
	const fresh = new Map(after.map((unit) => [unit.key, unit]));
	const isUpper = (unit: OrgUnit | undefined) => unit !== undefined && UPPER.has(unit.kind);
	return [...new Set([...old.keys(), ...fresh.keys()])].some((key) => {
		const [was, is] = [old.get(key), fresh.get(key)];
		if (!isUpper(was) && !isUpper(is)) return false;
		return (
			!was || !is || was.kind !== is.kind || was.parentKey !== is.parentKey || was.name.bg !== is.name.bg
		);
	});
}
