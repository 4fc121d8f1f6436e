import {
	lookUp,
	type Origin,
	type Participation,
	type Post,
	type Structure,
	type StructureLookup,
} from '#lib/domain/org/index.ts';
import {
	asId,
	eurCents,
	headcount,
	isoDate,
	type CompetencyKey,
	type CourseKey,
	type EmployeeId,
	type FunctionKey,
	type MunicipalityId,
	type OperationId,
	type PostKey,
	type UnitKey,
	type VersionId,
} from '#lib/domain/shared/index.ts';
import type {
	Assessment,
	Competency,
	CompetencyLevel,
	Course,
	Employee,
	PlanItem,
	Requirement,
} from '#lib/domain/training/index.ts';

const origin: Origin = { verification: 'reconstructed', source: 'пример', asOf: null };

export const unit = (key: string) => asId<UnitKey>(key);
export const post = (key: string) => asId<PostKey>(key);
export const fn = (key: string) => asId<FunctionKey>(key);
export const skill = (key: string) => asId<CompetencyKey>(key);
export const person = (key: string) => asId<EmployeeId>(key);
export const operation = (key: string) => asId<OperationId>(key);

export function aPost(key: string, unitKey: string, more: Partial<Post> = {}): Post {
	return {
		key: post(key),
		unitKey: unit(unitKey),
		title: { bg: `длъжност ${key}`, en: null },
		approved: headcount(1),
		occupied: headcount(1),
		category: 'expert',
		relation: 'labour',
		funding: 'delegated',
		isHead: false,
		annualCost: null,
		origin,
		note: null,
		...more,
	};
}

/** A structure of the units that the posts name, with the participations given. */
export function aLookup(
	posts: readonly Post[],
	participations: readonly Participation[] = [],
): StructureLookup {
	const structure: Structure = {
		versionId: asId<VersionId>('v1'),
		municipality: {
			id: asId<MunicipalityId>('elena'),
			slug: 'elena',
			name: { bg: 'Елена', en: 'Elena' },
			oblast: { bg: 'Велико Търново', en: null },
			population: null,
			populationAsOf: null,
			budget: null,
			budgetAsOf: null,
		},
		validFrom: isoDate('2025-01-01'),
		units: [...new Set(posts.map((item) => item.unitKey))].map((key, sort) => ({
			key,
			parentKey: null,
			name: { bg: `звено ${key}`, en: null },
			kind: 'department',
			part: 'specialised',
			sort,
			origin,
			note: null,
		})),
		posts,
		functions: [...new Set(participations.map((part) => part.functionKey))].map((key, sort) => ({
			key,
			text: { bg: `функция ${key}`, en: null },
			kind: 'service',
			policyArea: 'пример',
			generalCategory: null,
			territory: null,
			bases: [],
			powers: [],
			origin,
			sort,
		})),
		participations,
		activities: [],
		allowances: [],
		settlements: [],
	};
	return lookUp(structure);
}

export function takesPart(
	functionKey: string,
	unitKey: string,
	more: Partial<Participation> = {},
): Participation {
	return {
		functionKey: fn(functionKey),
		unitKey: unit(unitKey),
		postKey: null,
		role: 'accountable',
		share: null,
		...more,
	};
}

export function anEmployee(key: string, postKey: string, more: Partial<Employee> = {}): Employee {
	return {
		id: person(key),
		postKey: post(postKey),
		name: `Служител ${key}`,
		sex: 'female',
		occupancy: 1,
		startedOn: isoDate('2015-03-02'),
		leftOn: null,
		...more,
	};
}

export function assessed(
	key: string,
	competency: string,
	level: CompetencyLevel,
	on = '2025-01-15',
): Assessment {
	return {
		employeeId: person(key),
		competencyKey: skill(competency),
		level,
		assessedOn: isoDate(on),
		source: 'атестация',
	};
}

export function postRequires(postKey: string, competency: string, level: CompetencyLevel): Requirement {
	return { kind: 'post', postKey: post(postKey), competencyKey: skill(competency), level, source: 'пример' };
}

export function functionRequires(key: string, competency: string, level: CompetencyLevel): Requirement {
	return {
		kind: 'function',
		functionKey: fn(key),
		competencyKey: skill(competency),
		level,
		source: 'пример',
	};
}

export function aCompetency(key: string, weight: 1 | 2 | 3 = 1): Competency {
	return {
		key: skill(key),
		group: 'functional',
		name: { bg: `умение ${key}`, en: null },
		description: { bg: '', en: null },
		weight,
	};
}

export function aCourse(key: string, competency: string, more: Partial<Course> = {}): Course {
	return {
		key: asId<CourseKey>(key),
		title: { bg: `курс ${key}`, en: null },
		competencyKey: skill(competency),
		levelTo: 4,
		provider: { bg: 'ИПА', en: 'IPA' },
		form: 'in-person',
		hours: 16,
		pricePerPerson: eurCents(60_00),
		places: 10,
		origin,
		...more,
	};
}

export function anItem(id: string, more: Partial<PlanItem> = {}): PlanItem {
	return {
		id,
		title: { bg: `обучение ${id}`, en: null },
		courseKey: asId<CourseKey>(`course-${id}`),
		competencyKey: skill('zop'),
		kind: 'professional',
		groupName: 'група 1',
		groupNumber: null,
		needKeys: [],
		participants: [],
		openSeats: 0,
		quarter: 1,
		form: 'in-person',
		provider: 'ИПА',
		courseProvider: { bg: 'ИПА', en: 'IPA' },
		hours: 8,
		place: '',
		pricePerPerson: eurCents(50_00),
		funding: 'local',
		responsible: '',
		expectedResult: '',
		evaluation: '',
		state: 'planned',
		...more,
	};
}
