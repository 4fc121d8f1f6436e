import { checkRules, checkStructure, type OrgUnit } from '#lib/domain/org/index.ts';
import { isOpen } from '#lib/domain/overlap/index.ts';
import { ok, rollUp, type Result, type UnitKey } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { listParameters } from '../queries/legal.ts';
import { studyOverlaps } from './overlap-analysis.ts';
import { viewStructureChart } from './structure-chart.ts';
import type { UnitLine } from './unit-structure.ts';
import { getWorkloadByUnit } from './workload.ts';
import { openStructure, type WorkspaceAddress } from './workspace.ts';

/** What a lens says about one unit: the class, and the number behind it (null: not measured). */
export interface LensFigure {
	readonly step: string;
	readonly value: number | null;
	/** The number is only what is known: some of it is missing. */
	readonly isPartial?: boolean;
}

export type LensFigures = Readonly<Record<string, LensFigure>>;

export const LENSES = ['none', 'headcount', 'cost', 'workload', 'overlaps', 'rules', 'change'] as const;
export type LensCode = (typeof LENSES)[number];

/** What a lens says about every unit of a structure; nothing for `none`. `change` speaks of closed units too. */
export async function figuresOfLens(
	ctx: Ctx,
	address: WorkspaceAddress,
	lens: LensCode,
	units: readonly UnitLine[],
): Promise<Result<LensFigures, Refused>> {
	switch (lens) {
		case 'none':
			return ok({});
		case 'headcount':
			return ok(headcountLens(units));
		case 'cost':
			return costLens(ctx, address);
		case 'workload':
			return workloadLens(ctx, address);
		case 'overlaps':
			return overlapLens(ctx, address, units);
		case 'rules':
			return rulesLens(ctx, address);
		case 'change':
			return changeLens(ctx, address, units);
	}
}

/** What became of each unit since the version before; unknown where there is none. */
async function changeLens(
	ctx: Ctx,
	address: WorkspaceAddress,
	units: readonly UnitLine[],
): Promise<Result<LensFigures, Refused>> {
	const chart = await viewStructureChart(ctx, address, { withChange: true });
	if (!chart.ok) return chart;
	const { change } = chart.value;
	const kinds = new Map<string, string>([
		...(change?.changed ?? []).map((key) => [key, 'changed'] as const),
		...(change?.moved ?? []).map(({ key }) => [key, 'moved'] as const),
		...(change?.created ?? []).map((key) => [key, 'new'] as const),
		...(change?.closed ?? []).map(({ key }) => [key, 'closed'] as const),
	]);
	return ok(
		Object.fromEntries(
			[...units, ...(change?.closed ?? [])].map(({ key }) => [
				key,
				{ step: change === null ? 'unknown' : `change-${kinds.get(key) ?? 'none'}`, value: null },
			]),
		),
	);
}

/** Approved posts of each unit with everything below it, in steps. */
export function headcountLens(units: readonly UnitLine[]): LensFigures {
	return Object.fromEntries(
		units.map((unit) => [unit.key, { step: amountStep(unit.total), value: unit.total }]),
	);
}

/** Need ÷ occupied posts of each unit with everything below it; `unknown` where nobody measured enough. */
export async function workloadLens(
	ctx: Ctx,
	address: WorkspaceAddress,
): Promise<Result<LensFigures, Refused>> {
	const opened = await getWorkloadByUnit(ctx, address);
	if (!opened.ok) return opened;
	const { report } = opened.value;
	if (!report.ok) return ok({});
	const known = new Set<string>(['low', 'below-norm', 'normal', 'high', 'overloaded']);
	return ok(
		Object.fromEntries(
			[...report.value.units].map(([key, { subtree }]) =>
				known.has(subtree.class)
					? [key, { step: subtree.class, value: subtree.utilisation }]
					: [key, { step: 'unknown', value: null }],
			),
		),
	);
}

/**
 * Duplications and overlaps on which nobody has decided, by unit that answers for one of the two functions.
 * Every unit is unknown while the analysis still runs.
 */
