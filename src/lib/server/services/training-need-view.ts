import { can } from '#lib/domain/access/index.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import { ok, type IsoDate, type Result, type ScenarioId } from '#lib/domain/shared/index.ts';
import {
	computeCompetencyCells,
	computeCoverage,
	isSmallGroup,
	needTelling,
	rankNeeds,
	uncoveredPart,
	type NeedCauseKind,
	type NeedCoverage,
	type NeedRank,
	type NeedStage,
	type RankWeights,
	type NeedState,
	type NeedTelling,
	type TrainingNeed,
} from '#lib/domain/training/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { listScenarios } from '../queries/scenario.ts';
import { listPlanItems, type PlanItemRecord } from '../queries/training-plan.ts';
import { auditLook } from './training-look.ts';
import { openTraining, seesUnit, type OpenTraining } from './training.ts';
import { competencyName, listKeptNeeds, type KeptNeed } from './training-need.ts';
import { causeView, type NeedCauseView } from './training-need-cause.ts';
import { needStages } from './training-need-stage.ts';
import { readRuleChanges, type RuleChanges } from './training-rules.ts';
import { trainingWords, type TrainingWords } from './training-words.ts';

export interface NeedPersonView {
	readonly id: string;
	readonly name: string;
	readonly required: number | null;
	readonly assessed: number | null;
}

/** A line of a plan that meets a need. */
export type PlannedLine = Pick<PlanItemRecord, 'id' | 'year' | 'title' | 'groupName' | 'groupNumber'>;

/** A need as a page shows it; numbers about too few people are null for whoever may not see persons. */
export interface NeedView {
	readonly id: string;
	readonly state: NeedState;
	readonly note: string | null;
	readonly competency: LocalText | null;
	readonly cause: NeedCauseView;
	/** `isInForce`: it has a page in the structure shown. Null where the map of competencies hides the place. */
	readonly unit: { readonly key: string; readonly name: LocalText; readonly isInForce: boolean } | null;
	readonly requiredLevel: TrainingNeed['requiredLevel'];
	readonly people: number | null;
	readonly openPlaces: number;
	readonly named: readonly NeedPersonView[] | null;
	readonly priority: TrainingNeed['priority'] | null;
	/** Null for a need that is met or dismissed, and where people may not be counted. */
	readonly rank: NeedRank | null;
	/** Null for a dismissed need. */
	readonly stage: NeedStage | null;
	readonly deadline: IsoDate | null;
	/** Null together with the unit, which the line would tell. */
	readonly plannedIn: readonly PlannedLine[] | null;
	/** People and open places that stand on no line yet; null where people may not be counted. */
	readonly left: number | null;
	readonly isByHand: boolean;
	readonly revision: number;
}

export interface NeedBoard {
	readonly needs: readonly NeedView[];
	readonly counts: Readonly<Record<NeedState, number>>;
	/** Scenarios that needs can be taken from; only for whoever may take them. */
	readonly scenarios: readonly { readonly id: ScenarioId; readonly name: string }[];
	readonly mayEdit: boolean;
	/** Whether this reader is not told the unit of some needs, or of some needs at all. */
	readonly isPart: boolean;
	readonly weights: RankWeights;
	/** The weights as the parameters have them. */
	readonly defaults: RankWeights;
}

export interface NeedFilter {
	readonly state: NeedState | null;
	readonly cause: NeedCauseKind | null;
	readonly unit?: string | null;
	readonly competency?: string | null;
	/** The changed rule that needs come from, by its id. */
	readonly rule?: string | null;
	/** Weights of the priority; those of the parameters when left out. */
	readonly weights?: RankWeights | null;
}

/** The needs in one state or in all, most urgent first. */
export async function readNeedBoard(
	ctx: Ctx,
	slug: string,
	filter: NeedFilter,
): Promise<Result<NeedBoard, Refused>> {
	const opened = await openTraining(ctx, { slug });
	if (!opened.ok) return opened;
	const training = opened.value;
	const { municipality, actor } = training;
	const kept = await listKeptNeeds(ctx, training);
	const telling = tellingTo(training);
	const needs = kept.filter((need) => telling(need) !== 'nothing');
	const words = await trainingWords(ctx, municipality, training.structure, needs.map(scenarioOf));
	const lines = (await listPlanItems(ctx.db, municipality.id)).filter((line) => line.state !== 'cancelled');
	const coverage = computeCoverage(kept, lines);
	const { names: rules } = await readRuleChanges(ctx, {
		municipalityId: municipality.id,
		lookup: training.lookup,
		asOf: training.asOf,
		months: training.ruleMonths,
	});
	const mayEdit = can(actor, 'training.edit', { municipalityId: municipality.id });
	const shown = needs.filter(
		(need) =>
			(filter.state === null || need.state === filter.state) &&
			(filter.cause === null || need.cause.kind === filter.cause) &&
			(!filter.unit || (need.unitKey === filter.unit && telling(need) === 'whole')) &&
			(!filter.competency || need.competencyKey === filter.competency) &&
			(!filter.rule || (need.cause.kind === 'rule-changed' && need.cause.ref === filter.rule)),
	);
	const weights = filter.weights ?? training.rankWeights;
	const living = needs.filter((need) => need.state === 'open' || need.state === 'planned');
	const ranks = rankNeeds(living, { weights, asOf: training.asOf });
	const stageOf = await needStages(ctx, training, { lines, coverage });
	const context = { training, telling, words, lines, rules, ranks, stageOf };
	const views = shown.map((need) => needView(need, { ...context, coverage: coverage.get(need.key) }));
	if (views.some((view) => view.named !== null && view.named.length > 0))
		await auditLook(ctx, training, { entity: 'need-list', entityKey: slug });
	return ok({
		needs: views.sort(byRank),
		counts: countStates(needs),
		scenarios: mayEdit ? await scenariosToTake(ctx, training) : [],
		mayEdit,
		isPart: kept.some((need) => telling(need) !== 'whole'),
		weights,
		defaults: training.rankWeights,
	});
}

