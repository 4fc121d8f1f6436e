import type {
	AdminFunction,
	Origin,
	OrgUnit,
	Participation,
	Post,
	Structure,
} from '#lib/domain/org/index.ts';
import {
	asId,
	headcount,
	isoDate,
	type FunctionKey,
	type MunicipalityId,
	type PostKey,
	type UnitKey,
	type VersionId,
} from '#lib/domain/shared/index.ts';

export const ORIGIN: Origin = { verification: 'verified', source: 'Решение № 1', asOf: '2024-01-23' };
export const NO_USES = { employees: 0, evidence: 0 } as const;

export const unitKey = (text: string) => asId<UnitKey>(text);
export const postKey = (text: string) => asId<PostKey>(text);
export const functionKey = (text: string) => asId<FunctionKey>(text);

export function aUnit(key: string, parent: string | null, more: Partial<OrgUnit> = {}): OrgUnit {
	return {
		key: unitKey(key),
		parentKey: parent === null ? null : unitKey(parent),
		name: { bg: key, en: null },
		kind: 'department',
		part: 'general',
		sort: 1,
		origin: ORIGIN,
		note: null,
		...more,
	};
}

export function aPost(key: string, unit: string, more: Partial<Post> = {}): Post {
	return {
		key: postKey(key),
		unitKey: unitKey(unit),
		title: { bg: key, en: null },
		approved: headcount(1),
		occupied: headcount(1),
		category: 'expert',
		relation: 'civil-service',
		funding: 'delegated',
		isHead: false,
		annualCost: null,
		origin: ORIGIN,
		note: null,
		...more,
	};
}

export function aFunction(key: string, more: Partial<AdminFunction> = {}): AdminFunction {
	return {
		key: functionKey(key),
		text: { bg: `води регистър ${key}`, en: null },
		kind: 'service',
		policyArea: 'civil-status',
		generalCategory: null,
		territory: null,
		bases: [],
		powers: [],
		origin: ORIGIN,
		sort: 1,
		...more,
	};
}

export function aPart(fn: string, unit: string, role: Participation['role'] = 'accountable'): Participation {
	return { functionKey: functionKey(fn), unitKey: unitKey(unit), postKey: null, role, share: null };
}

export function aStructure(more: Partial<Structure> = {}): Structure {
	const name = { bg: 'Община', en: null };
	return {
		versionId: asId<VersionId>('v1'),
		municipality: {
			id: asId<MunicipalityId>('m1'),
			slug: 'm',
			name,
			oblast: name,
			population: null,
			populationAsOf: null,
			budget: null,
			budgetAsOf: null,
		},
		validFrom: isoDate('2024-01-23'),
		units: [],
		posts: [],
		functions: [],
		participations: [],
		activities: [],
		allowances: [],
		settlements: [],
		...more,
	};
}