export async function overlapLens(
	ctx: Ctx,
	address: WorkspaceAddress,
	units: readonly UnitLine[],
): Promise<Result<LensFigures, Refused>> {
	const studied = await studyOverlaps(ctx, { address, withSlug: null, restarts: true });
	if (!studied.ok) return studied;
	const { analysis, judged } = studied.value;
	const open = judged.filter((one) => isOpen(one) && one.overlap.label !== 'related');
	const touched = Map.groupBy(
		open.flatMap(({ overlap }) => [...new Set([overlap.a.unitKey, overlap.b.unitKey])]),
		(key) => key,
	);
	const figureOf = (unit: UnitLine): LensFigure => {
		const count = touched.get(unit.key)?.length ?? 0;
		return analysis === null ? { step: 'unknown', value: null } : { step: amountStep(count), value: count };
	};
	return ok(Object.fromEntries(units.map((unit) => [unit.key, figureOf(unit)])));
}

/** Yearly cost in euro of the approved posts of each unit with everything below it, as far as it is known. */
export async function costLens(ctx: Ctx, address: WorkspaceAddress): Promise<Result<LensFigures, Refused>> {
	const opened = await openStructure(ctx, address);
	if (!opened.ok) return opened;
	const { units, posts } = opened.value.structure;
	const byUnit = Map.groupBy(posts, (post) => post.unitKey);
	const sumOf = (value: (post: (typeof posts)[number]) => number) =>
		rollUp<UnitKey, OrgUnit>(units, (unit) =>
			(byUnit.get(unit.key) ?? []).reduce((sum, post) => sum + value(post), 0),
		);
	const cents = sumOf((post) => post.approved * (post.annualCost ?? 0));
	const without = sumOf((post) => (post.annualCost === null ? post.approved : 0));
	const known = sumOf((post) => (post.annualCost === null ? 0 : post.approved));
	return ok(
		Object.fromEntries(
			units.map(({ key }): [string, LensFigure] => {
				const isPartial = (without.get(key) ?? 0) > 0;
				if (isPartial && (known.get(key) ?? 0) === 0) return [key, { step: 'unknown', value: null }];
				const euro = (cents.get(key) ?? 0) / 100;
				return [key, { step: costStep(euro), value: euro, isPartial }];
			}),
		),
	);
}

/** Probable flaws that the design checks find in each unit, its posts and the functions it answers for. */
export async function rulesLens(ctx: Ctx, address: WorkspaceAddress): Promise<Result<LensFigures, Refused>> {
	const opened = await openStructure(ctx, address);
	if (!opened.ok) return opened;
	const { structure, municipality } = opened.value;
	const rules = checkRules(await listParameters(ctx.db), ctx.clock.today(), municipality.id);
	const unitOfPost = new Map(structure.posts.map((post) => [post.key, post.unitKey]));
	const owners = Map.groupBy(
		structure.participations.filter((part) => part.role === 'accountable'),
		(part) => part.functionKey,
	);
	const counts = new Map<UnitKey, number>();
	for (const { subject } of checkStructure(structure, rules)) {
		const post = subject.kind === 'post' ? unitOfPost.get(subject.key) : undefined;
		const owned = subject.kind === 'function' ? (owners.get(subject.key) ?? []) : [];
		const own = subject.kind === 'unit' ? [subject.key] : owned.map((part) => part.unitKey);
		for (const key of post ? [post] : new Set(own)) counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	return ok(
		Object.fromEntries(
			structure.units.map(({ key }): [string, LensFigure] => {
				const count = counts.get(key) ?? 0;
				return [key, { step: rulesStep(count), value: count }];
			}),
		),
	);
}

const COST_BOUNDS = [0, 50_000, 100_000, 250_000, 500_000];

/** Step of a yearly cost in euro: none, up to 50, 100, 250, 500 thousand, more. */
function costStep(euro: number): string {
	const at = COST_BOUNDS.findIndex((bound) => euro <= bound);
	return `cost-${at === -1 ? COST_BOUNDS.length : at}`;
}

/** Step of a number of flaws: none, one, up to three, more. */
function rulesStep(count: number): string {
	if (count <= 1) return `rules-${count}`;
	return count <= 3 ? 'rules-2' : 'rules-3';
}

const BOUNDS = [0, 2, 5, 10, 20];

/** Step of an amount: none, up to 2, 5, 10, 20, more. */
export function amountStep(amount: number): string {
	const at = BOUNDS.findIndex((bound) => amount <= bound);
	return `amount-${at === -1 ? BOUNDS.length : at}`;
}
