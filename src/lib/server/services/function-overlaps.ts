import type { OverlapLabel } from '#lib/domain/overlap/index.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import { ok, type FunctionKey, type Result, type UnitKey } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { studyOverlaps } from './overlap-analysis.ts';
import type { WorkspaceAddress } from './workspace.ts';

export interface FunctionOverlap {
	/** Address of the pair on the page of overlaps. */
	readonly pair: string;
	readonly label: OverlapLabel;
	readonly score: number;
	/** The other function of the pair. */
	readonly key: FunctionKey;
	readonly text: LocalText;
	readonly unit: { readonly key: UnitKey; readonly name: LocalText } | null;
	readonly isDecided: boolean;
}

const MOST = 12;
/** A page about one function does not wait for the first analysis of the whole municipality. */
const PATIENCE = 50;

/** Functions of other units that say nearly the same, nearest first; null while the analysis still runs. */
export async function overlapsOfFunction(
	ctx: Ctx,
	address: WorkspaceAddress,
	key: FunctionKey,
): Promise<Result<readonly FunctionOverlap[] | null, Refused>> {
	const studied = await studyOverlaps(ctx, { address, withSlug: null, patience: PATIENCE, restarts: true });
	if (!studied.ok) return studied;
	const { analysis, judged, opened } = studied.value;
	if (analysis === null) return ok(null);
	const unitOf = new Map(opened.structure.units.map((unit) => [unit.key, unit]));
	const own = judged.filter(({ overlap: { a, b } }) => a.functionKey === key || b.functionKey === key);
	return ok(
		own.slice(0, MOST).map(({ overlap, verdict }) => {
			const other = overlap.a.functionKey === key ? overlap.b : overlap.a;
			const unit = other.unitKey === null ? undefined : unitOf.get(other.unitKey);
			return {
				pair: `${overlap.a.functionKey}|${overlap.b.functionKey}`,
				label: overlap.label,
				score: overlap.score,
				key: other.functionKey,
				text: other.fn.text,
				unit: unit ? { key: unit.key, name: unit.name } : null,
				isDecided: verdict !== null,
			};
		}),
	);
}
