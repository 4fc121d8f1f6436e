import { parameterNumber, type ParameterSet } from '#lib/domain/legal/index.ts';
import { lookUp, type Municipality, type Structure } from '#lib/domain/org/index.ts';
import {
	countOpenOverlaps,
	DEFAULT_OVERLAP_OPTIONS,
	hoursByUnit,
	judgeOverlaps,
	type HoursOf,
	type MemberFacts,
	type UnitsOf,
	type JudgedOverlap,
	type OpenOverlapCounts,
	type OverlapOptions,
	type StructureAnalysis,
} from '#lib/domain/overlap/index.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import { authorise, DENIED, type Ctx, type Refused } from '../context.ts';
import { overlapJob, stopOverlapJob, type AnalysisRun, type OverlapJob } from '../jobs/overlap.ts';
import { listParameters } from '../queries/legal.ts';
import { listVerdicts } from '../queries/overlap-verdict.ts';
import { openScenario } from './scenario.ts';
import { hashOf } from './structure-hash.ts';
import { openStructure, type OpenStructure, type WorkspaceAddress } from './workspace.ts';

export interface OverlapRequest {
	readonly address: WorkspaceAddress;
	/** Slug of the municipality to compare with; null for one alone. */
	readonly withSlug: string | null;
	/** Id of a scenario: its outcome is studied instead of the version. */
	readonly scenarioId?: string | null;
	/** Milliseconds that the caller waits for a first analysis. */
	readonly patience?: number;
	/** Begins again what somebody stopped; only the page that tells of the stop leaves it so. */
	readonly restarts?: boolean;
}

export interface OverlapStudy {
	readonly opened: OpenStructure;
	/** The other municipality, when the actor may read it. */
	readonly other: OpenStructure | null;
	readonly options: OverlapOptions;
	readonly parameters: ParameterSet;
	/** Null while it still runs. */
	readonly analysis: StructureAnalysis | null;
	/** How far it is; null when it is ready. */
	readonly run: AnalysisRun | null;
	/** Pairs of the municipality with their verdicts, best first. */
	readonly judged: readonly JudgedOverlap[];
	/** What the filter of pairs asks about a function. */
	readonly facts: MemberFacts;
}

const PATIENCE = 4_000;

/** The overlap analysis of a version, alone or beside another municipality, with the verdicts given so far. */
export async function studyOverlaps(
	ctx: Ctx,
	request: OverlapRequest,
): Promise<Result<OverlapStudy, Refused>> {
	const prepared = await prepare(ctx, request);
	if (!prepared.ok) return prepared;
	const { opened, other, options, parameters, structures } = prepared.value;
	const { patience = PATIENCE, restarts = false } = request;
	const job = await analyse(ctx, { structures, options, patience, restarts });
	const analysis = job.state === 'done' ? job.analysis : null;
	const run = job.state === 'open' ? job.run : null;
	const own = analysis?.pairs.filter(({ a }) => a.municipalityId === opened.municipality.id) ?? [];
	const judged = judgeOverlaps(own, await listVerdicts(ctx.db, opened.municipality.id));
	return ok({ opened, other, options, parameters, analysis, run, judged, facts: factsOf(structures) });
}

/**
 * Stops the analyses that a page waits for, or begins them again: of the municipality alone and beside the other one, of
 * the version and of the outcome of the scenario.
 * Those who decide on pairs may; for everybody else who looks at the same structures it stops too.
 */
export async function steerAnalysis(
	ctx: Ctx,
	request: OverlapRequest,
	step: 'stop' | 'start',
): Promise<Result<null, Refused>> {
	const { address, withSlug, scenarioId = null } = request;
	const asked = [...new Set([null, withSlug])].flatMap((slug) =>
		[...new Set([null, scenarioId])].map((scenario) => ({ withSlug: slug, scenarioId: scenario })),
	);
	for (const one of asked) {
		const prepared = await prepare(ctx, { address, ...one });
		if (!prepared.ok) return prepared;
		const { opened, structures, options } = prepared.value;
		const allowed = authorise(ctx, 'overlap.judge', { municipalityId: opened.municipality.id });
		if (!allowed.ok) return allowed;
		if (step === 'stop') stopOverlapJob(ctx.db, markOfAll(structures, options));
		else await analyse(ctx, { structures, options, patience: 0, restarts: true });
	}
	return ok(null);
}

type Prepared = Pick<OverlapStudy, 'opened' | 'other' | 'options' | 'parameters'> & {
	readonly structures: readonly Structure[];
};

