import {
	decidingBody,
	operationEffects,
	papersOf,
	type PaperCode,
	type ScenarioRun,
} from '#lib/domain/scenario/index.ts';
import { err, ok, type OperationId, type Result } from '#lib/domain/shared/index.ts';
import { DENIED, transact, type Ctx, type Refused } from '../context.ts';
import {
	deletePaperTick,
	insertPaperTick,
	listPaperTicks,
	type PaperTick,
} from '../queries/operation-paper.ts';
import { recordAudit } from './audit.ts';
import { openScenario, type OpenScenario, type ScenarioAddress, type ScenarioRefusal } from './scenario.ts';

/** One paper of one operation; `tick` says who has it ready since when, null that it is still to be made. */
export interface OperationPaper {
	readonly paper: PaperCode;
	readonly tick: Pick<PaperTick, 'doneAt' | 'doneByName'> | null;
}

export type PaperRefusal = { readonly code: 'operation/paper-unknown' };

/** The papers of every operation that applies; an empty list says that it needs none. */
export async function scenarioPapers(
	ctx: Ctx,
	{ run, scenario }: Pick<OpenScenario, 'run' | 'scenario'>,
): Promise<ReadonlyMap<OperationId, readonly OperationPaper[]>> {
	const ticks = await listPaperTicks(ctx.db, scenario.id);
	return new Map(
		[...papersByOperation(run)].map(([operationId, papers]) => [
			operationId,
			papers.map((paper) => ({
				paper,
				tick: ticks.find((tick) => tick.operationId === operationId && tick.paper === paper) ?? null,
			})),
		]),
	);
}

/**
 * Marks papers of an operation as ready, or takes marks back: only those that differ from what the person saw, so that
 * two people may tick at once. It is no change of the scenario and stays open after it is adopted, when most of the
 * papers are made. Error `operation/paper-unknown` for one that the operation does not need.
 */
export function tickPapers(
	ctx: Ctx,
	address: ScenarioAddress,
	input: {
		readonly operationId: OperationId;
		readonly seen: readonly string[];
		readonly ticked: readonly string[];
	},
): Promise<Result<OperationId, Refused | ScenarioRefusal | PaperRefusal>> {
	return transact(
		ctx,
		async (inside, tx): Promise<Result<OperationId, Refused | ScenarioRefusal | PaperRefusal>> => {
			const found = await openScenario(inside, address, 'scenario.edit');
			if (!found.ok) return found;
			const { actor, scenario, run } = found.value;
			const { operationId, seen, ticked } = input;
			const needed = papersByOperation(run).get(operationId);
			if (!needed) return err(DENIED);
			const isNeeded = (paper: string): paper is PaperCode => needed.some((code) => code === paper);
			const [added, removed] = [
				ticked.filter((paper) => !seen.includes(paper)),
				seen.filter((paper) => !ticked.includes(paper)),
			];
			if (!added.every(isNeeded) || !removed.every(isNeeded)) return err({ code: 'operation/paper-unknown' });
			if (added.length + removed.length === 0) return ok(operationId);
			const made = { doneAt: ctx.clock.now(), doneBy: actor.userId, doneByName: actor.name };
			for (const paper of added) await insertPaperTick(tx, { operationId, paper, ...made });
			for (const paper of removed) await deletePaperTick(tx, operationId, paper);
			await recordAudit(ctx, tx, {
				...{ actor, action: 'operation.papers', before: { ready: seen }, after: { ready: ticked } },
				...{ municipalityId: scenario.municipalityId, entity: 'operation', entityKey: operationId },
				versionId: scenario.baseVersionId,
			});
			return ok(operationId);
		},
	);
}

function papersByOperation({ steps }: ScenarioRun): ReadonlyMap<OperationId, readonly PaperCode[]> {
	return new Map(
		steps.flatMap((step) =>
			operationEffects([step]).map(({ operation, diff }) => [
				operation.id,
				papersOf(operation, diff, decidingBody(step)),
			]),
		),
	);
}
