import { can } from '#lib/domain/access/index.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import { ok, type IsoDate, type Result, type ScenarioId } from '#lib/domain/shared/index.ts';
import {
	computeCoverage,
	isSmallGroup,
	uncoveredPart,
	type NeedCauseKind,
	type NeedCoverage,
	type NeedState,
	type TrainingNeed,
} from '#lib/domain/training/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { listScenarios } from '../queries/scenario.ts';
import { listPlanItems, type PlanItemRecord } from '../queries/training-plan.ts';
import { openTraining, seesUnit, type OpenTraining } from './training.ts';
import { competencyName, listKeptNeeds, type KeptNeed } from './training-need.ts';
import { readRuleChanges, type RuleChanges, type RuleName } from './training-rules.ts';
import { causeWords, trainingWords, type TrainingWords } from './training-words.ts';

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
	readonly cause: {
		readonly kind: NeedCauseKind;
		readonly functionText: LocalText | null;
		readonly functionKey: string | null;
		readonly postTitle: LocalText | null;
		/** The changed rule; null for other causes and for one that is no longer among the recent changes. */
		readonly rule: (RuleName & { readonly ref: string }) | null;
		/** The law behind mandatory training. */
		readonly law: { readonly citation: string; readonly months: number } | null;
		readonly scenario: {
			readonly id: ScenarioId;
			readonly name: string;
			readonly isLaidAside: boolean;
		} | null;
	};
	/** `isInForce`: it has a page in the structure shown. */
	readonly unit: { readonly key: string; readonly name: LocalText; readonly isInForce: boolean };
	readonly requiredLevel: TrainingNeed['requiredLevel'];
	readonly people: number | null;
	readonly openPlaces: number;
	readonly named: readonly NeedPersonView[] | null;
	readonly priority: TrainingNeed['priority'] | null;
	readonly deadline: IsoDate | null;
	readonly plannedIn: readonly PlannedLine[];
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
}

/** The needs in one state or in all, most urgent first. */
export async function readNeedBoard(
	ctx: Ctx,
	slug: string,
	filter: { readonly state: NeedState | null; readonly cause: NeedCauseKind | null },
): Promise<Result<NeedBoard, Refused>> {
	const opened = await openTraining(ctx, { slug });
	if (!opened.ok) return opened;
	const training = opened.value;
	const { municipality, actor } = training;
	const needs = await listKeptNeeds(ctx, training);
	const words = await trainingWords(ctx, municipality, training.structure, needs.map(scenarioOf));
	const lines = (await listPlanItems(ctx.db, municipality.id)).filter((line) => line.state !== 'cancelled');
	const coverage = computeCoverage(needs, lines);
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
			(filter.cause === null || need.cause.kind === filter.cause),
	);
	return ok({
		needs: shown.map((need) =>
			needView(need, { training, words, lines, rules, coverage: coverage.get(need.key) }),
		),
		counts: countStates(needs),
		scenarios: mayEdit ? await scenariosToTake(ctx, training) : [],
		mayEdit,
	});
}

export function needView(
	need: KeptNeed,
	context: {
		readonly training: OpenTraining;
		readonly words: TrainingWords;
		readonly lines: readonly PlanItemRecord[];
		readonly coverage: NeedCoverage | undefined;
		/** Names of changed rules. */
		readonly rules: RuleChanges['names'];
	},
): NeedView {
	const { training, words, lines, coverage, rules } = context;
	const left = uncoveredPart(need, coverage);
	const sees = seesUnit(training.view, need.unitKey);
	const isHidden = !sees && isSmallGroup(need.people.length);
	const scenario = need.scenarioId === null ? undefined : words.scenarios.get(need.scenarioId);
	const { cause } = need;
	return {
		id: need.id,
		state: need.state,
		note: sees ? need.note : null,
		competency: competencyName(training.competencies, need),
		cause: {
			kind: cause.kind,
			...causeWords(cause, words),
			functionKey: 'functionKey' in cause ? cause.functionKey : null,
			rule: ruleOf(cause, rules),
			law: need.competencyKey === null && cause.kind !== 'rule-changed' ? training.mandatoryLaw : null,
			scenario: scenario ? { id: scenario.id, name: scenario.name, isLaidAside: need.isLaidAside } : null,
		},
		unit: {
			key: need.unitKey,
			name: words.unit(need.unitKey),
			isInForce: training.lookup.unitByKey.has(need.unitKey),
		},
		requiredLevel: need.requiredLevel,
		people: isHidden ? null : need.people.length,
		openPlaces: need.openPlaces,
		named: sees ? namedPeople(need, training) : null,
		priority: isHidden ? null : need.priority,
		deadline: need.deadline,
		plannedIn: lines
			.filter((line) => line.needIds.includes(need.id))
			.map(({ id, year, title, groupName, groupNumber }) => ({ id, year, title, groupName, groupNumber })),
		left: isHidden ? null : (left?.people.length ?? 0) + (left?.openPlaces ?? 0),
		isByHand: need.isByHand,
		revision: need.revision,
	};
}

function ruleOf(cause: TrainingNeed['cause'], rules: RuleChanges['names']): NeedView['cause']['rule'] {
	if (cause.kind !== 'rule-changed') return null;
	const name = rules.get(`${cause.rule}:${cause.ref}`);
	return name ? { ...name, ref: cause.ref } : null;
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
