import type { LocalText } from '../org/index.ts';

/** A municipality in a published table of one year. */
export interface Benchmark {
	readonly year: number;
	readonly province: string;
	readonly name: string;
	/** Residents by permanent address. */
	readonly population: number;
	readonly districtMayors: number;
	/** Elected mayors of mayoralties. */
	readonly mayors: number;
	/** Mayoral officials (кметски наместници); halves are real. */
	readonly officials: number;
	/** Delegated activities in all, thousand leva of the year. */
	readonly delegated: number;
	/** Of them for the municipal administration, thousand leva. */
	readonly administration: number;
	/** The split between mayors and officials is not in the source and was worked out. */
	readonly isInferred: boolean;
	readonly source: string;
}

/** Posts of a municipality as a decision or an announcement gives them. */
export interface BenchmarkStaff {
	readonly province: string;
	readonly name: string;
	readonly year: number;
	readonly posts: number;
	/** Which posts are counted. */
	readonly scope: LocalText;
	readonly source: string;
}

/** What is compared, each a ratio that does not grow with the size. */
export interface BenchmarkRatios {
	/** Thousand leva for administration for 1 000 residents. */
	readonly perThousand: number;
	/** Thousand leva for administration for one mayor or official; null where there are none. */
	readonly perSettlement: number | null;
	/** Part of the delegated money that goes to the administration, 0–1. */
	readonly share: number;
}

/** Ratios of one municipality. Example (2014): Елена 527,7 ÷ 10,497 = 50,3 thousand leva for 1 000 residents. */
export function benchmarkRatios(one: Benchmark): BenchmarkRatios {
	const settlements = settlementsOf(one);
	return {
		perThousand: (one.administration / one.population) * 1000,
		perSettlement: settlements === 0 ? null : one.administration / settlements,
		share: one.delegated === 0 ? 0 : one.administration / one.delegated,
	};
}

/** Settlements with a mayor or an official of their own. */
export function settlementsOf({ mayors, officials }: Pick<Benchmark, 'mayors' | 'officials'>): number {
	return mayors + officials;
}

export interface NearBenchmark {
	readonly benchmark: Benchmark;
	/** 0 is the same size; 1 is twice as many residents, or half, or all the settlements more or fewer. */
	readonly distance: number;
}

/**
 * The municipalities most like one in size: distance = |log₂(residents ÷ own)| + |settlements − own| ÷ the greater of the
 * two. The nearest first, ties by name. Example: 20 994 residents beside 10 497 with as many settlements → 1.
 */
export function nearestBenchmarks(
	rows: readonly Benchmark[],
	own: Benchmark,
	count: number,
): readonly NearBenchmark[] {
	const others = rows.filter((row) => row.name !== own.name || row.province !== own.province);
	return others
		.map((benchmark) => ({ benchmark, distance: distanceOf(benchmark, own) }))
		.sort((a, b) => a.distance - b.distance || compareNames(a.benchmark, b.benchmark))
		.slice(0, count);
}

function distanceOf(one: Benchmark, own: Benchmark): number {
	const [theirs, here] = [settlementsOf(one), settlementsOf(own)];
	const most = Math.max(theirs, here);
	const bySettlements = most === 0 ? 0 : Math.abs(theirs - here) / most;
	return Math.abs(Math.log2(one.population / own.population)) + bySettlements;
}

function compareNames(a: Benchmark, b: Benchmark): number {
	const [left, right] = [`${a.name} ${a.province}`, `${b.name} ${b.province}`];
	return left < right ? -1 : left > right ? 1 : 0;
}

/** Place of a value among many, from 1 for the least, and the middle of them. */
export interface Standing {
	readonly place: number;
	readonly of: number;
	readonly median: number;
}

/** Where a value stands among others that it belongs to; equal values share the lowest place. Null where there are none. */
export function standingOf(values: readonly number[], value: number): Standing | null {
	if (values.length === 0) return null;
	const sorted = [...values].sort((a, b) => a - b);
	const half = (sorted.length - 1) / 2;
	const median = ((sorted[Math.floor(half)] ?? 0) + (sorted[Math.ceil(half)] ?? 0)) / 2;
	return { place: sorted.filter((one) => one < value).length + 1, of: sorted.length, median };
}

/** Published posts of one municipality, scaled to the own size. */
export interface StaffComparison {
	readonly staff: BenchmarkStaff;
	readonly population: number;
	/** Posts for 1 000 residents. */
	readonly perThousand: number;
	/** Posts that the same ratio gives here. */
	readonly here: number;
}

/**
 * Posts that the published numbers of others give for the own residents. Only municipalities of the table are compared;
 * the own one is left out. Example: Тетевен 134 ÷ 22,916 = 5,85 for 1 000 residents; for 10 497 → 61,4.
 */
export function compareStaff(
	staff: readonly BenchmarkStaff[],
	rows: readonly Benchmark[],
	own: Benchmark,
): readonly StaffComparison[] {
	return staff.flatMap((one): readonly StaffComparison[] => {
		const there = rows.find(({ name, province }) => name === one.name && province === one.province);
		if (!there || (there.name === own.name && there.province === own.province)) return [];
		const perThousand = (one.posts / there.population) * 1000;
		return [
			{ staff: one, population: there.population, perThousand, here: (perThousand * own.population) / 1000 },
		];
	});
}
