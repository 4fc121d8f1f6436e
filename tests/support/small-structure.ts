import type {
	Activity,
	AdminFunction,
	OrgUnit,
	Participation,
	Post,
	Structure,
	WorkloadAllowance,
} from '#lib/domain/org/index.ts';
import {
	annualVolume,
	asId,
	eurCents,
	headcount,
	isoDate,
	minutes,
	type ActivityKey,
	type FunctionKey,
	type MunicipalityId,
	type PostKey,
	type UnitKey,
	type VersionId,
} from '#lib/domain/shared/index.ts';

export const unitKey = (text: string) => asId<UnitKey>(text);
export const postKey = (text: string) => asId<PostKey>(text);
export const functionKey = (text: string) => asId<FunctionKey>(text);
export const activityKey = (text: string) => asId<ActivityKey>(text);

const origin = { verification: 'verified', source: 'пример', asOf: null } as const;

export function aUnit(key: string, parent: string | null, more: Partial<OrgUnit> = {}): OrgUnit {
	return {
		key: unitKey(key),
		parentKey: parent === null ? null : unitKey(parent),
		name: { bg: `Звено ${key}`, en: null },
		kind: 'department',
		part: 'specialised',
		sort: 1,
		origin,
		note: null,
		...more,
	};
}

export function aPost(key: string, unit: string, approved: number, more: Partial<Post> = {}): Post {
	return {
		key: postKey(key),
		unitKey: unitKey(unit),
		title: { bg: `Длъжност ${key}`, en: null },
		approved: headcount(approved),
		occupied: headcount(approved),
		category: 'expert',
		relation: 'civil-service',
		funding: 'delegated',
		isHead: false,
		annualCost: eurCents(2_000_000),
		origin,
		note: null,
		...more,
	};
}

export function aFunction(key: string, more: Partial<AdminFunction> = {}): AdminFunction {
	return {
		key: functionKey(key),
		text: { bg: `Изпълнява функция ${key}`, en: null },
		kind: 'service',
		policyArea: 'finance',
		generalCategory: null,
		territory: null,
		bases: [{ actKey: 'zmsma', reference: { article: '44' } }],
		powers: [],
		origin,
		sort: 1,
		...more,
	};
}

export function takesPart(
	fn: string,
	unit: string,
	role: Participation['role'] = 'accountable',
	more: Partial<Participation> = {},
): Participation {
	return { functionKey: functionKey(fn), unitKey: unitKey(unit), postKey: null, role, share: null, ...more };
}

export function anActivity(key: string, fn: string, unit: string, more: Partial<Activity> = {}): Activity {
	return {
		key: activityKey(key),
		functionKey: functionKey(fn),
		unitKey: unitKey(unit),
		postKey: null,
		name: { bg: `Дейност ${key}`, en: null },
		unitOfMeasure: { bg: 'преписка', en: null },
		annualVolume: annualVolume(100),
		minutes: { low: minutes(10), usual: minutes(20), high: minutes(30) },
		method: 'register',
		dataYear: 2014,
		source: 'пример',
		...more,
	};
}

export function aStructure(more: Partial<Structure> = {}): Structure {
	return {
		versionId: asId<VersionId>('v1'),
		municipality: {
			id: asId<MunicipalityId>('m1'),
			slug: 'primer',
			name: { bg: 'Пример', en: 'Example' },
			oblast: { bg: 'Велико Търново', en: null },
			population: 10_000,
			populationAsOf: '2014',
			budget: null,
			budgetAsOf: null,
		},
		validFrom: isoDate('2014-01-01'),
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

/**
 * A small municipality: mayor › directorate finance (dir, 3 posts) › sector rents (rents, 2 posts) and
 * department property (prop, 4 posts). Functions: f-rent (rents), f-reg (prop, rents takes part), f-tax (dir).
 */
export function smallStructure(): Structure {
	return aStructure({
		units: [
			aUnit('mayor', null, { kind: 'mayor', part: 'direct' }),
			aUnit('dir', 'mayor', { kind: 'directorate', part: 'general' }),
			aUnit('rents', 'dir', { kind: 'sector', part: 'general', sort: 1 }),
			aUnit('prop', 'mayor', { sort: 2 }),
		],
		posts: [
			aPost('p-mayor', 'mayor', 1, { category: 'elected', relation: 'elected', isHead: true }),
			aPost('p-dir', 'dir', 1, { category: 'managerial', isHead: true, annualCost: eurCents(3_000_000) }),
			aPost('p-acc', 'dir', 2),
			aPost('p-rent-head', 'rents', 1, { category: 'managerial', isHead: true }),
			aPost('p-rent', 'rents', 1, { funding: 'local' }),
			aPost('p-prop-head', 'prop', 1, { category: 'managerial', isHead: true }),
			aPost('p-prop', 'prop', 3, { occupied: headcount(2) }),
		],
		functions: [aFunction('f-rent'), aFunction('f-reg'), aFunction('f-tax')],
		participations: [
			takesPart('f-rent', 'rents', 'accountable', { postKey: postKey('p-rent') }),
			takesPart('f-reg', 'prop'),
			takesPart('f-reg', 'rents', 'participates'),
			takesPart('f-tax', 'dir'),
		],
		activities: [
			anActivity('a-rent', 'f-rent', 'rents', { postKey: postKey('p-rent') }),
			anActivity('a-reg', 'f-reg', 'prop'),
		],
		allowances: [duty('rents'), duty('prop')],
	});
}

function duty(unit: string): WorkloadAllowance {
	return {
		kind: 'category',
		unitKey: unitKey(unit),
		name: { bg: 'Съвещания', en: null },
		per: { hours: 50 as never },
		source: 'пример',
	};
}
