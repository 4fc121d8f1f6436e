import type { Parameter, ParameterSet, ParameterUnit } from '../legal/index.ts';
import type { Structure, WorkloadAllowance } from '../org/index.ts';
import { isoDate, share } from '../shared/index.ts';
import { AGREEMENT_PARAMETERS } from './method-agreement.ts';
import { WORKLOAD_PARAMETERS } from './thresholds.ts';
import { TIME_PARAMETERS } from './time-by-relation.ts';

/** Assumptions that a reader may try out, with the parameter that each stands for. */
export const ASSUMED_PARAMETERS = {
	leave: { key: TIME_PARAMETERS.absences['basic-leave'], unit: 'days', max: 120 },
	extra: { key: TIME_PARAMETERS.absences['extra-leave'], unit: 'days', max: 120 },
	sick: { key: TIME_PARAMETERS.absences['sick-leave'], unit: 'days', max: 120 },
	training: { key: TIME_PARAMETERS.absences.training, unit: 'days', max: 120 },
	other: { key: TIME_PARAMETERS.absences.other, unit: 'days', max: 120 },
	personal: { key: WORKLOAD_PARAMETERS.personal, unit: 'share', max: 0.5 },
	material: { key: WORKLOAD_PARAMETERS.material, unit: 'share', max: 0.5 },
	tolerance: { key: AGREEMENT_PARAMETERS.tolerance, unit: 'share', max: 1 },
	peers: { key: AGREEMENT_PARAMETERS.peersMinimum, unit: 'count', max: 300 },
} as const satisfies Record<
	string,
	{ readonly key: string; readonly unit: ParameterUnit; readonly max: number }
>;
export type AssumedName = keyof typeof ASSUMED_PARAMETERS;
export const ASSUMED_NAMES = Object.keys(ASSUMED_PARAMETERS) as readonly AssumedName[];

/** Values tried out instead of those in force; null leaves the one in force. Nothing of it is stored. */
export interface WhatIf {
	readonly values: Readonly<Record<AssumedName, number | null>>;
	/** Share of the time that goes to common work in every unit, instead of the recorded allowances, 0–0,9. */
	readonly common: number | null;
}

export const NO_WHAT_IF: WhatIf = {
	values: {
		leave: null,
		extra: null,
		sick: null,
		training: null,
		other: null,
		personal: null,
		material: null,
		tolerance: null,
		peers: null,
	},
	common: null,
};

/** Whether anything is tried out. */
export function isWhatIf({ values, common }: WhatIf): boolean {
	return common !== null || Object.values(values).some((value) => value !== null);
}

/**
 * The parameters with the values tried out; each takes the place of every variant of its key (by relation, by
 * municipality, by date), so that all municipalities are counted under the same assumption.
 * Example: `leave` 25 → 248 − 25 − 8 − 7 − 3 = 205 days × 8 h = 1 640 h instead of 1 680 h.
 */
export function assumedParameters(parameters: ParameterSet, { values }: WhatIf): ParameterSet {
	const assumed = ASSUMED_NAMES.flatMap((name): readonly Parameter[] => {
		const value = values[name];
		if (value === null) return [];
		const { key, unit } = ASSUMED_PARAMETERS[name];
		return [{ ...ALWAYS, key, unit, value }];
	});
	if (assumed.length === 0) return parameters;
	const isReplaced = (key: string) =>
		assumed.some((item) => key === item.key || key.startsWith(`${item.key}.`));
	return [...assumed, ...parameters.filter(({ key }) => !isReplaced(key))];
}

/** The structure with one share of common work in every unit that has posts; individual duties stay as recorded. */
export function assumedStructure(structure: Structure, { common }: WhatIf): Structure {
	if (common === null) return structure;
	const staffed = new Set(structure.posts.map(({ unitKey }) => unitKey));
	const assumed = [...staffed].map((unitKey): WorkloadAllowance => ({
		kind: 'category',
		unitKey,
		name: { bg: '', en: null },
		per: { share: share(common) },
		source: '',
	}));
	const kept = structure.allowances.filter(({ kind }) => kind === 'individual');
	return { ...structure, allowances: [...kept, ...(common > 0 ? assumed : [])] };
}

const ALWAYS = {
	municipality: null,
	validFrom: isoDate('1900-01-01'),
	validTo: null,
	citation: '',
	note: null,
} as const;
