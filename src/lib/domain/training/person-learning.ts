import type { LocalText } from '../org/index.ts';
import type { IsoDate } from '../shared/index.ts';
import type { AttendanceState } from './attendance.ts';
import type { NeedStage } from './need-stage.ts';
import type { PlanItemState } from './plan-types.ts';
import type { CompetencyLevel } from './types.ts';

/** A living need that speaks of a person, with its cause as the reader tells it. */
export interface PersonNeed<Cause> {
	readonly id: string;
	readonly competency: LocalText | null;
	readonly cause: Cause;
	readonly required: CompetencyLevel | null;
	readonly assessed: CompetencyLevel | null;
	readonly stage: NeedStage | null;
	readonly deadline: IsoDate | null;
}

/** A line of a plan that a person stands on; the session once there is one. */
export interface PersonTraining {
	readonly id: string;
	readonly year: number;
	readonly title: LocalText;
	readonly groupName: string;
	readonly groupNumber: number | null;
	readonly state: PlanItemState;
	readonly session: {
		readonly id: string;
		readonly startsOn: IsoDate;
		readonly endsOn: IsoDate;
		readonly presence: AttendanceState;
	} | null;
}
