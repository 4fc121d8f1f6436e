import type { TargetStanding } from '#lib/domain/scenario/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { measureText, nameOfMeasure } from './compare-text.ts';

const STATES = {
	met: m.target_met,
	missed: m.target_missed,
	'not-measured': m.target_not_measured,
} as const;

export function nameOfTargetState(state: TargetStanding['state']): string {
	return STATES[state]();
}

/** „най-много 87“. */
export function targetBound({ bound, measure, amount }: TargetStanding): string {
	const text = { amount: measureText(measure, amount) };
	return bound === 'at-most' ? m.target_at_most(text) : m.target_at_least(text);
}

/** „Звена: 12 – най-много 10“. */
export function targetMeter(standing: TargetStanding): string {
	return m.target_meter({
		name: nameOfMeasure(standing.measure),
		value: measureText(standing.measure, standing.after),
		bound: targetBound(standing),
	});
}
