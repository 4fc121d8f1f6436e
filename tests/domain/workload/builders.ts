import type { CalendarException, Parameter, ParameterSet, ParameterUnit } from '#lib/domain/legal/index.ts';
import { makeCalendar } from '#lib/domain/legal/index.ts';
import type {
	Activity,
	AdminFunction,
	OrgUnit,
	Origin,
	Participation,
	Post,
	Structure,
	UnitKind,
	WorkloadAllowance,
} from '#lib/domain/org/index.ts';
import {
	annualVolume,
	asId,
	headcount,
	isoDate,
	minutes,
	share,
	type ActivityKey,
	type FunctionKey,
	type MunicipalityId,
	type PostKey,
	type UnitKey,
	type VersionId,
} from '#lib/domain/shared/index.ts';
import type { Allocation } from '#lib/domain/workload/index.ts';

const origin: Origin = { verification: 'reconstructed', source: 'test', asOf: null };
const text = (bg: string) => ({ bg, en: null });

export const unitKey = (key: string) => asId<UnitKey>(key);
export const postKey = (key: string) => asId<PostKey>(key);
export const functionKey = (key: string) => asId<FunctionKey>(key);

export function aUnit(key: string, over: Partial<Omit<OrgUnit, 'key'>> & { kind?: UnitKind } = {}): OrgUnit {
	return {
		key: unitKey(key),
		parentKey: null,
		name: text(key),
		kind: 'directorate',
		part: 'general',
		sort: 0,
		origin,
		note: null,
		...over,
	};
}

export function aPost(key: string, unit: string, over: Partial<Post> = {}): Post {
	return {
		key: postKey(key),
		unitKey: unitKey(unit),
		title: text(key),
		approved: headcount(1),
		occupied: headcount(1),
		category: 'expert',
		relation: 'civil-service',
		funding: 'delegated',
		isHead: false,
		annualCost: null,
		origin,
		note: null,
		...over,
	};
}

export function aFunction(key: string, over: Partial<AdminFunction> = {}): AdminFunction {
	return {
		key: functionKey(key),
		text: text(key),
		kind: 'service',
		policyArea: 'administration',
		generalCategory: null,
		territory: null,
		bases: [],
		powers: [],
		origin,
		sort: 0,
		...over,
	};
}

export function aPart(fn: string, unit: string, over: Partial<Participation> = {}): Participation {
	return {
		functionKey: functionKey(fn),
		unitKey: unitKey(unit),
		postKey: null,
		role: 'accountable',
		share: null,
		...over,
	};
}

/** What a survey says of a post and a function: everybody on the post, one measurement, a cell of its own. */
export function anAllocation(
	post: string,
	fn: string,
	part: number,
	over: Partial<Allocation> = {},
): Allocation {
	return {
		...{ postKey: postKey(post), functionKey: functionKey(fn), share: share(part) },
		...{ low: null, high: null, respondents: null, load: null, occupied: null },
		...{ cell: { id: `${fn} ${post}`, size: 1 }, source: 'анкета' },
		...over,
	};
}

export interface ActivitySpec {
	readonly fn: string;
	readonly unit: string;
	readonly volume: number | null;
	readonly minutes: number | readonly [number, number, number] | null;
	readonly post?: string;
}

export function anActivity(key: string, spec: ActivitySpec): Activity {
	const [low, usual, high] =
		typeof spec.minutes === 'number'
			? [spec.minutes, spec.minutes, spec.minutes]
			: (spec.minutes ?? [0, 0, 0]);
	return {
		key: asId<ActivityKey>(key),
		functionKey: functionKey(spec.fn),
		unitKey: unitKey(spec.unit),
		postKey: spec.post === undefined ? null : postKey(spec.post),
		name: text(key),
		unitOfMeasure: text('преписка'),
		annualVolume: spec.volume === null ? null : annualVolume(spec.volume),
		minutes: spec.minutes === null ? null : { low: minutes(low), usual: minutes(usual), high: minutes(high) },
		method: 'sample-data',
		dataYear: 2025,
		source: 'test',
	};
}

export function aCategoryAllowance(unit: string, percent: number, name = 'Съвещания'): WorkloadAllowance {
	return {
		kind: 'category',
		unitKey: unitKey(unit),
		name: text(name),
		per: { share: share(percent / 100) },
		source: 'test',
	};
}

export function aStructure(over: Partial<Structure>): Structure {
	return {
		versionId: asId<VersionId>('v1'),
		municipality: {
			id: asId<MunicipalityId>('elena'),
			slug: 'elena',
			name: text('Елена'),
			oblast: text('Велико Търново'),
			population: null,
			populationAsOf: null,
			budget: null,
			budgetAsOf: null,
		},
		validFrom: isoDate('2026-01-01'),
		units: [],
		posts: [],
		functions: [],
		participations: [],
		activities: [],
		allowances: [],
		settlements: [],
		...over,
	};
}

export function aParameter(key: string, value: number, unit: ParameterUnit = 'count'): Parameter {
	return {
		key,
		municipality: null,
		value,
		unit,
		validFrom: isoDate('2012-01-01'),
		validTo: null,
		citation: 'test',
		note: null,
	};
}

/** The example inputs of methodology §3.2 and the default thresholds of §3.8. */
export const PARAMETERS: ParameterSet = [
	aParameter('time.hours-per-day', 8, 'hours-per-day'),
	aParameter('time.leave.basic', 20, 'days'),
	aParameter('time.leave.extra.civil-service', 8, 'days'),
	aParameter('time.leave.extra.labour', 5, 'days'),
	aParameter('time.absence.sick', 7, 'days'),
	aParameter('time.absence.training', 3, 'days'),
	aParameter('workload.threshold.low', 0.8, 'ratio'),
	aParameter('workload.threshold.below-norm', 0.95, 'ratio'),
	aParameter('workload.threshold.high', 1.1, 'ratio'),
	aParameter('workload.threshold.overload', 1.25, 'ratio'),
	aParameter('workload.coverage.minimum', 0.7, 'share'),
	aParameter('workload.distribution.personal', 0.05, 'share'),
	aParameter('workload.distribution.material', 0.05, 'share'),
];

const DECREED: readonly CalendarException[] = [
	{ date: isoDate('2026-01-02'), kind: 'off', citation: 'decree' },
];
export const CALENDAR = makeCalendar(DECREED);
export const AS_OF = isoDate('2026-06-01');
