import type { LocalText } from '../org/index.ts';
import type { EurCents, IsoDate } from '../shared/index.ts';
import type { PlanItem } from './plan-types.ts';
import type { Quarter } from './months.ts';

/** A line of the plan without names of persons. */
export interface PlanItemLine extends Pick<
	PlanItem,
	| 'id'
	| 'title'
	| 'groupName'
	| 'groupNumber'
	| 'kind'
	| 'form'
	| 'quarter'
	| 'hours'
	| 'provider'
	| 'courseProvider'
	| 'place'
	| 'openSeats'
	| 'pricePerPerson'
	| 'funding'
	| 'responsible'
	| 'state'
> {
	readonly revision: number;
	readonly seats: number;
	readonly cost: EurCents;
	/** How many of the open seats are of people who left. */
	readonly freed: number;
	readonly needs: number;
	/** Null when the people are too few for their units to be told to this reader. */
	readonly units: readonly LocalText[] | null;
	/** Why a line of a closed plan was not held; only for whoever keeps plans. */
	readonly notHeld: string | null;
}

/** A group that the plan does not have yet and needs suggest. */
export interface SuggestedLine {
	readonly key: string;
	readonly title: LocalText;
	readonly competency: LocalText | null;
	readonly group: { readonly number: number; readonly of: number };
	readonly seats: number;
	readonly places: number;
	readonly quarter: Quarter;
	/** The deadline of a need that even this quarter misses; null where none is missed. */
	readonly missed: IsoDate | null;
	readonly price: EurCents;
	readonly total: EurCents;
	readonly needs: number;
}
