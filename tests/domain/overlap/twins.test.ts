import { describe, expect, it } from 'vitest';
import type { Structure } from '#lib/domain/org/index.ts';
import {
	compareTwins,
	findJointCandidates,
	findStructureOverlaps,
	type JointOptions,
} from '#lib/domain/overlap/index.ts';
import {
	annualVolume,
	asId,
	eurCents,
	fte,
	hoursPerYear,
	isoDate,
	minutes,
	type MunicipalityId,
} from '#lib/domain/shared/index.ts';
import { aFunction, anActivity, aStructure, aUnit, takesPart } from '#tests/support/small-structure.ts';

const ONE_HOUR = { low: minutes(60), usual: minutes(60), high: minutes(60) };

interface Case {
	readonly id: string;
	readonly population: number | null;
	readonly settlements: number;
	/** Cases a year of one hour each; null when nobody counted them. */
	readonly hours: number | null;
	readonly budget?: number;
	readonly text?: string;
}

/** A municipality of one unit and one function. */
function municipality({ id, population, settlements, hours, budget, text }: Case): Structure {
	const fn = `${id}-f`;
	const small = aStructure({
		units: [aUnit(`${id}-u`, null)],
		functions: [aFunction(fn, { text: { bg: text ?? 'Води регистъра на общинските гори', en: null } })],
		participations: [takesPart(fn, `${id}-u`)],
		activities:
			hours === null
				? []
				: [anActivity(`${id}-a`, fn, `${id}-u`, { annualVolume: annualVolume(hours), minutes: ONE_HOUR })],
	});
	return {
		...small,
		validFrom: isoDate('2024-01-01'),
		municipality: {
			...small.municipality,
			id: asId<MunicipalityId>(id),
			slug: id,
			oblast: { bg: 'Велико Търново', en: null },
			population,
			populationAsOf: '2024',
			budget: budget === undefined ? null : eurCents(budget),
		},
		settlements: Array.from({ length: settlements }, (_, at) => ({
			name: { bg: `с. ${id}${at}`, en: null },
			kind: 'village' as const,
			status: 'none' as const,
			ekatte: null,
			population: null,
			origin: small.units[0]!.origin,
		})),
	};
}

const twinsOf = (...structures: readonly Structure[]) =>
	compareTwins(structures, findStructureOverlaps(structures).twins, { hoursPerFte: hoursPerYear(1700) });

describe('a function in two municipalities', () => {
	const a = municipality({ id: 'a', population: 10_000, settlements: 20, hours: 850 });
	const b = municipality({ id: 'b', population: 5_000, settlements: 5, hours: 340 });
	const [twin] = twinsOf(a, b);

	it('is set side by side with its work for a thousand residents and for a settlement', () => {
		// 850 ÷ 1 700 = 0,5; ÷ 10 = 0,05 for a thousand; ÷ 20 = 0,025 for a settlement
		expect(twin?.a).toMatchObject({
			fte: 0.5,
			ftePerThousand: 0.05,
			ftePerSettlement: 0.025,
			level: 'department',
		});
		// 340 ÷ 1 700 = 0,2; ÷ 5 = 0,04; ÷ 5 = 0,04
		expect(twin?.b.fte).toBeCloseTo(0.2, 12);
		expect(twin?.b.ftePerThousand).toBeCloseTo(0.04, 12);
		expect(twin?.b.ftePerSettlement).toBeCloseTo(0.04, 12);
	});

	it('carries what makes the figures differ by itself', () => {
		expect(twin?.caveats).toEqual(['settlements']);
	});

	it('that is not measured on one side has no figures there, never zero', () => {
		const [half] = twinsOf(a, municipality({ id: 'b', population: null, settlements: 15, hours: null }));
		expect(half?.b).toMatchObject({ fte: null, ftePerThousand: null, ftePerSettlement: null });
		expect(half?.caveats).toEqual(['population-unknown', 'not-measured']);
	});

	it('that is another duty there is no twin', () => {
		const text = 'Контролира воденето на регистъра на общинските гори';
		expect(
			twinsOf(a, municipality({ id: 'b', population: 5_000, settlements: 5, hours: 340, text })),
		).toEqual([]);
	});
});

describe('a candidate for joint performance', () => {
	const options: JointOptions = {
		criticalFte: fte(0.6),
		auditBudgetLimit: eurCents(511_291_881),
		isSharedOfficialAllowed: true,
		auditFunctions: new Set(['a-f', 'b-f']),
	};
	const of = (hours: readonly [number | null, number | null], budget = 400_000_000) => {
		const a = municipality({ id: 'a', population: 10_000, settlements: 9, hours: hours[0], budget });
		const b = municipality({ id: 'b', population: 5_000, settlements: 5, hours: hours[1], budget });
		return findJointCandidates(
			twinsOf(a, b),
			[a, b].map((structure) => structure.municipality),
			options,
		);
	};

	it('is a function too small on both sides, with its work together', () => {
		// 0,5 + 0,2 = 0,7
		expect(of([850, 340]).map(({ fte: together }) => Math.round(together * 1e9) / 1e9)).toEqual([0.7]);
	});

	it('is none when one side is big enough or not measured', () => {
		// 1 020 ÷ 1 700 = 0,6: the critical size itself is enough
		expect(of([1020, 340])).toEqual([]);
		expect(of([null, 340])).toEqual([]);
	});

	it('may share an audit unit only where both budgets are within the limit', () => {
		expect(of([850, 340])[0]?.grounds).toEqual(['agreement', 'shared-official', 'joint-audit']);
		expect(of([850, 340], 511_291_882)[0]?.grounds).toEqual(['agreement', 'shared-official']);
	});
});
