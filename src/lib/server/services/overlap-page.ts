import type { OrgUnit } from '#lib/domain/org/index.ts';
import {
	computeUnitMatrix,
	countOpenOverlaps,
	explainPair,
	filterPairs,
	type EvidenceReason,
	type JudgedOverlap,
	type OpenOverlapCounts,
	type OverlapLabel,
	type OverlapVerdict,
	type PairExplanation,
	type PairFilter,
	type StoredVerdict,
	type StructureOverlap,
	type UnitMatrix,
} from '#lib/domain/overlap/index.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import { ok, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { authorise } from '../context.ts';
import { listEvidenceOf } from '../queries/finding-evidence.ts';
import { studyOverlaps, type OverlapRequest, type OverlapStudy } from './overlap-analysis.ts';
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
}

/** Everything about the pair that is being reviewed. */
export interface PairDetail extends PairView {
	readonly explanation: PairExplanation;
	readonly subject: number;
	readonly actFactor: number;
	readonly scopeFactor: number;
	readonly reasons: readonly EvidenceReason[];
	readonly decided: StoredVerdict | null;
	readonly history: readonly StoredVerdict[];
	/** Neighbours in the filtered list, for going through it. */
	readonly previous: string | null;
	readonly next: string | null;
	/** Place in the filtered list, from 1. */
	readonly place: number;
}

export interface OverlapPage {
	/** False while the analysis still runs; then everything below is empty. */
	readonly isReady: boolean;
	readonly functions: number;
	/** Duplications and overlaps on which nobody has decided. */
	readonly open: OpenOverlapCounts;
	readonly total: number;
	readonly pairs: readonly PairView[];
	readonly pages: number;
	readonly page: number;
	readonly matrix: UnitMatrix;
	readonly detail: PairDetail | null;
	readonly units: readonly { readonly key: string; readonly name: LocalText }[];
	readonly canJudge: boolean;
	readonly thresholds: { readonly duplication: number; readonly overlap: number; readonly related: number };
}

export interface PageRequest extends OverlapRequest {
	readonly filter: PairFilter;
	/** Page of the list, from 1. */
	readonly page: number;
	readonly pageSize: number;
	/** Key of the pair under review; null takes the first of the list. */
	readonly pair: string | null;
}

/** The page „Припокривания“: the filtered pairs, the unit map of them and the pair under review. */
export async function readOverlapPage(ctx: Ctx, request: PageRequest): Promise<Result<OverlapPage, Refused>> {
	const studied = await studyOverlaps(ctx, request);
	if (!studied.ok) return studied;
	const study = studied.value;
	const { opened, analysis, judged, options } = study;
	const viewOf = await createPairViews(ctx, study);
	const filtered = filterPairs(judged, request.filter);
	const pages = Math.max(1, Math.ceil(filtered.length / request.pageSize));
	const page = Math.min(Math.max(1, request.page), pages);
	const from = (page - 1) * request.pageSize;
	const names = new Map(opened.structure.units.map((unit): [string, OrgUnit] => [unit.key, unit]));
	const matrix = computeUnitMatrix(
		opened.structure.units,
		filtered.map(({ overlap }) => overlap),
	);
	const subject = { municipalityId: opened.municipality.id };
	const { duplicationFrom: duplication, overlapFrom: overlap, threshold: related } = options;
	return ok({
		isReady: analysis !== null,
		functions: opened.structure.functions.length,
		open: countOpenOverlaps(judged),
		total: filtered.length,
		pairs: filtered.slice(from, from + request.pageSize).map(viewOf),
		page,
		pages,
		matrix,
		detail: detailOf({ study, filtered, viewOf, wanted: request.pair, from }),
		units: unitsOf(judged, names),
		canJudge: authorise(ctx, 'overlap.judge', subject).ok,
		thresholds: { duplication, overlap, related },
	});
}

/** Units that any pair touches, for the filter, in the order of the structure. */
function unitsOf(judged: readonly JudgedOverlap[], names: ReadonlyMap<string, OrgUnit>) {
	const touched = new Set<string | null>(
		judged.flatMap(({ overlap }) => [overlap.a.unitKey, overlap.b.unitKey]),
	);
	return [...names.values()]
		.filter(({ key }) => touched.has(key))
		.map(({ key, name }) => ({ key: key as string, name }));
}

async function createPairViews(
	ctx: Ctx,
	{ opened, other }: OverlapStudy,
): Promise<(judged: JudgedOverlap) => PairView> {
	const view = await createFunctionViews(ctx.db, other ? [opened, other] : [opened]);
	const evidence = await listEvidenceOf(ctx.db, opened.municipality.id, 'function-pair');
	const findings = new Map(
		evidence.flatMap(({ ref, ref2, findingId, number }) => [
			[`${ref} ${ref2}`, { id: findingId as string, number }],
			[`${ref2} ${ref}`, { id: findingId as string, number }],
		]),
	);
	return ({ overlap, verdict }) => ({
		key: pairAddress(overlap),
		score: overlap.score,
		label: overlap.label,
		a: view(overlap.a),
		b: view(overlap.b),
		verdict: verdict?.verdict ?? null,
		finding: findings.get(`${overlap.a.functionKey} ${overlap.b.functionKey}`) ?? null,
	});
}

/** The pair as it stands in an address. */
export function pairAddress({ a, b }: StructureOverlap): string {
	return `${a.functionKey}|${b.functionKey}`;
}

function detailOf(input: {
	readonly study: OverlapStudy;
	readonly filtered: readonly JudgedOverlap[];
	readonly viewOf: (judged: JudgedOverlap) => PairView;
	readonly wanted: string | null;
	readonly from: number;
}): PairDetail | null {
	const { study, filtered, viewOf, wanted, from } = input;
	const found = wanted === null ? from : filtered.findIndex(({ overlap }) => isPair(overlap, wanted));
	const judged =
		found >= 0 ? filtered[found] : study.judged.find(({ overlap }) => isPair(overlap, wanted ?? ''));
	if (!judged || !study.analysis) return null;
	const { overlap, verdict, history } = judged;
	const neighbour = (at: number) => {
		const near = found >= 0 ? filtered[at] : undefined;
		return near ? pairAddress(near.overlap) : null;
	};
	return {
		...viewOf(judged),
		explanation: explainPair(
			[overlap.a.fn.text.bg, overlap.b.fn.text.bg],
			overlap.shared,
			study.analysis.slips,
		),
		subject: overlap.subject,
		actFactor: overlap.actFactor,
		scopeFactor: overlap.scopeFactor,
		reasons: overlap.reasons,
		decided: verdict,
		history,
		previous: found > 0 ? neighbour(found - 1) : null,
		next: neighbour(found + 1),
		place: found + 1,
	};
}

function isPair({ a, b }: StructureOverlap, wanted: string): boolean {
	const [x, y] = wanted.split('|');
	return (a.functionKey === x && b.functionKey === y) || (a.functionKey === y && b.functionKey === x);
}
