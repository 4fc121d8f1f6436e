import { assertNever, err, ok } from '../../shared/index.ts';
import {
	planParticipationEdit,
	type Participation,
	type ParticipationRefusal,
	type Structure,
} from '../../org/index.ts';
import type { OperationPayloads, ParticipationSeat } from '../operation.ts';
import type { ChangeRefusal } from '../refusal.ts';
import { needFunction, needPost, needUnit, refusalOf, type ChangeResult, type Draft } from './draft.ts';
import { participationKey } from './hand-over.ts';

type Role = OperationPayloads['participation-set'];

/**
 * Gives a unit, or one post of it, a role in a function, instead of the one that stands there. One unit answers for a
 * function (methodology §1.7, rule ii); taking the answering role from the only one who has it leaves the function
 * without an owner, which the ledger reports.
 * Errors: `scenario/second-accountable` with the unit that answers, `scenario/post-not-in-unit`,
 * `scenario/nothing-changed`.
 */
export function setParticipation(draft: Draft, payload: Role): ChangeResult {
	const { role, share, ...place } = payload;
	const missing = checkSeat(draft, place);
	if (missing) return err(missing);
	const { structure } = draft;
	const plan = planParticipationEdit(structure, { kind: 'set', place, role, share });
	if (!plan.ok) return err(toRefusal(place, plan.error));
	const [before] = plan.value.before;
	const after: Participation = { ...place, role, share };
	if (before?.role === role && before.share === share) return err({ code: 'scenario/nothing-changed' });
	return ok({ structure: withParticipation(structure, place, after) });
}

/**
 * Takes the role of a unit, or of one post of it, in a function away. Measured work must not stay behind where the unit
 * takes no part any more. Errors: `scenario/not-participating`, `scenario/activities-left-behind`.
 */
export function clearParticipation(draft: Draft, place: ParticipationSeat): ChangeResult {
	const missing = checkSeat(draft, place);
	if (missing) return err(missing);
	const { structure } = draft;
	const plan = planParticipationEdit(structure, { kind: 'remove', place });
	if (!plan.ok) return err(toRefusal(place, plan.error));
	const after = withParticipation(structure, place, null);
	const refusal = checkNoWorkLeft(after, place);
	return refusal ? err(refusal) : ok({ structure: after });
}

function checkSeat(draft: Draft, { functionKey, unitKey, postKey }: ParticipationSeat): ChangeRefusal | null {
	return (
		refusalOf(needFunction(draft, functionKey)) ??
		refusalOf(needUnit(draft, unitKey)) ??
		(postKey === null ? null : refusalOf(needPost(draft, postKey)))
	);
}

function withParticipation(
	structure: Structure,
	place: ParticipationSeat,
	after: Participation | null,
): Structure {
	const key = participationKey(place);
	const at = structure.participations.findIndex((part) => participationKey(part) === key);
	const rest = structure.participations.filter((part) => participationKey(part) !== key);
	const participations =
		after === null ? rest : at < 0 ? [...rest, after] : [...rest.slice(0, at), after, ...rest.slice(at)];
	return { ...structure, participations };
}

function checkNoWorkLeft(
	structure: Structure,
	{ functionKey, unitKey }: ParticipationSeat,
): ChangeRefusal | null {
	const isHere = (item: { readonly functionKey: string; readonly unitKey: string }) =>
		item.functionKey === functionKey && item.unitKey === unitKey;
	if (structure.participations.some(isHere)) return null;
	const activityKeys = structure.activities.filter(isHere).map((activity) => activity.key);
	return activityKeys.length === 0
		? null
		: { code: 'scenario/activities-left-behind', functionKey, activityKeys };
}

/** The first reason of the structure in the words of scenarios; the function and the unit were found before. */
function toRefusal(
	{ functionKey, unitKey, postKey }: ParticipationSeat,
	[refusal]: readonly ParticipationRefusal[],
): ChangeRefusal {
	switch (refusal?.code) {
		case 'org/second-accountable':
			return { code: 'scenario/second-accountable', functionKey, unitKey: refusal.unitKey };
		case 'org/post-of-other-unit':
			return { code: 'scenario/post-not-in-unit', postKey: refusal.key, unitKey };
		case 'org/participation-not-found':
			return { code: 'scenario/not-participating', functionKey, unitKey };
		case 'org/function-not-found':
			return { code: 'scenario/function-not-found', functionKey };
		case 'org/unit-not-found':
			return { code: 'scenario/unit-not-found', unitKey };
		case 'org/share-range':
		case undefined:
			throw new Error(`a role in ${functionKey} (${unitKey} ${postKey ?? ''}) was refused without a reason`);
		default:
			return assertNever(refusal);
	}
}
