import type { Post, StructureLookup } from '../org/index.ts';
import { addDays, type IsoDate } from '../shared/index.ts';
import { certificatesInForce, exemptSubjects, subjectOfPerson } from './certificate.ts';
import { servingEmployees, type StaffCompetence } from './gaps.ts';
import { addMonths } from './months.ts';
import type { NeedPerson, TrainingNeed } from './need-types.ts';
import { computePriority } from './priority.ts';
import { compare } from './requirements.ts';
import type { Employee } from './types.ts';

export interface MandatoryContext extends StaffCompetence {
	readonly before: StructureLookup;
	/** Months within which mandatory training is due (`training.mandatory.months`); undefined: not decided. */
	readonly mandatoryMonths: number | undefined;
}

/**
 * The mandatory training of people who joined the civil service within the term, and of those who joined it as heads
 * within the term: one need for every unit. Whoever holds a certificate of that training, or is exempt, owes none.
 * Deadline: the last day of the term of whoever joined first. Source: ЗДСл, чл. 35б.
 */
export function mandatoryNeeds(context: MandatoryContext): readonly TrainingNeed[] {
	const months = context.mandatoryMonths;
	if (months === undefined) return [];
	const isSettled = settledPeople(context);
	const recent = servingEmployees(context.employees, context.asOf).filter(
		(person) => addMonths(person.startedOn, months) > context.asOf,
	);
	const posts = context.before.postByKey;
	const needsOf = (
		kind: 'new-employee' | 'appointed-head',
		subject: 'entry' | 'head',
		isConcerned: (post: Post) => boolean,
	) => {
		const people = recent.filter((person) => {
			const post = posts.get(person.postKey);
			return post?.relation === 'civil-service' && isConcerned(post) && !isSettled(person, subject);
		});
		const byUnit = Map.groupBy(people, (person) => posts.get(person.postKey)?.unitKey);
		return [...byUnit].flatMap(([unitKey, group]) =>
			unitKey === undefined ? [] : [mandatoryNeed({ kind, unitKey, people: group, months })],
		);
	};
	return [
		...needsOf('new-employee', 'entry', () => true),
		...needsOf('appointed-head', 'head', (post) => post.isHead),
	];
}

/** Whether a person has the paper of a mandatory training, still in force, or need not have it. */
export function settledPeople(
	staff: Pick<StaffCompetence, 'certificates' | 'exemptions' | 'asOf'>,
): (person: Pick<Employee, 'id'>, subject: 'entry' | 'head') => boolean {
	const inForce = certificatesInForce(staff.certificates ?? [], staff.asOf);
	const exempt = exemptSubjects(staff.exemptions ?? [], staff.asOf);
	return (person, kind) => {
		const key = subjectOfPerson(person.id, { kind });
		const certificate = inForce.get(key);
		const isHeld =
			certificate !== undefined && (certificate.validUntil === null || certificate.validUntil >= staff.asOf);
		return isHeld || exempt.has(key);
	};
}

/** A person of a need that is not bound to a level. */
export function mandatoryPerson(employee: Employee): NeedPerson {
	return { employeeId: employee.id, postKey: employee.postKey, required: null, assessed: null, gap: null };
}

function mandatoryNeed(input: {
	readonly kind: 'new-employee' | 'appointed-head';
	readonly unitKey: TrainingNeed['unitKey'];
	readonly people: readonly Employee[];
	readonly months: number;
}): TrainingNeed {
	const { kind, unitKey, people, months } = input;
	const due: readonly IsoDate[] = people
		.map((person) => addDays(addMonths(person.startedOn, months), -1))
		.sort(compare);
	return {
		key: `${kind}.${unitKey}`,
		cause: { kind },
		unitKey,
		competencyKey: null,
		requiredLevel: null,
		people: people.map(mandatoryPerson),
		openPlaces: 0,
		priority: computePriority({ gaps: [], weight: 1 }),
		deadline: due[0] ?? null,
	};
}
