import { eurCents, sumCents, type EmployeeId, type EurCents } from '../shared/index.ts';
import { QUARTERS, type Quarter } from './months.ts';
import { TRAINING_FUNDING, type PlanItem, type TrainingFunding } from './plan-types.ts';

export interface PlanSum {
	readonly items: number;
	/** Attendances: one person in two trainings counts twice. */
	readonly seats: number;
	/** Different people known by name. */
	readonly uniquePeople: number;
	/** Seats of holders not known yet; they cannot be told apart, so they are never counted as people. */
	readonly openSeats: number;
	/** Hours of training held, one group counted once. */
	readonly hours: number;
	/** Hours that people spend in training. */
	readonly personHours: number;
	readonly cost: EurCents;
}

export interface PlanTotals {
	readonly all: PlanSum;
	readonly byQuarter: ReadonlyMap<Quarter, PlanSum>;
	readonly byFunding: ReadonlyMap<TrainingFunding, PlanSum>;
}

/**
 * Totals of a plan; cancelled items are left out. Seats and unique people are counted apart: two trainings for the
 * same 70 people are 140 seats and 70 people (methodology §4.3, Попово 70 + 70).
 */
export function computePlanTotals(items: readonly PlanItem[]): PlanTotals {
	const counted = items.filter((item) => item.state !== 'cancelled');
	return {
		all: sumItems(counted),
		byQuarter: new Map(
			QUARTERS.map((quarter) => [quarter, sumItems(counted.filter((item) => item.quarter === quarter))]),
		),
		byFunding: new Map(
			TRAINING_FUNDING.map((funding) => [
				funding,
				sumItems(counted.filter((item) => item.funding === funding)),
			]),
		),
	};
}

/** People and open seats of one item. */
export function seatsOf(item: Pick<PlanItem, 'participants' | 'openSeats'>): number {
	return item.participants.length + item.openSeats;
}

/** Price per person times seats, in euro cents. */
export function costOf(item: Pick<PlanItem, 'participants' | 'openSeats' | 'pricePerPerson'>): EurCents {
	return eurCents(item.pricePerPerson * seatsOf(item));
}

function sumItems(items: readonly PlanItem[]): PlanSum {
	const total = (count: (item: PlanItem) => number) => items.reduce((sum, item) => sum + count(item), 0);
	return {
		items: items.length,
		seats: total(seatsOf),
		uniquePeople: new Set<EmployeeId>(items.flatMap((item) => item.participants)).size,
		openSeats: total((item) => item.openSeats),
		hours: total((item) => item.hours),
		personHours: total((item) => seatsOf(item) * item.hours),
		cost: sumCents(items.map(costOf)),
	};
}
