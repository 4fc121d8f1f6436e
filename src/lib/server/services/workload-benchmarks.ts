import { ok, type Result } from '#lib/domain/shared/index.ts';
import {
	benchmarkRatios,
	compareStaff,
	nearestBenchmarks,
	standingOf,
	type Benchmark,
	type BenchmarkRatios,
	type StaffComparison,
	type Standing,
} from '#lib/domain/workload/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { listBenchmarks, listBenchmarkStaff } from '../queries/benchmark.ts';
import { openStructure, type WorkspaceAddress } from './workspace.ts';

/** How many municipalities of the same size stand beside the own one. */
const NEAR = { least: 3, usual: 8, most: 30 } as const;

export interface BenchmarkRow {
	readonly benchmark: Benchmark;
	readonly ratios: BenchmarkRatios;
	readonly role: 'own' | 'near' | 'other';
	/** Null for the own one. */
	readonly distance: number | null;
}

export interface BenchmarkPage {
	readonly year: number;
	readonly source: string;
	readonly own: BenchmarkRow;
	/** The nearest first. */
	readonly near: readonly BenchmarkRow[];
	/** Every municipality of the table, by province and name. */
	readonly all: readonly BenchmarkRow[];
	readonly standing: {
		readonly perThousand: Readonly<Record<'near' | 'all', Standing | null>>;
		readonly perSettlement: Readonly<Record<'near' | 'all', Standing | null>>;
		readonly share: Readonly<Record<'near' | 'all', Standing | null>>;
	};
	readonly staff: readonly StaffComparison[];
	/** Approved posts of the administration in the structure on the page. */
	readonly posts: number;
}

/** The municipality beside others in the published table of a year; null where it does not stand in one. */
export async function showBenchmarks(
	ctx: Ctx,
	address: WorkspaceAddress,
	asked: number | null,
): Promise<Result<BenchmarkPage | null, Refused>> {
	const opened = await openStructure(ctx, address);
	if (!opened.ok) return opened;
	const { municipality, structure } = opened.value;
	const table = await listBenchmarks(ctx.db);
	const own = table.find(
		({ name, province }) => name === plainName(municipality.name.bg) && province === municipality.oblast.bg,
	);
	if (!own) return ok(null);
	const rows = table.filter(({ year }) => year === own.year);
	const near = nearestBenchmarks(rows, own, Math.min(NEAR.most, Math.max(NEAR.least, asked ?? NEAR.usual)));
	const distances = new Map(near.map(({ benchmark, distance }) => [benchmark, distance]));
	const rowOf = (benchmark: Benchmark): BenchmarkRow => ({
		benchmark,
		ratios: benchmarkRatios(benchmark),
		role: benchmark === own ? 'own' : distances.has(benchmark) ? 'near' : 'other',
		distance: distances.get(benchmark) ?? null,
	});
	const all = rows.map(rowOf);
	const nearRows = near.map(({ benchmark }) => rowOf(benchmark));
	const inside = new Set(structure.units.filter(({ part }) => part !== 'outside').map(({ key }) => key));
	return ok({
		...{ year: own.year, source: own.source, own: rowOf(own), near: nearRows, all },
		standing: standings(rowOf(own), nearRows, all),
		staff: compareStaff(await listBenchmarkStaff(ctx.db), rows, own),
		posts: structure.posts.reduce(
			(sum, { unitKey, approved }) => sum + (inside.has(unitKey) ? approved : 0),
			0,
		),
	});
}

function standings(
	own: BenchmarkRow,
	near: readonly BenchmarkRow[],
	all: readonly BenchmarkRow[],
): BenchmarkPage['standing'] {
	const of = (ratio: keyof BenchmarkRatios) => {
		const value = own.ratios[ratio];
		const among = (rows: readonly BenchmarkRow[]) =>
			value === null
				? null
				: standingOf(
						rows.flatMap(({ ratios }) => ratios[ratio] ?? []),
						value,
					);
		return { near: among([own, ...near]), all: among(all) };
	};
	return { perThousand: of('perThousand'), perSettlement: of('perSettlement'), share: of('share') };
}

/** „Община Елена“ stands in the table as „Елена“. */
function plainName(name: string): string {
	return name.replace(/^Община\s+/u, '');
}
