import { can } from '#lib/domain/access/index.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import { err, ok, type EmployeeId, type IsoDate, type Result } from '#lib/domain/shared/index.ts';
import {
	assessmentKey,
	evaluationTasks,
	latestAssessments,
	type CompetencyLevel,
	type EvaluationTask,
} from '#lib/domain/training/index.ts';
import { within, type Ctx, type Refused } from '../context.ts';
import { insertAssessment } from '../queries/employee.ts';
import { listEvaluations, saveEvaluation } from '../queries/training-evaluation.ts';
import { auditLook } from './training-look.ts';
import { auditSession, openSessions, type OpenSessions } from './training-session-open.ts';
import { nameOf, titleOf } from './training-session-view.ts';
import { seesUnit } from './training.ts';

/** One participant whom the reader evaluates in the months after a training. */
export interface TaskView extends EvaluationTask {
	readonly name: string;
	readonly title: LocalText;
	readonly competency: LocalText | null;
	readonly assessed: CompetencyLevel | null;
	/** What was said: 1 not at all – 5 fully; null while nobody did. */
	readonly applied: number | null;
	readonly note: string;
}

export interface TaskPage {
	readonly year: number;
	/** Nothing for whoever sees no persons. */
	readonly tasks: readonly TaskView[];
}

/** Who of the own people is to be evaluated after the trainings of a plan (level 3). */
export async function readTasks(
	ctx: Ctx,
	slug: string,
	year: number | null,
): Promise<Result<TaskPage, Refused>> {
	const opened = await openSessions(ctx, slug, year);
	if (!opened.ok) return opened;
	const open = opened.value;
	if (open.view.kind === 'nobody') return ok({ year: open.year, tasks: [] });
	await auditLook(ctx, open, { entity: 'training-session', entityKey: `tasks.${open.year}` });
	const evaluations = (await listEvaluations(ctx.db, open.municipality.id)).filter(
		({ level }) => level === 3,
	);
	const latest = latestAssessments(open.assessments, open.asOf);
	const tasks = tasksOf(open, new Set(evaluations.map((one) => `${one.sessionId} ${one.employeeId ?? ''}`)));
	return ok({
		year: open.year,
		tasks: tasks.flatMap((task) => {
			const session = open.sessions.find((one) => one.id === task.sessionId);
			const item = session && open.items.find((one) => one.id === session.itemId);
			if (!session || !item) return [];
			const said = evaluations.find(
				(one) => one.sessionId === task.sessionId && one.employeeId === task.employeeId,
			);
			return [
				{
					...task,
					name: nameOf(open, task.employeeId),
					title: titleOf(open, session),
					competency: open.competencies.find((one) => one.key === item.competencyKey)?.name ?? null,
					assessed: latest.get(assessmentKey(task.employeeId, item.competencyKey))?.level ?? null,
					applied: said?.after ?? null,
					note: said?.note ?? '',
				},
			];
		}),
	});
}

/** How many people the actor has to evaluate now, without looking at who they are. */
export async function countDueTasks(ctx: Ctx, slug: string): Promise<number> {
	const opened = await openSessions(ctx, slug, null);
	if (!opened.ok || opened.value.view.kind === 'nobody') return 0;
	const said = (await listEvaluations(ctx.db, opened.value.municipality.id)).filter(
		({ level }) => level === 3,
	);
	const done = new Set(said.map((one) => `${one.sessionId} ${one.employeeId ?? ''}`));
	return tasksOf(opened.value, done).filter(({ state }) => state === 'due' || state === 'late').length;
}

export type TaskRefusal =
	| { readonly code: 'evaluation/no-such-task' }
	| { readonly code: 'evaluation/too-early' }
	/** Somebody evaluated the person of that session meanwhile. */
	| { readonly code: 'evaluation/already-said' }
	/** The competency was assessed on the same day already. */
	| { readonly code: 'people/already-assessed' };

/** What a manager says of one participant. */
export interface ManagerEvaluation {
	readonly sessionId: string;
	readonly employeeId: string;
	readonly applied: number;
	readonly note: string;
	/** The level that the person has now; null leaves the matrix as it is. */
	readonly level: CompetencyLevel | null;
	/** What the new assessment says of where it comes from. */
	readonly source: (title: LocalText) => string;
}

/**
 * Writes whether a training is applied (level 3); a level that is given becomes an assessment of today with its
 * source, and so closes the gap in the matrix. Errors `evaluation/no-such-task`, `evaluation/too-early`,
 * `people/already-assessed`.
 */
export async function evaluateParticipant(
	ctx: Ctx,
	of: { readonly slug: string; readonly year: number | null },
	said: ManagerEvaluation,
): Promise<Result<null, Refused | TaskRefusal>> {
	return ctx.db.transaction().execute(async (tx): Promise<Result<null, Refused | TaskRefusal>> => {
		const opened = await openSessions(within(ctx, tx), of.slug, of.year);
		if (!opened.ok) return opened;
		const open = opened.value;
		if (open.view.kind === 'nobody') return err({ code: 'access/forbidden' });
		const task = tasksOf(open, new Set()).find(
			(one) => one.sessionId === said.sessionId && one.employeeId === said.employeeId,
		);
		const session = open.sessions.find((one) => one.id === said.sessionId);
		const item = session && open.items.find((one) => one.id === session.itemId);
		if (!task || !session || !item) return err({ code: 'evaluation/no-such-task' });
		if (task.state === 'later') return err({ code: 'evaluation/too-early' });
		const { employeeId } = task;
		const known = await listEvaluations(tx, open.municipality.id);
		if (known.some((one) => one.level === 3 && one.sessionId === session.id && one.employeeId === employeeId))
			return err({ code: 'evaluation/already-said' });
		const made = { at: ctx.clock.now(), by: open.actor.userId };
		const evaluation = {
			...{ id: ctx.newId(), sessionId: session.id, employeeId, level: 3 as const, before: null },
			...{ after: said.applied, maximum: 5, note: said.note, indicator: '', functionKey: null },
			isLowerBetter: false,
		};
		const assessment = said.level !== null && {
			...{ employeeId, competencyKey: item.competencyKey, level: said.level, assessedOn: open.asOf },
			source: said.source(item.title),
		};
		if (assessment && !(await insertAssessment(tx, ctx.newId(), assessment)))
			return err({ code: 'people/already-assessed' });
		await saveEvaluation(tx, evaluation, made);
		await auditSession(ctx, tx, open, {
			action: 'training-session.evaluate',
			key: session.id,
			before: null,
			after: { employeeId, applied: said.applied, level: said.level },
		});
		return ok(null);
	});
}

/** Tasks about people whom the actor may evaluate. */
function tasksOf(open: OpenSessions, done: ReadonlySet<string>): readonly EvaluationTask[] {
	const ends = new Map(open.sessions.map((session) => [session.id, session.endsOn]));
	const attended = open.enrolments.flatMap(({ sessionId, employeeId, state }) => {
		const endsOn = ends.get(sessionId);
		return state === 'attended' && endsOn && mayEvaluate(open, employeeId)
			? [{ sessionId, employeeId, endsOn }]
			: [];
	});
	const monthsOn = (day: IsoDate) => open.termsOn(day).managerMonths;
	return evaluationTasks({ attended, done, asOf: open.asOf, monthsOn });
}

function mayEvaluate(open: OpenSessions, employeeId: EmployeeId): boolean {
	const unitKey = open.unitOf.get(employeeId);
	if (unitKey === undefined || !seesUnit(open.view, unitKey)) return false;
	return can(open.actor, 'training.evaluate', { municipalityId: open.municipality.id, unitKey });
}
