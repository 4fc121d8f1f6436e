import type { OrgUnit } from '../org/index.ts';
import type { UnitKey } from '../shared/index.ts';
import { sumEstimates, type Estimate } from './estimate.ts';
import type { StaffBalance } from './method-agreement.ts';
import type { UnitNeed } from './three-methods.ts';

/** Several units together; only units with a verdict enter the balance. */
export interface NeedTotals {
	/** Units with posts or a measurement. */
	readonly units: number;
	readonly proven: number;
	/** Need of the units with a verdict; null where there are none. */
	readonly need: Estimate | null;
	/** Occupied posts of the units with a verdict. */
	readonly compared: number;
	readonly approved: number;
	readonly occupied: number;
	readonly balances: Readonly<Record<StaffBalance, number>>;
}

/** Sums the verdicts of units. Example: two proven units need 3,3 and 1,2 and have 3 and 2 people → 4,5 against 5. */
export function sumNeeds(needs: readonly UnitNeed[]): NeedTotals {
	const listed = needs.filter(isStaffed);
	const proven = listed.flatMap((one) =>
		one.verdict.kind === 'proven' ? [{ ...one, verdict: one.verdict }] : [],
	);
	const balances = { shortage: 0, balance: 0, surplus: 0 };
	for (const { verdict } of proven) balances[verdict.balance] += 1;
	return {
		units: listed.length,
		proven: proven.length,
		need: proven.length > 0 ? sumEstimates(proven.map(({ verdict }) => verdict.need)) : null,
		compared: proven.reduce((sum, { occupied }) => sum + occupied, 0),
		approved: listed.reduce((sum, { approved }) => sum + approved, 0),
		occupied: listed.reduce((sum, { occupied }) => sum + occupied, 0),
		balances,
	};
}

/** A unit belongs to a list of needs when it has posts or anything measured. */
export function isStaffed(need: Pick<UnitNeed, 'approved' | 'measures'>): boolean {
	return need.approved > 0 || need.measures.length > 0;
}

/** A unit and all units below it, in the order of the structure. */
export function subtreeNeeds(
	units: readonly OrgUnit[],
	needs: ReadonlyMap<UnitKey, UnitNeed>,
	root: UnitKey,
): readonly UnitNeed[] {
	const inside = new Set<UnitKey>([root]);
	let isGrowing = true;
	while (isGrowing) {
		const before = inside.size;
		for (const { key, parentKey } of units) if (parentKey !== null && inside.has(parentKey)) inside.add(key);
		isGrowing = inside.size > before;
	}
	return units.flatMap(({ key }) => (inside.has(key) ? (needs.get(key) ?? []) : []));
}
