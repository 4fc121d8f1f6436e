import type { LocalText } from '#lib/domain/org/index.ts';
import type { EmployeeId, PostKey } from '#lib/domain/shared/index.ts';
import { computeVacantParts } from '#lib/domain/training/index.ts';
import type { OpenTraining } from './training.ts';

/** A post that a person may be put on. */
export interface PostChoice {
	readonly key: PostKey;
	readonly title: LocalText;
	readonly unit: LocalText;
	readonly approved: number;
	/** What of the approved posts nobody else takes today. */
	readonly vacant: number;
}

/** The posts of the structure in force with what is free of each for a person. */
export function postChoices(
	{ lookup, employees, asOf }: OpenTraining,
	person: EmployeeId,
): readonly PostChoice[] {
	const { posts } = lookup.structure;
	const vacant = computeVacantParts(posts, employees, { on: asOf, apart: person });
	return posts.map(({ key, title, unitKey, approved }) => ({
		...{ key, title, approved },
		unit: lookup.unitByKey.get(unitKey)?.name ?? { bg: unitKey, en: null },
		vacant: Math.max(0, vacant.get(key) ?? 0),
	}));
}
