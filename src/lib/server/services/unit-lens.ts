import { isOpen } from '#lib/domain/overlap/index.ts';
import { ok, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { studyOverlaps } from './overlap-analysis.ts';
import type { UnitLine } from './unit-structure.ts';
import { getWorkloadByUnit } from './workload.ts';
import type { WorkspaceAddress } from './workspace.ts';

/** What a lens says about one unit: the class, and the number behind it (null: not measured). */
export interface LensFigure {
	readonly step: string;
	readonly value: number | null;
}

export type LensFigures = Readonly<Record<string, LensFigure>>;

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
	const studied = await studyOverlaps(ctx, { address, withSlug: null });
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

const BOUNDS = [0, 2, 5, 10, 20];

/** Step of an amount: none, up to 2, 5, 10, 20, more. */
export function amountStep(amount: number): string {
	const at = BOUNDS.findIndex((bound) => amount <= bound);
	return `amount-${at === -1 ? BOUNDS.length : at}`;
}
