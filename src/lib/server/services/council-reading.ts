import {
	decidingBody,
	type DecidingBody,
	operationEffects,
	summariseEffect,
	type OperationEffect,
	type OperationSummary,
	type ScenarioRun,
} from '#lib/domain/scenario/index.ts';
import { isAdoption } from '#lib/domain/review/index.ts';
import { ok, type OperationId } from '#lib/domain/shared/index.ts';
import type { Ctx } from '../context.ts';
import { findDecision } from '../queries/review.ts';
import { standingRun } from './council-adopted.ts';
import { amendmentLines, type AmendmentLine } from './council-amendment-view.ts';
import { councilTable, everyAmendment, type CouncilTable } from './council-ballots.ts';
import type { CouncilRefusal } from './council.ts';
import { effectWithoutHiddenCost, proposalCostSight } from './post-costs.ts';
import { openProposal, type OpenProposal, type ProposalAddress } from './proposal.ts';

export const READING_VIEWS = ['submitted', 'proposed', 'difference', 'adopted'] as const;
/** внесен, с предложенията, разлика, приет. */
export type ReadingView = (typeof READING_VIEWS)[number];

/** One point as a view reads it; both sides where it differs. */
export interface ReadPoint {
	readonly id: OperationId;
	/** Place in the submitted list; null for one that was added. */
	readonly number: number | null;
	readonly before: OperationSummary | null;
	readonly after: OperationSummary | null;
	readonly body: DecidingBody;
	/** The first amendments of the point, and how many there are in all. */
	readonly amendments: readonly AmendmentLine[];
	readonly amendmentCount: number;
}

export interface Reading {
	readonly open: OpenProposal;
	readonly view: ReadingView;
	readonly points: readonly ReadPoint[];
	/** Whether a decision stands behind the adopted side, or only the votes so far. */
	readonly isDecided: boolean;
	/** The council rejected it: the adopted side is then as submitted. */
	readonly isRejected: boolean;
	/** Why what was accepted so far does not apply; the adopted side is then as submitted. */
	readonly problem: CouncilRefusal | null;
	readonly amendments: number;
}

/** Amendments of one point that are read at once. */
export const SHOWN_AMENDMENTS = 5;

/** The text of a proposal in one of its four views. Only what the view shows is counted. */
export async function readProposal(ctx: Ctx, address: ProposalAddress, view: ReadingView) {
	const found = await openProposal(ctx, address);
	if (!found.ok) return found;
	const open = found.value;
	const table = await councilTable(ctx.db, open);
	const decision = (await findDecision(ctx.db, open.proposal.id)) ?? null;
	const isCompared = view === 'difference' || view === 'adopted';
	const isAdopted = decision !== null && isAdoption(decision.outcome);
	const composed = isCompared ? standingRun(open, table, decision) : ok(open.frozen.run);
	const run = composed.ok ? composed.value : open.frozen.run;
	const points = pointsOf(open, run);
	const proposed = view === 'proposed' ? await withAmendments(ctx, open, table, points) : points;
	const reading: Reading = {
		...{ open, view, isDecided: isAdopted, isRejected: decision !== null && !isAdopted },
		points: proposed,
		problem: composed.ok ? null : composed.error,
		amendments: table.amendments.length,
	};
	return ok(reading);
}

/** The submitted points in their order, then those that were added. */
export function pointsOf(
	{ frozen, actor, municipality }: OpenProposal,
	run: ScenarioRun,
): readonly ReadPoint[] {
	const sees = proposalCostSight(actor, municipality);
	const seen = (effect: OperationEffect) => effectWithoutHiddenCost(summariseEffect(effect), sees);
	const before = new Map(frozen.report.operations.map((effect) => [effect.operation.id, seen(effect)]));
	const isSame = run === frozen.run;
	const after = isSame
		? before
		: new Map(operationEffects(run.steps).map((effect) => [effect.operation.id, seen(effect)]));
	const steps = new Map([...run.steps, ...frozen.run.steps].map((step) => [step.operation.id, step]));
	const places = new Map(frozen.snapshot.operations.map(({ id, position }) => [id, position]));
	return [...new Set([...before.keys(), ...after.keys()])].map((id) => {
		const step = steps.get(id);
		return {
			...{ id, number: places.get(id) ?? null },
			...{ before: before.get(id) ?? null, after: after.get(id) ?? null },
			body: step ? decidingBody(step) : 'mayor',
			...{ amendments: [], amendmentCount: 0 },
		};
	});
}

async function withAmendments(
	ctx: Ctx,
	open: OpenProposal,
	table: CouncilTable,
	points: readonly ReadPoint[],
): Promise<readonly ReadPoint[]> {
	const byPoint = Map.groupBy(await everyAmendment(ctx.db, open), ({ body }) =>
		body.kind === 'add' ? null : body.operationId,
	);
	const read = points.map((point) => {
		const own = byPoint.get(point.id) ?? [];
		const shown = own.slice(0, SHOWN_AMENDMENTS);
		return { ...point, amendments: amendmentLines(open, table, shown), amendmentCount: own.length };
	});
	const added = byPoint.get(null) ?? [];
	const lines = amendmentLines(open, table, added.slice(0, SHOWN_AMENDMENTS));
	const fresh = lines.map((line): ReadPoint => ({
		...{ id: (line.added?.operation.id ?? `added-${line.record.number}`) as OperationId, number: null },
		...{ before: null, after: line.added, body: 'both', amendments: [line], amendmentCount: 1 },
	}));
	return [...read, ...fresh];
}
