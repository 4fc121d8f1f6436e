import { parameterNumber } from '#lib/domain/legal/index.ts';
import { err, ok, type IsoDate, type Result } from '#lib/domain/shared/index.ts';
import { addMonths } from '#lib/domain/training/index.ts';
import type { Ctx, Refused } from '../context.ts';
import type { EmployeeRecord } from '../queries/employee.ts';
import { eraseEmployee, listTracesOf, listTrainingsOf } from '../queries/employee-erase.ts';
import { listParameters } from '../queries/legal.ts';
import { listEvaluations } from '../queries/training-evaluation.ts';
import { listEnrolments, listMarks } from '../queries/training-session.ts';
import { recordAudit } from './audit.ts';
import { openPerson } from './employee.ts';
import { auditLook } from './training-look.ts';
import { fileOf, type WorkbookFile } from './export-file.ts';
import type { OpenTraining } from './training.ts';

export type EraseRefusal =
	| { readonly code: 'people/still-serves' }
	| { readonly code: 'people/no-retention' }
	| { readonly code: 'people/keep-until'; readonly until: IsoDate }
	| { readonly code: 'people/stale' };

const MONTHS_OF_YEAR = 12;

/** Everything that is kept of one person, as a file for that person; human resources give it out, on record. */
export async function exportPerson(
	ctx: Ctx,
	slug: string,
	id: string,
): Promise<Result<WorkbookFile, Refused>> {
	const opened = await openPerson(ctx, slug, id, 'people.edit');
	if (!opened.ok) return opened;
	const { training, person } = opened.value;
	const own = <Paper extends { readonly employeeId: string }>(papers: readonly Paper[]) =>
		papers.filter(({ employeeId }) => employeeId === person.id);
	const { id: municipalityId } = training.municipality;
	const content = {
		municipality: training.municipality.name.bg,
		madeAt: ctx.clock.now(),
		person,
		assessments: own(training.assessments),
		certificates: own(training.certificates),
		exemptions: own(training.exemptions),
		wishes: own(training.wishes),
		trainings: await listTrainingsOf(ctx.db, person.id),
		sessions: own(await listEnrolments(ctx.db, municipalityId)),
		presence: own(await listMarks(ctx.db, municipalityId)),
		evaluations: (await listEvaluations(ctx.db, municipalityId)).filter(
			({ employeeId }) => employeeId === person.id,
		),
		traces: await listTracesOf(ctx.db, municipalityId, person.id),
	};
	await auditLook(ctx, training, { entity: 'employee', entityKey: person.id });
	const bytes = new TextEncoder().encode(`${JSON.stringify(content, null, '\t')}\n`);
	return ok(fileOf(bytes, `${person.id}.json`, 'application/json; charset=utf-8'));
}

/**
 * Erases the personal data of somebody who left so many years ago (`people.retention.years`). Errors:
 * `people/still-serves`, `people/keep-until` with the first day on which it may be, `people/no-retention` when nobody
 * entered the term, `people/stale`.
 */
export async function erasePerson(
	ctx: Ctx,
	slug: string,
	given: { readonly id: string; readonly revision: number },
): Promise<Result<null, Refused | EraseRefusal>> {
	const opened = await openPerson(ctx, slug, given.id, 'people.edit');
	if (!opened.ok) return opened;
	const { training, person } = opened.value;
	const allowed = await mayErase(ctx, training, person);
	if (!allowed.ok) return allowed;
	const { actor, municipality, asOf } = training;
	return ctx.db.transaction().execute(async (tx) => {
		const isErased = await eraseEmployee(tx, { id: person.id, revision: given.revision, on: asOf });
		if (!isErased) return err({ code: 'people/stale' });
		await recordAudit(ctx, tx, {
			actor,
			municipalityId: municipality.id,
			action: 'employee.erase',
			entity: 'employee',
			entityKey: person.id,
			versionId: null,
			before: null,
			after: null,
		});
		return ok(null);
	});
}

async function mayErase(
	ctx: Ctx,
	{ asOf, municipality }: OpenTraining,
	person: EmployeeRecord,
): Promise<Result<null, EraseRefusal>> {
	if (person.leftOn === null || person.leftOn > asOf) return err({ code: 'people/still-serves' });
	const years = parameterNumber(await listParameters(ctx.db), {
		...{ key: 'people.retention.years', asOf, municipality: municipality.id },
	});
	if (years === undefined) return err({ code: 'people/no-retention' });
	const until = addMonths(person.leftOn, years * MONTHS_OF_YEAR);
	return asOf < until ? err({ code: 'people/keep-until', until }) : ok(null);
}
