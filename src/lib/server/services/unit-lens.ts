import { ok, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
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

const BOUNDS = [0, 2, 5, 10, 20];

/** Step of an amount: none, up to 2, 5, 10, 20, more. */
export function amountStep(amount: number): string {
	const at = BOUNDS.findIndex((bound) => amount <= bound);
	return `amount-${at === -1 ? BOUNDS.length : at}`;
}