/** By place; those without one after them, in the order in which they came. */
function byRank(a: NeedView, b: NeedView): number {
	return (a.rank?.place ?? Number.MAX_SAFE_INTEGER) - (b.rank?.place ?? Number.MAX_SAFE_INTEGER);
}

export function needView(
	need: KeptNeed,
	context: {
		readonly training: OpenTraining;
		readonly telling: (need: KeptNeed) => NeedTelling;
		readonly words: TrainingWords;
		readonly lines: readonly PlanItemRecord[];
		readonly coverage: NeedCoverage | undefined;
		readonly ranks: ReadonlyMap<string, NeedRank>;
		readonly stageOf: (need: KeptNeed) => NeedStage | null;
		/** Names of changed rules. */
		readonly rules: RuleChanges['names'];
	},
): NeedView {
	const { training, words, lines, coverage, rules } = context;
	const left = uncoveredPart(need, coverage);
	const sees = seesUnit(training.view, need.unitKey);
	const isWithheld = context.telling(need) !== 'whole';
	const isHidden = isWithheld || (!sees && isSmallGroup(need.people.length));
	return {
		id: need.id,
		state: need.state,
		note: sees ? need.note : null,
		competency: competencyName(training.competencies, need),
		cause: causeView(need, { training, words, rules }),
		unit: isWithheld
			? null
			: {
					key: need.unitKey,
					name: words.unit(need.unitKey),
					isInForce: training.lookup.unitByKey.has(need.unitKey),
				},
		requiredLevel: isWithheld ? null : need.requiredLevel,
		people: isHidden ? null : need.people.length,
		openPlaces: need.openPlaces,
		named: sees ? namedPeople(need, training) : null,
		priority: isHidden ? null : need.priority,
		rank: isHidden ? null : (context.ranks.get(need.key) ?? null),
		stage: context.stageOf(need),
		deadline: isHidden ? null : need.deadline,
		plannedIn: isWithheld ? null : plannedIn(need, lines),
		left: isHidden ? null : (left?.people.length ?? 0) + (left?.openPlaces ?? 0),
		isByHand: need.isByHand,
		revision: need.revision,
	};
}

/** How much of each need the reader is told: whoever sees the persons of the unit everything. */
export function tellingTo(training: OpenTraining): (need: KeptNeed) => NeedTelling {
	if (training.view.kind === 'everybody') return () => 'whole';
	const telling = needTelling(computeCompetencyCells(training.lookup, training));
	return (need) => (seesUnit(training.view, need.unitKey) ? 'whole' : telling(need));
}

function plannedIn(need: KeptNeed, lines: readonly PlanItemRecord[]): readonly PlannedLine[] {
	return lines
		.filter((line) => line.needIds.includes(need.id))
		.map(({ id, year, title, groupName, groupNumber }) => ({ id, year, title, groupName, groupNumber }));
}

function namedPeople(need: KeptNeed, { employees }: OpenTraining): readonly NeedPersonView[] {
	const names = new Map(employees.map((person) => [person.id, person.name]));
	return need.people.map(({ employeeId, required, assessed }) => ({
		id: employeeId,
		name: names.get(employeeId) ?? employeeId,
		required,
		assessed,
	}));
}

async function scenariosToTake(ctx: Ctx, { municipality }: OpenTraining): Promise<NeedBoard['scenarios']> {
	const scenarios = await listScenarios(ctx.db, municipality.id);
	return scenarios.filter((item) => item.operations > 0).map(({ id, name }) => ({ id, name }));
}

function countStates(needs: readonly KeptNeed[]): NeedBoard['counts'] {
	const count = (state: NeedState) => needs.filter((need) => need.state === state).length;
	return {
		open: count('open'),
		planned: count('planned'),
		done: count('done'),
		dismissed: count('dismissed'),
	};
}

function scenarioOf(need: KeptNeed): ScenarioId | null {
	return need.scenarioId;
}
