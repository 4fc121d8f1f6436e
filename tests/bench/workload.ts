import { makeCalendar, type Parameter, type ParameterSet } from '#lib/domain/legal/index.ts';
import type { Activity, Post, Structure } from '#lib/domain/org/index.ts';
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
import {
	NO_WHAT_IF,
	assumedParameters,
	computeThreeMethods,
	computeUnitWorkloads,
	type AgreementRule,
	type Allocation,
} from '#lib/domain/workload/index.ts';
import { medianOf, ms, type BenchRow } from './measure.ts';

const UNITS = 500;
const POSTS_PER_UNIT = 10;
const FUNCTIONS_PER_POST = 10;
const AIM_MS = 100;
const RULE: AgreementRule = {
	tolerance: 0.25,
	shortage: 0.9,
	surplus: 1.1,
	coverageMinimum: 0.7,
	peersMinimum: 1,
};
const AS_OF = isoDate('2026-06-01');

/** Fifty thousand allocations of 5 000 posts rolled up anew after a changed assumption (P19), beside scans of the plain lists. */
export async function benchWorkload(): Promise<readonly BenchRow[]> {
	const { structure, allocations } = benchStudy();
	const calendar = makeCalendar([]);
	let leave = 15;
	const ours = await medianOf(15, () => {
		leave = leave === 30 ? 15 : leave + 1;
		const whatIf = { ...NO_WHAT_IF, values: { ...NO_WHAT_IF.values, leave } };
		const report = computeUnitWorkloads(structure, assumedParameters(PARAMETERS, whatIf), AS_OF, calendar);
		if (!report.ok) throw new Error(report.error.code);
		computeThreeMethods({
			...{ structure, report: report.value, allocations, rule: RULE },
			peers: new Map(),
			base: 'inhabitants',
		});
	});
	const peer = await medianOf(1, () => naiveRoll(structure, allocations));
	return [
		{
			what: `${allocations.length.toLocaleString('en')} allocations re-rolled after a changed assumption`,
			measured: ms(ours),
			peer: `a scan of the lists for every unit and function ${ms(peer)}`,
			aim: `≤ ${AIM_MS} ms`,
			isMet: ours <= AIM_MS,
		},
	];
}

/** The same sums as a spreadsheet makes them: for every unit and function a pass over all rows. */
function naiveRoll(structure: Structure, allocations: readonly Allocation[]): number {
	let sum = 0;
	for (const unit of structure.units) {
		const posts = structure.posts.filter((post) => post.unitKey === unit.key);
		for (const post of posts) {
			for (const row of allocations.filter(({ postKey }) => postKey === post.key))
				sum += row.share * post.occupied;
		}
		const activities = structure.activities.filter((activity) => activity.unitKey === unit.key);
		for (const activity of activities)
			sum += ((activity.annualVolume ?? 0) * (activity.minutes?.usual ?? 0)) / 60;
	}
	return sum;
}

function benchStudy(): { readonly structure: Structure; readonly allocations: readonly Allocation[] } {
	const units = Array.from({ length: UNITS }, (_, at) => `u${at}`);
	const posts = units.flatMap((unit) =>
		Array.from({ length: POSTS_PER_UNIT }, (_, at) => aPost(`${unit}-p${at}`, unit)),
	);
	const functions = units.flatMap((unit) =>
		Array.from({ length: FUNCTIONS_PER_POST }, (_, at) => ({ unit, key: `${unit}-f${at}` })),
	);
	const allocations = posts.flatMap((post) =>
		Array.from({ length: FUNCTIONS_PER_POST }, (_, at): Allocation => ({
			postKey: post.key,
			functionKey: asId<FunctionKey>(`${post.unitKey}-f${at}`),
			share: share(0.09),
			low: share(0.07),
			high: share(0.1),
			respondents: 1,
			...{ load: null, occupied: null, cell: null, source: 'bench' },
		})),
	);
	return { structure: aStructure(units, posts, functions), allocations };
}

function aStructure(
	units: readonly string[],
	posts: readonly Post[],
	functions: readonly { readonly unit: string; readonly key: string }[],
): Structure {
	return {
		versionId: asId<VersionId>('v'),
		municipality: {
			id: asId<MunicipalityId>('bench'),
			slug: 'bench',
			name: NAME,
			oblast: NAME,
			population: 10_000,
			populationAsOf: '2026',
			budget: null,
			budgetAsOf: null,
		},
		validFrom: AS_OF,
		units: units.map((key, sort) => ({
			...{ key: asId<UnitKey>(key), parentKey: null, name: NAME, sort, origin: ORIGIN, note: null },
			kind: 'department',
			part: 'general',
		})),
		posts,
		functions: functions.map(({ key }, sort) => ({
			...{ key: asId<FunctionKey>(key), text: NAME, kind: 'service', policyArea: 'bench' },
			...{ generalCategory: null, territory: null, bases: [], powers: [], origin: ORIGIN, sort },
		})),
		participations: functions.map(({ unit, key }) => ({
			functionKey: asId<FunctionKey>(key),
			unitKey: asId<UnitKey>(unit),
			postKey: null,
			role: 'accountable',
			share: null,
		})),
		activities: functions.map(({ unit, key }): Activity => ({
			key: asId<ActivityKey>(`${key}-a`),
			functionKey: asId<FunctionKey>(key),
			unitKey: asId<UnitKey>(unit),
			postKey: null,
			name: NAME,
			unitOfMeasure: NAME,
			annualVolume: annualVolume(3000),
			minutes: { low: minutes(20), usual: minutes(30), high: minutes(45) },
			method: 'estimate',
			dataYear: 2026,
			source: 'bench',
		})),
		allowances: [],
		settlements: [],
	};
}

const NAME = { bg: 'bench', en: null } as const;
const ORIGIN = { verification: 'reconstructed', source: 'bench', asOf: null } as const;

function aPost(key: string, unit: string): Post {
	return {
		...{ key: asId<PostKey>(key), unitKey: asId<UnitKey>(unit), title: NAME },
		...{ approved: headcount(1), occupied: headcount(1), category: 'expert', relation: 'civil-service' },
		...{ funding: 'local', isHead: false, annualCost: null, origin: ORIGIN, note: null },
	};
}

const PARAMETERS: ParameterSet = Object.entries({
	'time.hours-per-day': 8,
	'time.leave.basic': 20,
	'time.leave.extra': 8,
	'time.absence.sick': 7,
	'time.absence.training': 3,
	'workload.threshold.low': 0.8,
	'workload.threshold.below-norm': 0.95,
	'workload.threshold.high': 1.1,
	'workload.threshold.overload': 1.25,
	'workload.coverage.minimum': 0.7,
}).map(([key, value]): Parameter => ({
	...{ key, value, municipality: null, unit: 'count', validTo: null, citation: 'bench', note: null },
	validFrom: isoDate('2012-01-01'),
}));
