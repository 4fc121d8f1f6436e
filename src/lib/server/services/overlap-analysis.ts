import { parameterNumber, type ParameterSet } from '#lib/domain/legal/index.ts';
import {
	DEFAULT_OVERLAP_OPTIONS,
	judgeOverlaps,
	type JudgedOverlap,
	type OverlapOptions,
	type StructureAnalysis,
} from '#lib/domain/overlap/index.ts';
import { ok, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { overlapJob } from '../jobs/overlap.ts';
import { listParameters } from '../queries/legal.ts';
import { listVerdicts } from '../queries/overlap-verdict.ts';
import { openStructure, type OpenStructure, type WorkspaceAddress } from './workspace.ts';

export interface OverlapRequest {
	readonly address: WorkspaceAddress;
	/** Slug of the municipality to compare with; null for one alone. */
	readonly withSlug: string | null;
	/** Milliseconds that the caller waits for a first analysis. */
	readonly patience?: number;
}

export interface OverlapStudy {
	readonly opened: OpenStructure;
	/** The other municipality, when the actor may read it. */
	readonly other: OpenStructure | null;
	readonly options: OverlapOptions;
	readonly parameters: ParameterSet;
	/** Null while it still runs. */
	readonly analysis: StructureAnalysis | null;
	/** Pairs of the municipality with their verdicts, best first. */
	readonly judged: readonly JudgedOverlap[];
}

const PATIENCE = 4_000;

/** The overlap analysis of a version, alone or beside another municipality, with the verdicts given so far. */
export async function studyOverlaps(
	ctx: Ctx,
	request: OverlapRequest,
): Promise<Result<OverlapStudy, Refused>> {
	const found = await openStructure(ctx, request.address);
	if (!found.ok) return found;
	const opened = found.value;
	const isOther = request.withSlug !== null && request.withSlug !== opened.municipality.slug;
	const second = isOther ? await openStructure(ctx, { slug: request.withSlug ?? '' }) : null;
	if (second && !second.ok) return second;
	const other = second?.value ?? null;
	const parameters = await listParameters(ctx.db);
	const options = optionsOf(ctx, opened, parameters);
	const structures = other ? [opened, other] : [opened];
	const job = await overlapJob(ctx.db, {
		mark: JSON.stringify([...structures.map(({ version }) => markOf(version)), options]),
		task: { structures: structures.map(({ structure }) => structure), options },
		patience: request.patience ?? PATIENCE,
	});
	const analysis = job.state === 'done' ? job.analysis : null;
	const own = analysis?.pairs.filter(({ a }) => a.municipalityId === opened.municipality.id) ?? [];
	const judged = judgeOverlaps(own, await listVerdicts(ctx.db, opened.municipality.id));
	return ok({ opened, other, options, parameters, analysis, judged });
}

function markOf({ id, revision, status }: OpenStructure['version']): string {
	return `${id}:${revision}:${status}`;
}

/** Thresholds in force for the municipality; the defaults of the method where none is kept. */
function optionsOf(ctx: Ctx, { municipality }: OpenStructure, parameters: ParameterSet): OverlapOptions {
	const valueOf = (key: string, fallback: number) =>
		parameterNumber(parameters, { key, asOf: ctx.clock.today(), municipality: municipality.id }) ?? fallback;
	return {
		duplicationFrom: valueOf('overlap.threshold.duplication', DEFAULT_OVERLAP_OPTIONS.duplicationFrom),
		overlapFrom: valueOf('overlap.threshold.overlap', DEFAULT_OVERLAP_OPTIONS.overlapFrom),
		threshold: valueOf('overlap.threshold.related', DEFAULT_OVERLAP_OPTIONS.threshold),
		top: null,
	};
}
