import { share, type FunctionKey, type Share, type UnitKey } from '../../shared/index.ts';
import {
	PARTICIPATION_ROLES,
	type Participation,
	type Structure,
	type WorkloadAllowance,
} from '../../org/index.ts';

/**
 * Participations, activities and allowances of one unit go to another, post links with them.
 * Where both took part in a function, the stronger role stays and known shares add up (never above 1);
 * a duty of everybody (category allowance) that both had in the same words and amount counts once.
 */
export function handOverRest(structure: Structure, from: UnitKey, to: UnitKey): Structure {
	return {
		...structure,
		participations: joinParticipations(
			structure.participations.map((part) => (part.unitKey === from ? { ...part, unitKey: to } : part)),
		),
		activities: structure.activities.map((activity) =>
			activity.unitKey === from ? { ...activity, unitKey: to } : activity,
		),
		allowances: joinAllowances(structure.allowances, from, to),
	};
}

/** Functions for which the unit answers, in the order of the structure. */
export function answeredFunctions(structure: Structure, unitKey: UnitKey): readonly FunctionKey[] {
	return structure.participations
		.filter((part) => part.unitKey === unitKey && part.role === 'accountable')
		.map((part) => part.functionKey);
}

/** One participation for each function, unit and post: the stronger role, the shares added. */
export function joinParticipations(participations: readonly Participation[]): readonly Participation[] {
	return joinInPlace(participations).filter((part) => part !== null);
}

/** As {@link joinParticipations}, each in the place where it stood; null where it went into one before it. */
export function joinInPlace(
	participations: readonly (Participation | null)[],
): readonly (Participation | null)[] {
	const joined: (Participation | null)[] = [];
	const places = new Map<FunctionKey, number[]>();
	for (const [place, part] of participations.entries()) {
		const ofFunction = part && places.get(part.functionKey);
		const at = ofFunction?.find((known) => isSamePart(joined[known], part));
		const other = at === undefined ? null : joined[at];
		joined.push(other ? null : part);
		if (!part) continue;
		if (at !== undefined && other) joined[at] = joinTwo(other, part);
		else if (ofFunction) ofFunction.push(place);
		else places.set(part.functionKey, [place]);
	}
	return joined;
}

function isSamePart(one: Participation | null | undefined, other: Participation | null): boolean {
	return one?.unitKey === other?.unitKey && (one?.postKey ?? '') === (other?.postKey ?? '');
}

/** Identity of a participation: who (unit, post) takes part in what. */
export function participationKey(part: Omit<Participation, 'role' | 'share'>): string {
	return `${part.functionKey} ${part.unitKey} ${part.postKey ?? ''}`;
}

function joinTwo(one: Participation, other: Participation): Participation {
	const rank = (part: Participation) => PARTICIPATION_ROLES.indexOf(part.role);
	const role = rank(one) <= rank(other) ? one.role : other.role;
	return { ...one, role, share: addShares(one.share, other.share) };
}

/** Known shares add up; one unknown share leaves the known one, because nothing else is known. */
function addShares(one: Share | null, other: Share | null): Share | null {
	if (one === null) return other;
	return other === null ? one : share(Math.min(1, one + other));
}

function joinAllowances(
	allowances: readonly WorkloadAllowance[],
	from: UnitKey,
	to: UnitKey,
): readonly WorkloadAllowance[] {
	const kept = allowances.filter((allowance) => allowance.unitKey === to && allowance.kind === 'category');
	const isHeldAlready = (allowance: WorkloadAllowance) =>
		allowance.kind === 'category' &&
		kept.some((other) => other.kind === 'category' && isSameDuty(other, allowance));
	return allowances.flatMap((allowance) => {
		if (allowance.unitKey !== from) return [allowance];
		return isHeldAlready(allowance) ? [] : [{ ...allowance, unitKey: to }];
	});
}

function isSameDuty(one: WorkloadAllowance, other: WorkloadAllowance): boolean {
	if (one.kind !== 'category' || other.kind !== 'category' || one.name.bg !== other.name.bg) return false;
	return JSON.stringify(one.per) === JSON.stringify(other.per);
}
