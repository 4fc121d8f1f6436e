import type { KnownRule } from '#lib/i18n/training-causes.ts';
import type { LocalText, Structure } from '#lib/domain/org/index.ts';
import type { EmployeeId, FunctionKey } from '#lib/domain/shared/index.ts';
import type {
	Competency,
	Employee,
	NeedState,
	PlanItem,
	ProjectIndicator,
	RankWeights,
	TrainingNeed,
	TrainingPlan,
	TrainingSession,
} from '#lib/domain/training/index.ts';
import type { Colophon } from '../shared/cover.ts';

/** Everything that the workbook of a training plan is made of. */
export interface TrainingPlanInput {
	readonly colophon: Colophon;
	readonly structure: Structure;
	readonly plan: TrainingPlan;
	readonly needs: readonly (TrainingNeed & {
		readonly state: NeedState;
		/** The unit would tell of too few people to this reader. */
		readonly isUnitHidden?: boolean;
	})[];
	/** Lines of the plans of other years, which may meet needs too. */
	readonly otherLines: readonly (PlanItem & { readonly year: number })[];
	/** Weights of the priority of needs. */
	readonly weights: RankWeights;
	readonly competencies: readonly Competency[];
	readonly employees: readonly Employee[];
	/** Sessions of the lines that are not called off, by first day, each with whoever has a place in it. */
	readonly sessions: readonly (TrainingSession & { readonly seated: readonly EmployeeId[] })[];
	/** Who took part: the line of every session, by the id of the session, with those marked present. */
	readonly attended: readonly PlanItem[];
	/** What a project was to reach and what the data say, for the period that the year belongs to. */
	readonly targets: readonly IndicatorTarget[];
	/** Functions that a scenario words anew; the structure's own texts otherwise. */
	readonly functionTexts: ReadonlyMap<FunctionKey, LocalText>;
	/** What changed rules are called, by `<rule>:<ref>`. */
	readonly ruleNames: ReadonlyMap<string, KnownRule>;
	/** Why lines of a closed plan were not held, by the id of the line; empty for whoever does not keep plans. */
	readonly notHeld: ReadonlyMap<string, string>;
	/** Names of persons are for human resources only. */
	readonly showNames: boolean;
}

/** One indicator of a project: its target, null where nothing was promised, and what the data say. */
export interface IndicatorTarget {
	readonly project: string;
	readonly code: ProjectIndicator;
	readonly target: number | null;
	readonly actual: number;
}
