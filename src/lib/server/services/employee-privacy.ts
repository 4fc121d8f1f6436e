import { ok, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { listImportsOf, listTracesOf, listTrainingsOf } from '../queries/employee-erase.ts';
import { listSurveysOf } from '../queries/survey-person.ts';
import { listEvaluations } from '../queries/training-evaluation.ts';
import { listNeeds } from '../queries/training-need.ts';
import { listEnrolments, listMarks } from '../queries/training-session.ts';
import { openPerson } from './employee.ts';
import { auditLook } from './training-look.ts';
import { fileOf, type WorkbookFile } from './export-file.ts';

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
		needs: (await listNeeds(ctx.db, municipalityId)).flatMap(
			({ people, cause, competencyKey, state, deadline }) =>
				own(people).map((as) => ({ cause, competencyKey, state, deadline, as })),
		),
		surveys: await listSurveysOf(ctx.db, person.id),
		imports: await listImportsOf(ctx.db, person.id),
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
