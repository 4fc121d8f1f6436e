import { scenarioPhases, type ScenarioPhase, type SeenNumbers } from '#lib/domain/scenario/index.ts';
import type { IsoDate } from '#lib/domain/shared/index.ts';
import type { Ctx } from '../context.ts';
import { listPhaseWords, replacePhaseWords, type PhaseWords } from '../queries/scenario-phase.ts';
import { costSight, seesCostChange, withoutHiddenSum } from './post-costs.ts';
import { openDraft, saveOperations, type OperationAnswer } from './operation.ts';
import { phaseFrame, type OpenScenario, type ScenarioAddress } from './scenario.ts';

/** A phase with its words; without any both are empty. */
export interface WordedPhase extends Omit<ScenarioPhase, 'numbers'>, Pick<PhaseWords, 'title' | 'narrative'> {
	/** Without the cost where the person does not see what the touched posts cost. */
	readonly numbers: SeenNumbers | null;
	/** Whether it begins with the whole decision. */
	readonly isDecisionDay: boolean;
}

/** The scenario day by day, over the operations that apply. */
export async function viewPhases(ctx: Ctx, open: OpenScenario): Promise<readonly WordedPhase[]> {
	const { run, scenario, actor, municipality } = open;
	const seesCost = seesCostChange(run, costSight(actor, municipality));
	const words = await listPhaseWords(ctx.db, scenario.id);
	const applied = run.steps.map((step) => step.operation);
	return scenarioPhases(run.before, applied, phaseFrame(open)).map((phase) => {
		const isDecisionDay = phase.startsOn === scenario.effectiveOn;
		const said = words.find(({ startsOn }) => startsOn === (isDecisionDay ? null : phase.startsOn));
		const numbers = phase.numbers && withoutHiddenSum(phase.numbers, seesCost);
		return { ...phase, numbers, isDecisionDay, title: said?.title ?? '', narrative: said?.narrative ?? '' };
	});
}

/** Says what a phase is called and why it comes; an empty title takes the words away. The day of the decision is one too. */
export async function wordPhase(
	ctx: Ctx,
	address: ScenarioAddress,
	input: {
		readonly startsOn: IsoDate;
		readonly title: string;
		readonly narrative: string;
		readonly revision: number;
	},
): Promise<OperationAnswer<null>> {
	const found = await openDraft(ctx, address);
	if (!found.ok) return found;
	const { scenario, actor } = found.value;
	const startsOn = input.startsOn === scenario.effectiveOn ? null : input.startsOn;
	const after = { startsOn, title: input.title.trim(), narrative: input.narrative.trim() };
	return saveOperations(ctx, found.value, input.revision, async (tx) => {
		const [before = null] = (await listPhaseWords(tx, scenario.id)).filter(
			(words) => words.startsOn === startsOn,
		);
		await replacePhaseWords(tx, scenario.id, after, { at: ctx.clock.now(), by: actor.userId });
		return { action: 'scenario.phase', before, after, value: null };
	});
}
