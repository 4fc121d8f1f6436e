import type { EmployeeId, IsoDate } from '../shared/index.ts';
import type { Employee } from './types.ts';

/** What a project promises to its financing body and is counted by itself (products N25). */
export const PROJECT_INDICATORS = [
	'people',
	'seats',
	'women',
	'men',
	'trainings',
	'analyses',
	'recommendations',
	'acts',
] as const;
export type ProjectIndicator = (typeof PROJECT_INDICATORS)[number];

/** A period of a project with its targets; both days belong to it. */
export interface TrainingProject {
	readonly id: string;
	readonly name: string;
	readonly startsOn: IsoDate;
	readonly endsOn: IsoDate;
	readonly targets: ReadonlyMap<ProjectIndicator, number>;
}

/** What happened and when. */
export interface ProjectFacts {
	/** Who took part in which session, by its last day. */
	readonly attended: readonly {
		readonly employeeId: EmployeeId;
		readonly sessionId: string;
		readonly on: IsoDate;
	}[];
	readonly employees: readonly Pick<Employee, 'id' | 'sex'>[];
	/** Days on which an analysis was finished, a recommendation adopted, an act amended. */
	readonly analyses: readonly IsoDate[];
	readonly recommendations: readonly IsoDate[];
	readonly acts: readonly IsoDate[];
}

/**
 * What was reached in a period. People are counted once however many trainings they took part in, seats each time:
 * 70 people in two trainings are 70 people and 140 seats, 70 + 70 (Попово). Women and men are different people.
 */
export function computeProjectIndicators(
	period: Pick<TrainingProject, 'startsOn' | 'endsOn'>,
	facts: ProjectFacts,
): Readonly<Record<ProjectIndicator, number>> {
	const isWithin = (day: IsoDate) => day >= period.startsOn && day <= period.endsOn;
	const attended = facts.attended.filter(({ on }) => isWithin(on));
	const people = new Set(attended.map(({ employeeId }) => employeeId));
	const ofSex = (sex: Employee['sex']) =>
		facts.employees.filter((one) => one.sex === sex && people.has(one.id)).length;
	return {
		people: people.size,
		seats: attended.length,
		women: ofSex('female'),
		men: ofSex('male'),
		trainings: new Set(attended.map(({ sessionId }) => sessionId)).size,
		analyses: facts.analyses.filter(isWithin).length,
		recommendations: facts.recommendations.filter(isWithin).length,
		acts: facts.acts.filter(isWithin).length,
	};
}
