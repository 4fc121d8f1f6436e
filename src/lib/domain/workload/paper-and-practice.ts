import type { Activity, ParticipationRole, Structure } from '../org/index.ts';
import type { ActivityKey, FunctionKey, PostKey, UnitKey } from '../shared/index.ts';

/** What is known of a function at a place, as bits: the written roles, and whether work was counted there. */
export const MARK = {
	accountable: 1,
	participates: 2,
	consulted: 4,
	informed: 8,
	practised: 16,
	idle: 32,
} as const satisfies Record<ParticipationRole | 'practised' | 'idle', number>;
/** Any of the roles: the function is written for the place. */
export const WRITTEN = 15;
/** Counted, whatever the count came to. */
export const COUNTED = 48;

/** A function at a unit, or at one post of it. */
export interface FunctionPlace {
	readonly functionKey: FunctionKey;
	readonly unitKey: UnitKey;
	readonly postKey: PostKey | null;
	/** `MARK` bits. */
	readonly marks: number;
	/** Full posts of the counted work; null where nothing is counted. */
	readonly fte: number | null;
}

/**
 * The two layers of every function (N02): what is written (participations) and what is counted (activities with a
 * volume and minutes), for each place of either, written ones first. `fteOf` gives the full posts of an activity;
 * undefined where they cannot be computed. An activity that nobody counted leaves no mark: missing is not zero.
 * Counted as no cases a year is `idle`. Source: matrix M5 of methodology §1.7.
 */
export function paperAndPractice(
	structure: Structure,
	fteOf: (key: ActivityKey) => number | undefined,
): readonly FunctionPlace[] {
	const places = new Map<string, FunctionPlace>();
	const add = (at: Place, marks: number, fte: number | null): void => {
		const key = `${at.functionKey}\n${at.unitKey}\n${at.postKey ?? ''}`;
		const known = places.get(key);
		const sum = fte === null ? (known?.fte ?? null) : (known?.fte ?? 0) + fte;
		const { functionKey, unitKey, postKey } = at;
		places.set(key, { functionKey, unitKey, postKey, marks: (known?.marks ?? 0) | marks, fte: sum });
	};
	for (const part of structure.participations) add(part, MARK[part.role], null);
	for (const activity of structure.activities) {
		if (!isCounted(activity)) continue;
		const isIdle = activity.annualVolume === 0;
		add(activity, isIdle ? MARK.idle : MARK.practised, isIdle ? 0 : (fteOf(activity.key) ?? null));
	}
	return [...places.values()];
}

type Place = Pick<FunctionPlace, 'functionKey' | 'unitKey' | 'postKey'>;

function isCounted({ annualVolume, minutes }: Activity): boolean {
	return annualVolume !== null && minutes !== null;
}

export const AGREEMENTS = ['both', 'paper-unmeasured', 'paper-idle', 'practice'] as const;
/** Written and counted · only written, not measured · only written, measured as no work · only counted. */
export type Agreement = (typeof AGREEMENTS)[number];

/** What the two layers say of one place; null where neither says anything. */
export function agreementOf(marks: number): Agreement | null {
	const isWritten = (marks & WRITTEN) !== 0;
	if ((marks & MARK.practised) !== 0) return isWritten ? 'both' : 'practice';
	if (!isWritten) return null;
	return (marks & MARK.idle) !== 0 ? 'paper-idle' : 'paper-unmeasured';
}
