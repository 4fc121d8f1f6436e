import type { AdminFunction, OrgUnit, Participation, Structure } from '../org/index.ts';
import type { FunctionKey, UnitKey } from '../shared/index.ts';
import { balanceOfStaff, type AgreementRule, type StaffBalance } from './method-agreement.ts';
import type { FunctionNeed, UnitNeed } from './three-methods.ts';

/** A transfer that would bring two units nearer to balance; only ever a suggestion. */
export interface EvenOut {
	readonly functionKey: FunctionKey;
	readonly from: UnitKey;
	readonly to: UnitKey;
	/** Work that would move, full posts. */
	readonly fte: number;
	/** Posts that the giving unit lacks and the receiving one has too many of, before. */
	readonly shortage: number;
	readonly surplus: number;
	/** What both would be afterwards. */
	readonly after: { readonly from: StaffBalance; readonly to: StaffBalance };
}

export interface EvenOutInput {
	readonly structure: Structure;
	readonly needs: ReadonlyMap<UnitKey, UnitNeed>;
	readonly rule: Pick<AgreementRule, 'shortage' | 'surplus'>;
}

/**
 * Transfers from a unit with a proven shortage to one with a proven surplus, the largest first, ties by function key.
 *
 * A function may move only where the giver answers for it, the receiver takes part in it already and answers for another
 * function of the same policy area (it knows the matter), the function is bound to no settlement, its work is known
 * and fits into the surplus. Each function is suggested once, to the receiver with the greatest surplus.
 * Example: a shortage of 1,2 posts, a surplus of 0,8, a shared function of 0,5 → suggested; one of 0,9 → does not fit.
 */
export function suggestEvenOut({ structure, needs, rule }: EvenOutInput): readonly EvenOut[] {
	const roles = Map.groupBy(structure.participations, ({ functionKey }) => functionKey);
	const functions = new Map(structure.functions.map((fn) => [fn.key, fn]));
	const areas = answeredAreas(structure.participations, functions);
	const receivers = structure.units
		.filter(({ part }) => part !== 'outside')
		.flatMap((unit) => balanced(unit, needs, 'surplus'))
		.sort((a, b) => b.gap - a.gap || (a.key < b.key ? -1 : 1));
	const givers = structure.units.flatMap((unit) => balanced(unit, needs, 'shortage'));
	const found = givers.flatMap((giver) =>
		giver.need.functions.flatMap((item): readonly EvenOut[] => {
			const fn = functions.get(item.functionKey);
			const fte = workOf(item);
			const parts = roles.get(item.functionKey) ?? [];
			if (!fn || fn.territory !== null || fte === null || !answers(parts, giver.key)) return [];
			const receiver = receivers.find(
				({ key, gap }) =>
					key !== giver.key && takesPart(parts, key) && fte <= gap && areas.get(key)?.has(fn.policyArea),
			);
			if (!receiver) return [];
			const balance = (occupied: number, need: number) => balanceOfStaff(occupied, need, rule);
			return [
				{
					...{ functionKey: fn.key, from: giver.key, to: receiver.key, fte },
					...{ shortage: giver.gap, surplus: receiver.gap },
					after: {
						from: balance(giver.need.occupied, giver.expected - fte),
						to: balance(receiver.need.occupied, receiver.expected + fte),
					},
				},
			];
		}),
	);
	return found.sort((a, b) => b.fte - a.fte || (a.functionKey < b.functionKey ? -1 : 1));
}

interface Balanced {
	readonly key: UnitKey;
	readonly need: UnitNeed;
	readonly expected: number;
	/** Posts too few or too many, above 0. */
	readonly gap: number;
}

function balanced(
	{ key }: OrgUnit,
	needs: ReadonlyMap<UnitKey, UnitNeed>,
	balance: StaffBalance,
): readonly Balanced[] {
	const need = needs.get(key);
	if (need?.verdict.kind !== 'proven' || need.verdict.balance !== balance) return [];
	const { expected } = need.verdict.need;
	return [{ key, need, expected, gap: Math.abs(need.occupied - expected) }];
}

/** Work of a function by volume, or by comparison; null where neither knows it. Answers of single people are not used. */
function workOf({ volume, comparison }: FunctionNeed): number | null {
	const work = (volume ?? comparison)?.expected ?? 0;
	return work > 0 ? work : null;
}

function answers(parts: readonly Participation[], unit: UnitKey): boolean {
	return parts.some(({ unitKey, role }) => unitKey === unit && role === 'accountable');
}

function takesPart(parts: readonly Participation[], unit: UnitKey): boolean {
	return parts.some(({ unitKey, role }) => unitKey === unit && role === 'participates');
}

/** Policy areas in which each unit answers for a function. */
function answeredAreas(
	participations: readonly Participation[],
	functions: ReadonlyMap<FunctionKey, AdminFunction>,
): ReadonlyMap<UnitKey, ReadonlySet<string>> {
	const answering = participations.filter(({ role }) => role === 'accountable');
	const areas = new Map<UnitKey, Set<string>>();
	for (const { unitKey, functionKey } of answering) {
		const fn = functions.get(functionKey);
		if (fn) areas.set(unitKey, (areas.get(unitKey) ?? new Set()).add(fn.policyArea));
	}
	return areas;
}
