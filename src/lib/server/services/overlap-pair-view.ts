import type {
	JudgedOverlap,
	OverlapLabel,
	OverlapVerdict,
	StructureOverlap,
} from '#lib/domain/overlap/index.ts';
import type { Ctx } from '../context.ts';
import { listEvidenceOf } from '../queries/finding-evidence.ts';
import type { OverlapStudy } from './overlap-analysis.ts';
import { createFunctionViews, type FunctionView } from './overlap-names.ts';

export interface PairView {
	readonly key: string;
	readonly score: number;
	readonly label: OverlapLabel;
	readonly a: FunctionView;
	readonly b: FunctionView;
	readonly verdict: OverlapVerdict | null;
	/** The finding that rests on the pair, when there is one. */
	readonly finding: { readonly id: string; readonly number: number } | null;
	/** Number of its cluster from 1, where pairs are grouped. */
	readonly cluster: number | null;
}

/** Makes of a judged pair what the pages show of it: its functions in words, and the finding that rests on it. */
export async function createPairViews(
	ctx: Ctx,
	{ opened, other }: OverlapStudy,
	clusterOf: (judged: JudgedOverlap) => number | null,
): Promise<(judged: JudgedOverlap) => PairView> {
	const view = await createFunctionViews(ctx.db, other ? [opened, other] : [opened]);
	const evidence = await listEvidenceOf(ctx.db, opened.municipality.id, 'function-pair');
	const findings = new Map(
		evidence.flatMap(({ ref, ref2, findingId, number }) => [
			[`${ref} ${ref2}`, { id: findingId as string, number }],
			[`${ref2} ${ref}`, { id: findingId as string, number }],
		]),
	);
	return (judged) => {
		const { overlap, verdict } = judged;
		return {
			key: pairAddress(overlap),
			score: overlap.score,
			label: overlap.label,
			a: view(overlap.a),
			b: view(overlap.b),
			verdict: verdict?.verdict ?? null,
			finding: findings.get(`${overlap.a.functionKey} ${overlap.b.functionKey}`) ?? null,
			cluster: clusterOf(judged),
		};
	};
}

/** The pair as it stands in an address. */
export function pairAddress({ a, b }: StructureOverlap): string {
	return `${a.functionKey}|${b.functionKey}`;
}
