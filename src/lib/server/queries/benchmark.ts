import type { Benchmark, BenchmarkStaff } from '#lib/domain/workload/index.ts';
import type { Reader, Tx } from '../db/index.ts';
import { inParts } from './in-parts.ts';

/** Every municipality of every published table, by year, province and name. */
export async function listBenchmarks(db: Reader): Promise<readonly Benchmark[]> {
	const rows = await db
		.selectFrom('benchmark')
		.selectAll()
		.orderBy('year', 'desc')
		.orderBy('province')
		.orderBy('name')
		.execute();
	return rows.map((row) => ({
		year: row.year,
		province: row.province,
		name: row.name,
		population: row.population,
		districtMayors: row.district_mayors,
		mayors: row.mayors,
		officials: row.officials,
		delegated: row.delegated_thousand_bgn,
		administration: row.administration_thousand_bgn,
		isInferred: row.is_inferred === 1,
		source: row.source,
	}));
}

/** Published posts, newest first. */
export async function listBenchmarkStaff(db: Reader): Promise<readonly BenchmarkStaff[]> {
	const rows = await db
		.selectFrom('benchmark_staff')
		.selectAll()
		.orderBy('year', 'desc')
		.orderBy('name')
		.execute();
	return rows.map(({ scope_bg, scope_en, ...row }) => ({ ...row, scope: { bg: scope_bg, en: scope_en } }));
}

export async function insertBenchmarks(
	tx: Tx,
	{ rows, staff }: { readonly rows: readonly Benchmark[]; readonly staff: readonly BenchmarkStaff[] },
): Promise<void> {
	const values = rows.map((row) => ({
		year: row.year,
		province: row.province,
		name: row.name,
		population: row.population,
		district_mayors: row.districtMayors,
		mayors: row.mayors,
		officials: row.officials,
		delegated_thousand_bgn: row.delegated,
		administration_thousand_bgn: row.administration,
		is_inferred: row.isInferred ? (1 as const) : (0 as const),
		source: row.source,
	}));
	for (const part of inParts(values)) await tx.insertInto('benchmark').values(part).execute();
	const posts = staff.map(({ scope, ...row }) => ({
		...row,
		scope_bg: scope.bg,
		scope_en: scope.en ?? scope.bg,
	}));
	for (const part of inParts(posts)) await tx.insertInto('benchmark_staff').values(part).execute();
}
