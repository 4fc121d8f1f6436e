import { can } from '#lib/domain/access/index.ts';
import type { OrgUnit, Structure } from '#lib/domain/org/index.ts';
import {
	changeMarks,
	compareUnits,
	compareRules,
	countStructure,
	countVerdicts,
	diffStructures,
	endVerdicts,
	namesIn,
	operationEffects,
	passingBreaches,
	runOnDay,
	staffingRows,
	submissionBlocks,
	summariseEffect,
	type ChangeRefusal,
	type NameBook,
	type OperationRefusal,
	type OperationSummary,
	type ScenarioRun,
	type SubmissionBlock,
} from '#lib/domain/scenario/index.ts';
import { depthFirst, type UnitKey } from '#lib/domain/shared/index.ts';
import type { Ctx } from '../context.ts';
import { listLegalActs, listPolicyAreas } from '../queries/legal.ts';
import {
	costSight,
	effectWithoutHiddenCost,
	operationWithoutCost,
	seesCostChange,
	withoutHiddenCost,
	withoutHiddenSum,
} from './post-costs.ts';
import { phaseFrame, type OpenScenario } from './scenario.ts';

/** The frame of every page of a scenario: what it is, its numbers before and after, and what stands in its way. */
export function summariseScenario(open: OpenScenario) {
	const { scenario, version, run, operations, proposal, actor, municipality, frame, refusal } = open;
	const seesCost = seesCostChange(run, costSight(actor, municipality));
	return {
		scenario,
		baseValidFrom: version.validFrom,
		operations: operations.length,
		numbers: {
			before: countStructure(run.before),
			after: withoutHiddenSum(countStructure(run.after), seesCost),
		},
		verdicts: countVerdicts(endVerdicts(run, frame)),
		/** Rules broken only between two days of effect. */
		passing: new Set(passingBreaches(run, frame, open.limits).map(({ rule }) => rule.after.rule)).size,
		obstacles: submissionBlocks(run, phaseFrame(open)).length + (refusal ? 1 : 0),
		refused: refusal && { refusal, ...refusalFrame(open, refusal) },
		proposalNumber: proposal?.number ?? null,
		mayEdit: open.mayEdit,
		maySubmit:
			scenario.status === 'draft' && can(actor, 'proposal.submit', { municipalityId: municipality.id }),
	};
}

export type ScenarioSummary = ReturnType<typeof summariseScenario>;

/** What a refusal or an obstacle is told with: names of what it mentions, and places of the operations. */
export function refusalFrame(
	{ run, operations }: Pick<OpenScenario, 'run' | 'operations'>,
	mentioned: OperationRefusal | readonly (SubmissionBlock | ChangeRefusal)[],
): { readonly names: NameBook; readonly places: Readonly<Record<string, number>> } {
	const structures = [run.after, ...run.steps.map((step) => step.before).toReversed(), run.before];
	return {
		names: namesIn(structures, mentioned),
		places: Object.fromEntries(operations.map((operation) => [operation.id, operation.position])),
	};
}

/** The operations with what each does; those after a refused one stand without an effect. */
export function operationList({ run, operations, actor, municipality }: OpenScenario): {
	readonly applied: readonly OperationSummary[];
	readonly waiting: readonly OperationSummary['operation'][];
} {
	const sees = costSight(actor, municipality);
	const applied = operationEffects(run.steps).map((effect) =>
		effectWithoutHiddenCost(summariseEffect(effect), sees),
	);
	const done = new Set(applied.map((effect) => effect.operation.id));
	const waiting = operations.filter((operation) => !done.has(operation.id));
	const isOpen = can(actor, 'scenario.edit', { municipalityId: municipality.id });
	return { applied, waiting: isOpen ? waiting : waiting.map(operationWithoutCost) };
}

/** The staffing table before and after as the actor may see it; the sum before is for everybody, that after only with the posts between. */
export function scenarioStaffing({ run, actor, municipality }: OpenScenario) {
	const { before, after } = run;
	const sees = costSight(actor, municipality);
	const marks = changeMarks({ diff: diffStructures(before, after), units: compareUnits(before, after) });
	const rowsOf = (structure: Structure) =>
		staffingRows(structure, marks.posts).map((row) => ({
			...row,
			post: withoutHiddenCost(row.post, sees),
			annualCost: sees(row.post) ? row.annualCost : null,
		}));
	return {
		...{ before: rowsOf(before), after: rowsOf(after) },
		cost: {
			before: countStructure(before).annualCost,
			after: seesCostChange(run, sees) ? countStructure(after).annualCost : null,
		},
		/** Units whose posts may be shown with their cost. */
		costUnits: [...new Set([...before.posts, ...after.posts].filter(sees).map(({ unitKey }) => unitKey))],
	};
}

/** What a form of an operation offers to choose from, as things stand at that place of the list; the function is the one it is about. */
export async function operationChoices(
	ctx: Ctx,
	open: Pick<OpenScenario, 'findings'> & { readonly frame: Pick<OpenScenario['frame'], 'powers'> },
	structure: Structure,
	functionKey: string | null = null,
) {
	const { findings } = open;
	const answering = Map.groupBy(
		structure.participations.filter((part) => part.role === 'accountable'),
		(part) => part.functionKey,
	);
	return {
		units: depthFirst<UnitKey, OrgUnit>(structure.units).map(({ item, depth }) => ({
			...{ key: item.key, parentKey: item.parentKey, name: item.name, depth },
			...{ kind: item.kind, part: item.part },
		})),
		posts: structure.posts,
		functions: structure.functions.map(({ key, text }) => ({
			key,
			text,
			unitKeys: [...new Set((answering.get(key) ?? []).map((part) => part.unitKey))],
		})),
		activities: structure.activities.map(({ key, functionKey, name }) => ({ key, functionKey, name })),
		seats: structure.participations
			.filter((part) => part.functionKey === functionKey)
			.map(({ unitKey, postKey, role }) => ({ unitKey, postKey, role })),
		policyAreas: await listPolicyAreas(ctx.db),
		legalActs: await listLegalActs(ctx.db, [structure.municipality.id]),
		powers: open.frame.powers.map(({ key, text }) => ({ key, text })),
		findings,
	};
}

export type OperationChoices = Awaited<ReturnType<typeof operationChoices>>;

/** The structure on which an operation acts: before its own step, or at the end of the list. */
export function structureAt({ run }: OpenScenario, operationId: string | null): Structure {
	const step = run.steps.find((taken) => taken.operation.id === operationId);
	return step?.before ?? run.after;
}

/**
 * Rules on both sides as of one of the days of effect, the last one where none is asked for, with the names of what they
 * counted and the rules that are broken on the way.
 */
export function ruleData(whole: ScenarioRun, given: RulesAsked, asked: string | null) {
	const { frame, limits } = given;
	const { run, day, days } = runOnDay(whole, { decisionDay: frame.asOf, limits }, asked);
	const rules = compareRules(run, frame);
	const items = rules.flatMap(({ before, after }) => [...before.items, ...after.items]);
	const powers = frame.powers.filter((power) => items.some((item) => item.key === power.key));
	return {
		...{ rules, day, days },
		passing: passingBreaches(whole, frame, limits),
		names: namesIn([run.after, run.before], items),
		powerTexts: Object.fromEntries(powers.map((power) => [power.key, power.text])),
	};
}

type RulesAsked = Pick<OpenScenario, 'frame' | 'limits'>;
