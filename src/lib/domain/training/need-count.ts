import type { CompetencyKey, IsoDate, UnitKey } from '../shared/index.ts';
import type { NeedCause, TrainingNeed } from './need-types.ts';
import { isSmallGroup } from './suppression.ts';
import type { CompetencyLevel } from './types.ts';

/** A need in numbers, for papers that everybody may read: no person is in it. */
export interface NeedCount {
	readonly cause: NeedCause;
	readonly unitKey: UnitKey;
	readonly competencyKey: CompetencyKey | null;
	readonly requiredLevel: CompetencyLevel | null;
	/** Null for one or two people, who are not counted out. */
	readonly people: number | null;
	readonly openPlaces: number;
	readonly deadline: IsoDate | null;
}

/** The need without its people. Example: 2 people and 1 open place → people null, open places 1. */
export function countNeed(need: TrainingNeed): NeedCount {
	const { cause, unitKey, competencyKey, requiredLevel, people, openPlaces, deadline } = need;
	return {
		...{ cause, unitKey, competencyKey, requiredLevel, openPlaces, deadline },
		people: isSmallGroup(people.length) ? null : people.length,
	};
}
