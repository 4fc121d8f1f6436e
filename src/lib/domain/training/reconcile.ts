import type { EmployeeId } from '../shared/index.ts';
import type { NeedCoverage } from './coverage.ts';
import type { NeedCause, NeedPerson, NeedState, TrainingNeed } from './need-types.ts';
import { computePriority } from './priority.ts';
import { compare } from './requirements.ts';

export interface KnownNeed extends TrainingNeed {
	readonly state: NeedState;
}

export interface ReconciledNeeds {
	readonly added: readonly TrainingNeed[];
	/** Needs that live on and say something else than before, as they are now. */
	readonly updated: readonly TrainingNeed[];
	/** Needs that live on as they were. */
	readonly unchanged: readonly TrainingNeed[];
	/** Keys of open needs that no longer arise. */
	readonly removed: readonly string[];
}

/**
 * Brings kept needs of one source up to what is derived now. Needs of one cause, unit and competency are a family:
 * the first has the derived key, later ones the same with „#2“, „#3“ …
 * A met or dismissed need is history and is never touched; it speaks for its own people alone, at the level that was
 * asked then (and, when met, at the assessment of then). Whoever else shows the need now joins the living need of the
 * family, or a new one when there is none. Who stands on a line of a plan stays in the need that the line meets.
 * Whoever left is in no living need; one for which nobody is left is removed.
 */
export function reconcileNeeds(input: {
	readonly derived: readonly TrainingNeed[];
	readonly known: readonly KnownNeed[];
	readonly coverage: ReadonlyMap<string, NeedCoverage>;
	/** Who left; nobody when left out. */
	readonly leavers?: ReadonlySet<EmployeeId>;
}): ReconciledNeeds {
	const derived = new Map(input.derived.map((need) => [need.key, need]));
	const families = Map.groupBy(input.known, (need) => familyOf(need.key));
	const keys = [...new Set([...derived.keys(), ...families.keys()])].sort(compare);
	const parts = keys.map((key) =>
		reconcileFamily(key, derived.get(key), {
			members: [...(families.get(key) ?? [])].sort((a, b) => ordinalOf(a.key) - ordinalOf(b.key)),
			coverage: input.coverage,
			leavers: input.leavers ?? new Set(),
		}),
	);
	return {
		added: parts.flatMap((part) => part.added),
		updated: parts.flatMap((part) => part.updated),
		unchanged: parts.flatMap((part) => part.unchanged),
		removed: parts.flatMap((part) => part.removed),
	};
}

interface Family {
	readonly members: readonly KnownNeed[];
	readonly coverage: ReadonlyMap<string, NeedCoverage>;
	readonly leavers: ReadonlySet<EmployeeId>;
}

function reconcileFamily(key: string, derived: TrainingNeed | undefined, family: Family): ReconciledNeeds {
	const closed = family.members.filter(isClosed);
	const living = family.members.filter((member) => !isClosed(member));
	let people = (derived?.people ?? []).filter((person) => !closed.some((need) => speaksFor(need, person)));
	let places = Math.max(0, (derived?.openPlaces ?? 0) - sum(closed.map((need) => need.openPlaces)));
	const kept: TrainingNeed[] = [];
	for (const [at, member] of living.entries()) {
		const isLast = at === living.length - 1;
		const own = new Set(member.people.map((person) => person.employeeId));
		const covered = family.coverage.get(member.key);
		const taken = isLast ? people : people.filter((person) => own.has(person.employeeId));
		const present = new Set(taken.map((person) => person.employeeId));
		const history = member.people.filter(
			({ employeeId }) =>
				covered?.people.has(employeeId) === true &&
				!present.has(employeeId) &&
				!family.leavers.has(employeeId),
		);
		const openPlaces = Math.max(covered?.seats ?? 0, isLast ? places : Math.min(places, member.openPlaces));
		kept.push(withPeople({ ...(derived ?? member), key: member.key }, [...history, ...taken], openPlaces));
		people = people.filter((person) => !present.has(person.employeeId));
		places = Math.max(0, places - openPlaces);
	}
	const held = kept.filter(holdsSomething);
	const isUnchanged = (need: TrainingNeed) => living.some((one) => saysSame(one, need));
	const isNew = derived !== undefined && living.length === 0 && people.length + places > 0;
	return {
		added: isNew ? [withPeople({ ...derived, key: nextKey(key, family.members) }, people, places)] : [],
		updated: held.filter((need) => !isUnchanged(need)),
		unchanged: held.filter(isUnchanged),
		removed: kept.filter((need) => !holdsSomething(need)).map((need) => need.key),
	};
}

/** The same need for these people, with the priority that they give. */
function withPeople(need: TrainingNeed, people: readonly NeedPerson[], openPlaces: number): TrainingNeed {
	return {
		...need,
		people: [...people].sort((a, b) => compare(a.employeeId, b.employeeId)),
		openPlaces,
		priority: computePriority({ gaps: people.map((person) => person.gap), weight: need.priority.weight }),
	};
}

function speaksFor(need: KnownNeed, person: NeedPerson): boolean {
	const then = need.people.find((one) => one.employeeId === person.employeeId);
	if (then === undefined || (then.required ?? 0) < (person.required ?? 0)) return false;
	return need.state === 'dismissed' || then.assessed === person.assessed;
}

function isClosed(need: KnownNeed): boolean {
	return need.state === 'done' || need.state === 'dismissed';
}

function holdsSomething(need: TrainingNeed): boolean {
	return need.people.length + need.openPlaces > 0;
}

/** The same need, level, deadline, open places and people at the same levels. */
function saysSame(before: TrainingNeed, after: TrainingNeed): boolean {
	return (
		before.key === after.key &&
		before.unitKey === after.unitKey &&
		before.competencyKey === after.competencyKey &&
		before.requiredLevel === after.requiredLevel &&
		before.deadline === after.deadline &&
		before.openPlaces === after.openPlaces &&
		causeText(before.cause) === causeText(after.cause) &&
		peopleText(before) === peopleText(after)
	);
}

function causeText(cause: NeedCause): string {
	return Object.entries(cause)
		.sort(([a], [b]) => compare(a, b))
		.map((entry) => entry.join('='))
		.join(' ');
}

function peopleText({ people }: TrainingNeed): string {
	return people
		.map(({ employeeId, postKey, required, assessed }) => [employeeId, postKey, required, assessed].join(' '))
		.sort(compare)
		.join('; ');
}

function familyOf(key: string): string {
	return key.split('#')[0] ?? key;
}

function ordinalOf(key: string): number {
	return Number(key.split('#')[1] ?? 1);
}

function nextKey(key: string, members: readonly KnownNeed[]): string {
	const last = Math.max(0, ...members.map((member) => ordinalOf(member.key)));
	return last === 0 ? key : `${key}#${last + 1}`;
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
