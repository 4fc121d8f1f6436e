import {
	err,
	ok,
	share,
	type FunctionKey,
	type PostKey,
	type Result,
	type UnitKey,
} from '../shared/index.ts';
import type { Participation, ParticipationRole, Structure } from './types.ts';

/** Which participation is meant: function, unit and, where the work falls on one post, the post. */
export interface ParticipationPlace {
	readonly functionKey: FunctionKey;
	readonly unitKey: UnitKey;
	readonly postKey: PostKey | null;
}

export type ParticipationEdit =
	| {
			/** Puts a role at a place: new, or instead of the role that stands there. */
			readonly kind: 'set';
			readonly place: ParticipationPlace;
			readonly role: ParticipationRole;
			/** Estimated share of the function's work, 0–1; null when not known. */
			readonly share: number | null;
	  }
	| { readonly kind: 'remove'; readonly place: ParticipationPlace };

export type ParticipationRefusal =
	| { readonly code: 'org/function-not-found'; readonly field: 'function'; readonly key: FunctionKey }
	| { readonly code: 'org/unit-not-found'; readonly field: 'unitKey'; readonly key: UnitKey }
	| { readonly code: 'org/post-of-other-unit'; readonly field: 'postKey'; readonly key: PostKey }
	| { readonly code: 'org/participation-not-found'; readonly field: 'unitKey' }
	| { readonly code: 'org/share-range'; readonly field: 'share'; readonly value: number }
	/** Another unit already answers for the function. */
	| { readonly code: 'org/second-accountable'; readonly field: 'role'; readonly unitKey: UnitKey };

export type ParticipationWarning =
	/** The shares of one function come to more than the whole. */
	| { readonly code: 'org/shares-above-whole'; readonly sum: number }
	/** Nobody answers for the function any more. */
	| { readonly code: 'org/nobody-accountable' };

export interface ParticipationPlan {
	readonly before: readonly Participation[];
	readonly after: Participation | null;
	readonly warnings: readonly ParticipationWarning[];
}

/**
 * Checks who takes part in a function. One unit answers for a function (methodology §1.7, rule ii): a second one is
 * refused with `org/second-accountable` and the unit that answers now. Also refuses unknown functions and units, a
 * post of another unit, a share outside 0–1 and the removal of what is not there.
 * Warns when shares exceed the whole (tolerance 2 %, §1.7 rule i) and when nobody is left accountable.
 */
export function planParticipationEdit(
	structure: Structure,
	edit: ParticipationEdit,
): Result<ParticipationPlan, readonly ParticipationRefusal[]> {
	const before = structure.participations.filter((part) => isAt(part, edit.place));
	const refusals = [
		...checkPlace(structure, edit.place),
		...(edit.kind === 'set' ? checkSet(structure, edit, before) : checkRemove(before)),
	];
	if (refusals.length > 0) return err(refusals);
	const after =
		edit.kind === 'set'
			? { ...edit.place, role: edit.role, share: edit.share === null ? null : share(edit.share) }
			: null;
	const rest = structure.participations.filter(
		(part) => part.functionKey === edit.place.functionKey && !isAt(part, edit.place),
	);
	return ok({ before, after, warnings: warningsOf(after ? [...rest, after] : rest) });
}

function isAt(part: Participation, place: ParticipationPlace): boolean {
	return (
		part.functionKey === place.functionKey && part.unitKey === place.unitKey && part.postKey === place.postKey
	);
}

function checkPlace(structure: Structure, place: ParticipationPlace): readonly ParticipationRefusal[] {
	const refusals: ParticipationRefusal[] = [];
	if (!structure.functions.some((fn) => fn.key === place.functionKey)) {
		refusals.push({ code: 'org/function-not-found', field: 'function', key: place.functionKey });
	}
	if (!structure.units.some((unit) => unit.key === place.unitKey)) {
		refusals.push({ code: 'org/unit-not-found', field: 'unitKey', key: place.unitKey });
	}
	const { postKey } = place;
	if (postKey !== null && structure.posts.find((post) => post.key === postKey)?.unitKey !== place.unitKey) {
		refusals.push({ code: 'org/post-of-other-unit', field: 'postKey', key: postKey });
	}
	return refusals;
}

function checkSet(
	structure: Structure,
	edit: Extract<ParticipationEdit, { kind: 'set' }>,
	before: readonly Participation[],
): readonly ParticipationRefusal[] {
	const refusals: ParticipationRefusal[] = [];
	if (edit.share !== null && !(edit.share >= 0 && edit.share <= 1)) {
		refusals.push({ code: 'org/share-range', field: 'share', value: edit.share });
	}
	const wasAccountable = before.some((part) => part.role === 'accountable');
	const other = structure.participations.find(
		(part) =>
			part.functionKey === edit.place.functionKey &&
			part.role === 'accountable' &&
			part.unitKey !== edit.place.unitKey,
	);
	if (edit.role === 'accountable' && !wasAccountable && other) {
		refusals.push({ code: 'org/second-accountable', field: 'role', unitKey: other.unitKey });
	}
	return refusals;
}

function checkRemove(before: readonly Participation[]): readonly ParticipationRefusal[] {
	return before.length === 0 ? [{ code: 'org/participation-not-found', field: 'unitKey' }] : [];
}

const TOLERANCE = 0.02;

function warningsOf(parts: readonly Participation[]): readonly ParticipationWarning[] {
	const sum = parts.reduce((total, part) => total + (part.share ?? 0), 0);
	return [
		...(sum > 1 + TOLERANCE ? [{ code: 'org/shares-above-whole', sum } as const] : []),
		...(parts.some((part) => part.role === 'accountable')
			? []
			: [{ code: 'org/nobody-accountable' } as const]),
	];
}