async function prepare(ctx: Ctx, request: OverlapRequest): Promise<Result<Prepared, Refused>> {
	const found = await openStructure(ctx, request.address);
	if (!found.ok) return found;
	const opened = await afterScenario(ctx, found.value, request.scenarioId ?? null);
	if (!opened) return err(DENIED);
	const isOther = request.withSlug !== null && request.withSlug !== opened.municipality.slug;
	const second = isOther ? await openStructure(ctx, { slug: request.withSlug ?? '' }) : null;
	if (second && !second.ok) return second;
	const other = second?.value ?? null;
	const parameters = await listParameters(ctx.db);
	const options = optionsOf(ctx, opened.municipality, parameters);
	const structures = other ? [opened.structure, other.structure] : [opened.structure];
	return ok({ opened, other, options, parameters, structures });
}

function factsOf(structures: readonly Structure[]): MemberFacts {
	const lookups = new Map(structures.map((structure) => [structure.municipality.id, lookUp(structure)]));
	const unitsOf: UnitsOf = ({ municipalityId, functionKey }, role) => {
		const parts = lookups.get(municipalityId)?.participationsByFunction.get(functionKey) ?? [];
		return parts.filter((part) => part.role === role).map(({ unitKey }) => unitKey);
	};
	return { hoursOf: createHoursOf(structures), unitsOf };
}

/** Hours of the functions of the structures studied. */
export function createHoursOf(structures: readonly Structure[]): HoursOf {
	const lookups = new Map(structures.map((structure) => [structure.municipality.id, lookUp(structure)]));
	return ({ municipalityId, functionKey }) => {
		const lookup = lookups.get(municipalityId);
		const hours = lookup ? [...hoursByUnit(lookup, functionKey).values()] : [];
		return hours.length === 0 ? null : hours.reduce((sum, one) => sum + one, 0);
	};
}

/** The structure as a scenario would leave it; the same one without a scenario, undefined where there is none such. */
async function afterScenario(
	ctx: Ctx,
	opened: OpenStructure,
	scenarioId: string | null,
): Promise<OpenStructure | undefined> {
	if (scenarioId === null) return opened;
	const scenario = await openScenario(ctx, { slug: opened.municipality.slug, scenarioId });
	return scenario.ok ? { ...opened, structure: scenario.value.run.after } : undefined;
}

export interface CountRequest {
	readonly municipality: Municipality;
	readonly structure: Structure;
	readonly patience?: number;
}

/** How many overlaps of a structure nobody has decided on; null while the analysis still runs. */
export async function countUndecided(
	ctx: Ctx,
	{ municipality, structure, patience = PATIENCE }: CountRequest,
): Promise<OpenOverlapCounts | null> {
	const options = optionsOf(ctx, municipality, await listParameters(ctx.db));
	const job = await analyse(ctx, { structures: [structure], options, patience, restarts: true });
	if (job.state === 'open') return null;
	return countOpenOverlaps(judgeOverlaps(job.analysis.pairs, await listVerdicts(ctx.db, municipality.id)));
}

interface AnalysisRequest {
	readonly structures: readonly Structure[];
	readonly options: OverlapOptions;
	readonly patience: number;
	readonly restarts: boolean;
}

function analyse(ctx: Ctx, { structures, options, ...how }: AnalysisRequest): Promise<OverlapJob> {
	const mark = markOfAll(structures, options);
	return overlapJob(ctx.db, { mark, task: { structures, options }, ...how });
}

function markOfAll(structures: readonly Structure[], options: OverlapOptions): string {
	return JSON.stringify([...structures.map(markOf), options]);
}

const marks = new WeakMap<Structure, string>();

/** Mark of everything that the analysis reads of a structure; equal structures share one analysis. */
function markOf(structure: Structure): string {
	const known = marks.get(structure);
	if (known !== undefined) return known;
	const { municipality, units, functions, participations } = structure;
	const { id, name } = municipality;
	const mark = hashOf([id, name, units, functions, participations]);
	marks.set(structure, mark);
	return mark;
}

/** Thresholds in force for the municipality; the defaults of the method where none is kept. */
function optionsOf(ctx: Ctx, municipality: Municipality, parameters: ParameterSet): OverlapOptions {
	const valueOf = (key: string, fallback: number) =>
		parameterNumber(parameters, { key, asOf: ctx.clock.today(), municipality: municipality.id }) ?? fallback;
	return {
		duplicationFrom: valueOf('overlap.threshold.duplication', DEFAULT_OVERLAP_OPTIONS.duplicationFrom),
		overlapFrom: valueOf('overlap.threshold.overlap', DEFAULT_OVERLAP_OPTIONS.overlapFrom),
		threshold: valueOf('overlap.threshold.related', DEFAULT_OVERLAP_OPTIONS.threshold),
		top: null,
	};
}

/** The score from which two statements are related, in force for the municipality. */
export async function relatedFrom(ctx: Ctx, municipality: Municipality): Promise<number> {
	return optionsOf(ctx, municipality, await listParameters(ctx.db)).threshold;
}
