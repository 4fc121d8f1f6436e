import {
	endVerdicts,
	measureStructure,
	standToTargets,
	type BeforeAfter,
	type MeasureValues,
	type Targets,
	type TargetStanding,
} from '#lib/domain/scenario/index.ts';
import type { Structure } from '#lib/domain/org/index.ts';
import { err, ok } from '#lib/domain/shared/index.ts';
import type { Ctx } from '../context.ts';
import { findTargets, replaceTargets } from '../queries/scenario-target.ts';
import { touchScenario } from '../queries/scenario.ts';
import { openDraft, type OperationAnswer } from './operation.ts';
import { countUndecided } from './overlap-analysis.ts';
import { costSight, seesCostChange } from './post-costs.ts';
import { auditScenario, type OpenScenario, type ScenarioAddress } from './scenario.ts';

/** How a scenario stands to its targets. What takes long is not waited for: it stands as not measured yet. */
export async function viewTargets(ctx: Ctx, open: OpenScenario): Promise<readonly TargetStanding[]> {
	const targets = await findTargets(ctx.db, open.scenario.id);
	if (Object.keys(targets).length === 0) return [];
	const patience = targets['open-overlaps'] === undefined ? null : 0;
	return standToTargets(targets, await measureSides(ctx, open, patience));
}

/** The targets of a scenario with the values of every measure on both sides, for whoever sets them. */
export async function targetsToSet(ctx: Ctx, open: OpenScenario, patience?: number) {
	const targets = await findTargets(ctx.db, open.scenario.id);
	const values = await measureSides(ctx, open, patience);
	return { targets, values, standings: standToTargets(targets, values) };
}

/** Sets all targets of a draft at once; an absent one is taken away. Error `scenario/stale`. */
export async function saveTargets(
	ctx: Ctx,
	address: ScenarioAddress,
	input: { readonly targets: Targets; readonly revision: number },
): Promise<OperationAnswer<null>> {
	const found = await openDraft(ctx, address);
	if (!found.ok) return found;
	const { actor, scenario } = found.value;
	const { targets, revision } = input;
	return ctx.db.transaction().execute(async (tx) => {
		const before = await findTargets(tx, scenario.id);
		if (!(await touchScenario(tx, { id: scenario.id, revision }))) return err({ code: 'scenario/stale' });
		await replaceTargets(tx, scenario.id, targets, { at: ctx.clock.now(), by: actor.userId });
		await auditScenario(ctx, tx, { actor, scenario, action: 'scenario.targets', before, after: targets });
		return ok(null);
	});
}

/** With a patience of null nobody asks for the overlaps. */
async function measureSides(
	ctx: Ctx,
	{ run, frame, municipality, actor }: OpenScenario,
	patience?: number | null,
): Promise<BeforeAfter<MeasureValues>> {
	const side = async (structure: Structure): Promise<MeasureValues> => {
		const request = { municipality, structure, ...(patience == null ? {} : { patience }) };
		const open = patience === null ? null : await countUndecided(ctx, request);
		return measureStructure({
			structure,
			verdicts: endVerdicts({ ...run, after: structure }, frame),
			openOverlaps: open && open.duplication + open.overlap,
		});
	};
	const [before, after] = await Promise.all([side(run.before), side(run.after)]);
	return {
		before,
		after: seesCostChange(run, costSight(actor, municipality)) ? after : { ...after, cost: null },
	};
}
