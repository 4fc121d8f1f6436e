import type { EmployeeId } from '../shared/index.ts';
import { uncoveredPart, type NeedCoverage } from './coverage.ts';
import type { NeedPerson, NeedState } from './need-types.ts';
import type { PlanItemState, PlanState } from './plan-types.ts';

export const NEED_STAGES = ['found', 'grouped', 'planned', 'held', 'evaluated', 'closed'] as const;
/** Установена, групирана, планирана, проведена, оценена, затворена. */
export type NeedStage = (typeof NEED_STAGES)[number];

/** A line of a plan that names the need. */
export interface StageLine {
	readonly state: PlanItemState;
	readonly planState: PlanState;
	/** Somebody said how the training was: a form of a participant, a test, an observation. */
	readonly isEvaluated: boolean;
}

/**
 * How far a need has come; null for one that was dismissed. Found: nobody stands on a line. Grouped: some stand on lines,
 * or all do and a plan is still a draft. Planned: all stand on lines of approved plans. Held: all these trainings were
 * held. Evaluated: all of them were evaluated. Closed: somebody decided that it is met, the plans of all lines are
 * closed, or everybody was assessed at the level since.
 */
export function needStage(
	need: {
		readonly key: string;
		readonly people: readonly Pick<NeedPerson, 'employeeId' | 'required'>[];
		readonly openPlaces: number;
		readonly state: NeedState;
		readonly isByHand: boolean;
	},
	facts: {
		readonly coverage: NeedCoverage | undefined;
		readonly lines: readonly StageLine[];
		/** The level of a person in the competency of the need today; null when not assessed. */
		readonly levelOf: (person: EmployeeId) => number | null;
	},
): NeedStage | null {
	if (need.state === 'dismissed') return null;
	if (need.isByHand && need.state === 'done') return 'closed';
	const lines = facts.lines.filter((line) => line.state !== 'cancelled');
	if (lines.length === 0) return 'found';
	if (uncoveredPart(need, facts.coverage) !== undefined) return 'grouped';
	if (need.state !== 'done') return lines.every((line) => line.planState !== 'draft') ? 'planned' : 'grouped';
	const held = lines.filter((line) => line.state === 'held');
	if (held.every((line) => line.planState === 'closed') || isLearned(need.people, facts.levelOf))
		return 'closed';
	return held.every((line) => line.isEvaluated) ? 'evaluated' : 'held';
}

function isLearned(
	people: readonly Pick<NeedPerson, 'employeeId' | 'required'>[],
	levelOf: (person: EmployeeId) => number | null,
): boolean {
	return (
		people.length > 0 &&
		people.every(({ employeeId, required }) => required !== null && (levelOf(employeeId) ?? 0) >= required)
	);
}
