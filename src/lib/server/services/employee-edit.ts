import { err, ok, type EmployeeId, type Result } from '#lib/domain/shared/index.ts';
import {
	assessmentKey,
	computeVacantParts,
	latestAssessments,
	type Assessment,
	type Employee,
} from '#lib/domain/training/index.ts';
import { transact, type Ctx, type Refused } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { insertAssessment, updateEmployee, type EmployeeRecord } from '../queries/employee.ts';
import { listEnrolments, listSessions } from '../queries/training-session.ts';
import { recordAudit } from './audit.ts';
import { openForEdit, type ErasedRefusal } from './employee.ts';
import type { OpenTraining } from './training.ts';

export type PersonRefusal =
	| ErasedRefusal
	| { readonly code: 'people/stale' }
	| { readonly code: 'people/no-such-post' }
	| PostFull
	| { readonly code: 'people/left-before-start' }
	| { readonly code: 'people/left-before-attended' }
	| { readonly code: 'people/assessed-in-future' }
	| { readonly code: 'people/already-assessed' }
	| { readonly code: 'people/no-such-competency' };

/** The approved number of the post, of which what the person is to take is no longer free. */
interface PostFull {
	readonly code: 'people/post-full';
	readonly limit: number;
}

/**
 * Changes a person's record. Errors: `people/stale`, `people/no-such-post`, `people/left-before-start`,
 * `people/post-full` when more would be taken of a post than is approved,
 * `people/left-before-attended` when the day of leaving moves before a training in which the person took part.
 */
export function editPerson(
	ctx: Ctx,
	slug: string,
	input: Omit<EmployeeRecord, 'id' | 'postKey' | 'erasedOn'> & {
		readonly id: string;
		readonly postKey: string;
	},
): Promise<Result<null, Refused | PersonRefusal>> {
	return transact(ctx, async (inside, tx): Promise<Result<null, Refused | PersonRefusal>> => {
		const opened = await openForEdit(inside, slug, input.id);
		if (!opened.ok) return opened;
		const { training, person } = opened.value;
		const post = training.lookup.structure.posts.find((item) => item.key === input.postKey);
		if (!post) return err({ code: 'people/no-such-post' });
		if (input.leftOn !== null && input.leftOn < input.startedOn)
			return err({ code: 'people/left-before-start' });
		const after = { ...input, id: person.id, postKey: post.key };
		const full = fullPost(training, person, after);
		if (full) return err(full);
		const { leftOn } = input;
		const leavesAnew = leftOn !== null && leftOn !== person.leftOn;
		if (leavesAnew && leftOn < (await lastAttended(tx, training, person.id)))
			return err({ code: 'people/left-before-attended' });
		if (!(await updateEmployee(tx, after))) return err({ code: 'people/stale' });
		await auditPerson(ctx, tx, training, { action: 'employee.edit', key: person.id, before: person, after });
		return ok(null);
	});
}

/** A record that takes more of a post than before is held against what is approved; others stay as they came in. */
function fullPost(training: OpenTraining, before: EmployeeRecord, after: Employee): PostFull | undefined {
	const { asOf, employees, lookup } = training;
	const serves = (person: Employee) => person.leftOn === null || person.leftOn > asOf;
	const had = serves(before) && before.postKey === after.postKey ? before.occupancy : 0;
	if (!serves(after) || after.occupancy <= had) return undefined;
	const { posts } = lookup.structure;
	const free = computeVacantParts(posts, employees, { on: asOf, apart: before.id }).get(after.postKey) ?? 0;
	if (after.occupancy <= free) return undefined;
	const limit = posts.find(({ key }) => key === after.postKey)?.approved ?? 0;
	return { code: 'people/post-full', limit };
}

/** The first day of the last training in which the person took part; empty when there was none. */
async function lastAttended(tx: Tx, { municipality }: OpenTraining, id: EmployeeId): Promise<string> {
	const attended = (await listEnrolments(tx, municipality.id)).filter(
		({ employeeId, state }) => employeeId === id && state === 'attended',
	);
	const sessions = await listSessions(tx, municipality.id);
	const days = attended.flatMap(({ sessionId }) =>
		sessions.filter((one) => one.id === sessionId).map(({ startsOn }) => startsOn),
	);
	return days.sort().at(-1) ?? '';
}

/** Records an assessment. Errors: `people/assessed-in-future`, `people/already-assessed`, `people/no-such-competency`. */
export function assessPerson(
	ctx: Ctx,
	slug: string,
	input: Omit<Assessment, 'employeeId' | 'competencyKey'> & {
		readonly employeeId: string;
		readonly competencyKey: string;
	},
): Promise<Result<null, Refused | PersonRefusal>> {
	return transact(ctx, async (inside, tx): Promise<Result<null, Refused | PersonRefusal>> => {
		const opened = await openForEdit(inside, slug, input.employeeId);
		if (!opened.ok) return opened;
		const { training, person } = opened.value;
		const competency = training.competencies.find(
			(item) => item.key === input.competencyKey && !item.isRetired,
		);
		if (!competency) return err({ code: 'people/no-such-competency' });
		if (input.assessedOn > training.asOf) return err({ code: 'people/assessed-in-future' });
		const assessment: Assessment = { ...input, employeeId: person.id, competencyKey: competency.key };
		const before = latestAssessments(training.assessments, training.asOf).get(
			assessmentKey(person.id, competency.key),
		);
		if (!(await insertAssessment(tx, ctx.newId(), assessment)))
			return err({ code: 'people/already-assessed' });
		const entry = { action: 'employee.assess', key: person.id, before: before ?? null, after: assessment };
		await auditPerson(ctx, tx, training, entry);
		return ok(null);
	});
}

async function auditPerson(
	ctx: Ctx,
	tx: Tx,
	{ actor, municipality }: OpenTraining,
	entry: { readonly action: string; readonly key: string; readonly before: unknown; readonly after: unknown },
): Promise<void> {
	await recordAudit(ctx, tx, {
		actor,
		municipalityId: municipality.id,
		action: entry.action,
		entity: 'employee',
		entityKey: entry.key,
		versionId: null,
		before: entry.before,
		after: entry.after,
	});
}
