import type { OrgUnit } from '#lib/domain/org/index.ts';
import {
	clusterOverlaps,
	countByThreshold,
	countOpenOverlaps,
	explainPair,
	filterPairs,
	listRecentReasons,
	type EvidenceReason,
	type JudgedOverlap,
	type OpenOverlapCounts,
	type OverlapCluster,
	type MemberFacts,
	type OverlapMember,
	type PairExplanation,
	type PairFilter,
	type RecentReasons,
	type StoredVerdict,
	type StructureOverlap,
	type ThresholdCount,
} from '#lib/domain/overlap/index.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import { ok, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { authorise } from '../context.ts';
import type { AnalysisRun } from '../jobs/overlap.ts';
import type { OverlapRequest, OverlapStudy } from './overlap-analysis.ts';
import { drawUnitMap, studyStates, type OverlapSide, type UnitMap, type UnitOrder } from './overlap-map.ts';
import { createPairViews, pairAddress, type PairView } from './overlap-pair-view.ts';

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
	/** How far it is; null when it is ready. */
	readonly run: AnalysisRun | null;
	readonly functions: number;
	/** Duplications and overlaps on which nobody has decided. */
	readonly open: OpenOverlapCounts;
	readonly total: number;
	readonly pairs: readonly PairView[];
	readonly pages: number;
	readonly page: number;
	readonly matrix: UnitMap;
	/** How many pairs each threshold would leave under the rest of the filter. */
	readonly byThreshold: readonly ThresholdCount[];
	readonly detail: PairDetail | null;
	readonly units: readonly { readonly key: string; readonly name: LocalText }[];
	readonly canJudge: boolean;
	/** Reasons that may be given again. */
	readonly recentReasons: RecentReasons;
	readonly thresholds: { readonly duplication: number; readonly overlap: number; readonly related: number };
}

export interface PageRequest extends OverlapRequest {
	readonly filter: PairFilter;
	/** Page of the list, from 1. */
	readonly page: number;
	readonly pageSize: number;
	/** Key of the pair under review; null takes the first of the list. */
	readonly pair: string | null;
	/** Where given with `side` „after“, the pairs are those that the scenario would leave. */
	readonly scenarioId?: string | null;
	readonly side?: OverlapSide;
	readonly order?: UnitOrder;
	/** Pairs of one cluster stand together, the largest cluster first. */
	readonly isGrouped?: boolean;
}

const RECENT_REASONS = 5;

/** The page „Припокривания“: the filtered pairs, the unit map of them and the pair under review. */
export async function readOverlapPage(ctx: Ctx, request: PageRequest): Promise<Result<OverlapPage, Refused>> {
	const states = await studyStates(ctx, request);
	if (!states.ok) return states;
	const { before, after } = states.value;
	const isAfter = request.side === 'after' && after !== null;
	const study = isAfter ? after : before;
	const { opened, analysis, judged, options, facts } = study;
	const found = filterPairs(judged, request.filter, facts);
	const clusters = request.isGrouped === true ? clusterOverlaps(found.map(({ overlap }) => overlap)) : [];
	const clusterOf = createClusterNumbers(clusters);
	const filtered = request.isGrouped === true ? inClusters(found, clusterOf) : found;
	const viewOf = await createPairViews(ctx, study, clusterOf);
	const pages = Math.max(1, Math.ceil(filtered.length / request.pageSize));
	const page = Math.min(Math.max(1, request.page), pages);
	const from = (page - 1) * request.pageSize;
	const names = new Map(opened.structure.units.map((unit): [string, OrgUnit] => [unit.key, unit]));
	const subject = { municipalityId: opened.municipality.id };
	const { duplicationFrom: duplication, overlapFrom: overlap, threshold: related } = options;
	return ok({
		isReady: analysis !== null,
		run: study.run,
		functions: opened.structure.functions.length,
		open: countOpenOverlaps(judged),
		total: filtered.length,
		pairs: filtered.slice(from, from + request.pageSize).map(viewOf),
		page,
		pages,
		matrix: drawUnitMap(states.value, request),
		byThreshold: countByThreshold(filterPairs(judged, { ...request.filter, from: 0 }, facts), related),
		detail: detailOf({ study, filtered, viewOf, wanted: request.pair, from }),
		units: unitsOf(judged, names, (member) => takingPart(facts, member, request.filter.role)),
		recentReasons: listRecentReasons(judged, RECENT_REASONS),
		canJudge: !isAfter && authorise(ctx, 'overlap.judge', subject).ok,
		thresholds: { duplication, overlap, related },
	});
}

/** Which cluster of the list a pair belongs to, from 1; null where pairs are not grouped. */
function createClusterNumbers(clusters: readonly OverlapCluster[]): (judged: JudgedOverlap) => number | null {
	const numbers = new Map(
		clusters.flatMap(({ functions }, at) => functions.map((key): [string, number] => [key, at + 1])),
	);
	return ({ overlap }) => numbers.get(overlap.a.functionKey) ?? null;
}

/** Stable: inside a cluster the best pair stays first. */
function inClusters(
	found: readonly JudgedOverlap[],
	clusterOf: (judged: JudgedOverlap) => number | null,
): readonly JudgedOverlap[] {
	return [...found].sort((x, y) => (clusterOf(x) ?? 0) - (clusterOf(y) ?? 0));
}

/** Units that any pair touches, for the filter, in the order of the structure. */
function unitsOf(
	judged: readonly JudgedOverlap[],
	names: ReadonlyMap<string, OrgUnit>,
	unitsOfMember: (member: OverlapMember) => readonly (string | null)[],
) {
	const touched = new Set<string | null>(
		judged.flatMap(({ overlap: { a, b } }) => [...unitsOfMember(a), ...unitsOfMember(b)]),
	);
	return [...names.values()]
		.filter(({ key }) => touched.has(key))
		.map(({ key, name }) => ({ key: key as string, name }));
}

/** Who answers for a function, and who takes part in it in the role that is asked for. */
function takingPart(
	{ unitsOf }: MemberFacts,
	member: OverlapMember,
	role: PairFilter['role'],
): readonly (string | null)[] {
	return [member.unitKey, ...(role === null ? [] : unitsOf(member, role))];
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
