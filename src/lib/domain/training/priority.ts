import type { Priority, TrainingNeed } from './need-types.ts';
import { compare } from './requirements.ts';

/**
 * Priority of a need: the missing levels of the assessed people, together, times the weight of the competency.
 * With equal gaps this is gap × weight × people: gap 2, weight 3, 6 people → 36 (oracle T20).
 * A person who was not assessed (null) adds nothing; when nobody was, the value is null, not 0.
 * Source: methodology §4.3.
 */
export function computePriority(input: {
	readonly gaps: readonly (number | null)[];
	readonly weight: number;
}): Priority {
	const known = input.gaps.filter((gap) => gap !== null);
	const gapSum = known.reduce((sum, gap) => sum + gap, 0);
	return {
		gapSum,
		people: known.length,
		weight: input.weight,
		value: known.length === 0 ? null : gapSum * input.weight,
	};
}

/** Highest priority first, unknown last; then the earlier deadline, none last; then the key. */
export function compareNeeds(a: TrainingNeed, b: TrainingNeed): number {
	return (
		(b.priority.value ?? -1) - (a.priority.value ?? -1) ||
		compare(a.deadline ?? '9999', b.deadline ?? '9999') ||
		compare(a.key, b.key)
	);
}
