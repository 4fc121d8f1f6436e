import type { ParameterUnit } from './parameter.ts';

/** Numbers that each municipality has of its own, by decision or by law from its population; none holds everywhere. */
export const OWN_PARAMETERS = [
	{ key: 'council.size', unit: 'people', isWhole: true, max: 61 },
	{ key: 'rule.approved-headcount', unit: 'count', isWhole: false, max: 10_000 },
] as const satisfies readonly {
	readonly key: string;
	readonly unit: ParameterUnit;
	readonly isWhole: boolean;
	/** Nothing larger is a number of this kind: no council has more than 61 members (ЗМСМА, чл. 19). */
	readonly max: number;
}[];

export type OwnParameterKey = (typeof OWN_PARAMETERS)[number]['key'];
export const OWN_PARAMETER_KEYS = OWN_PARAMETERS.map(({ key }) => key);

/** Whether a number may be the value of an own parameter: above zero, within its bound, whole where people are counted. */
export function isOwnParameterValue(key: OwnParameterKey, value: number): boolean {
	const own = OWN_PARAMETERS.find((candidate) => candidate.key === key);
	return own !== undefined && value > 0 && value <= own.max && (!own.isWhole || Number.isInteger(value));
}
