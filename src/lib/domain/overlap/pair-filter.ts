import type { ParticipationRole } from '../org/index.ts';
import type { UnitKey } from '../shared/index.ts';
import type { OverlapLabel } from './compare.ts';
import type { OverlapMember } from './structure-statements.ts';
import { isOpen, type JudgedOverlap } from './verdicts.ts';

/** Whether people were found to do both functions, or at least one stands on paper only. */
export const PAIR_WORK = ['counted', 'paper'] as const;
export type PairWork = (typeof PAIR_WORK)[number];

/** Hours a year of the measured work of a function; null where nothing is measured. */
export type HoursOf = (member: OverlapMember) => number | null;

/** Units that take part in a function in this role. */
export type UnitsOf = (member: OverlapMember, role: ParticipationRole) => readonly UnitKey[];

/** What the filter asks about the two functions of a pair. */
export interface MemberFacts {
	readonly hoursOf: HoursOf;
	readonly unitsOf: UnitsOf;
}

/** Which pairs a person looks at; every part narrows, null leaves it open. */
export interface PairFilter {
	/** The strongest labels shown; empty shows all. */
	readonly labels: readonly OverlapLabel[];
	/** Pairs that touch the unit: it answers for one of the functions, or takes part in it in `role`. */
	readonly unit: UnitKey | null;
	/** With `unit`: this unit answers for the other function. */
	readonly otherUnit: UnitKey | null;
	/** How `unit`, or without it any unit, takes part in one of the functions; null asks for who answers. */
	readonly role: ParticipationRole | null;
	readonly policyArea: string | null;
	/** Lowest score, 0–1. */
	readonly from: number;
	/** Only pairs on which nobody has decided. */
	readonly onlyOpen: boolean;
	readonly work: PairWork | null;
	/** Least measured work of each of the two, in hours a year; 0 asks for none. */
	readonly fromHours: number;
}

/** The pairs that pass, in the order given. */
export function filterPairs(
	judged: readonly JudgedOverlap[],
	filter: PairFilter,
	{ hoursOf, unitsOf }: MemberFacts,
): readonly JudgedOverlap[] {
	return judged.filter((one) => {
		const { a, b, label, score } = one.overlap;
		if (filter.labels.length > 0 && !filter.labels.includes(label)) return false;
		if (score < filter.from || (filter.onlyOpen && !isOpen(one))) return false;
		if (filter.policyArea !== null && ![a.fn.policyArea, b.fn.policyArea].includes(filter.policyArea))
			return false;
		return touches([a, b], filter, unitsOf) && isWorked([hoursOf(a), hoursOf(b)], filter);
	});
}

/** How many pairs of each label there are from a score on. */
export interface ThresholdCount {
	readonly from: number;
	readonly duplication: number;
	readonly overlap: number;
	readonly related: number;
}

/** The counts for every hundredth from `lowest` to 1, so that a slider can say what it would leave. */
export function countByThreshold(
	judged: readonly JudgedOverlap[],
	lowest: number,
): readonly ThresholdCount[] {
	const first = Math.round(lowest * 100);
	return Array.from({ length: Math.max(0, 101 - first) }, (_, at) => {
		const from = (first + at) / 100;
		const left = judged.filter(({ overlap }) => overlap.score >= from);
		const count = (label: OverlapLabel) => left.filter(({ overlap }) => overlap.label === label).length;
		return { from, duplication: count('duplication'), overlap: count('overlap'), related: count('related') };
	});
}

function touches(
	members: readonly [OverlapMember, OverlapMember],
	{ unit, otherUnit, role }: PairFilter,
	unitsOf: UnitsOf,
): boolean {
	const stands = (member: OverlapMember) => {
		if (role === null) return unit === null || member.unitKey === unit;
		const units = unitsOf(member, role);
		return unit === null ? units.length > 0 : units.includes(unit);
	};
	const answers = (member: OverlapMember) => otherUnit === null || member.unitKey === otherUnit;
	const [a, b] = members;
	return (stands(a) && answers(b)) || (stands(b) && answers(a));
}

function isWorked(hours: readonly (number | null)[], { work, fromHours }: PairFilter): boolean {
	if (work === 'counted' && hours.includes(null)) return false;
	if (work === 'paper' && !hours.includes(null)) return false;
	return fromHours === 0 || hours.every((one) => one !== null && one >= fromHours);
}
