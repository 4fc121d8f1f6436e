import { can } from '#lib/domain/access/index.ts';
import type { PostCategory } from '#lib/domain/org/index.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import {
	computeProjectIndicators,
	computeTrainingIndicators,
	hiddenParts,
	PROJECT_INDICATORS,
	type PeopleAndSeats,
	type PlanItem,
	type ProjectIndicator,
	type TrainingProject,
} from '#lib/domain/training/index.ts';
import { dayOfMoment, type Ctx, type Refused } from '../context.ts';
import type { Tx } from '../db/index.ts';
import {
	deleteProject,
	insertProject,
	listAttended,
	listProjectMoments,
	listProjects,
	updateProject,
	type ProjectRecord,
} from '../queries/training-project.ts';
import { recordAudit } from './audit.ts';
import { openSessions, type OpenSessions } from './training-session-open.ts';
import { openMunicipality } from './workspace.ts';

export type ProjectRefusal =
	| { readonly code: 'project/ends-before' }
	| { readonly code: 'project/gone' }
	| { readonly code: 'training/stale' };

/** One indicator of a period: what was promised and what the data say. */
export interface ReachedIndicator {
	readonly code: ProjectIndicator;
	readonly target: number | null;
	readonly actual: number;
}

/** How many people, and in how many seats; null for whoever may not be told of so few. */
export interface CountedGroup<Key> {
	readonly key: Key;
	readonly counts: PeopleAndSeats | null;
}

export interface IndicatorPage {
	readonly year: number;
	readonly bySex: readonly CountedGroup<'female' | 'male'>[];
	readonly byCategory: readonly CountedGroup<PostCategory>[];
	readonly byUnit: readonly (CountedGroup<string> & { readonly name: LocalText })[];
	readonly projects: readonly (Omit<ProjectRecord, 'targets'> & {
		readonly indicators: readonly ReachedIndicator[];
	})[];
	readonly mayEdit: boolean;
}

/** Who took part in the trainings of a plan, and what each project was to reach and reached. */
export async function readIndicators(
	ctx: Ctx,
	slug: string,
	year: number | null,
): Promise<Result<IndicatorPage, Refused>> {
	const opened = await openSessions(ctx, slug, year);
	if (!opened.ok) return opened;
	const open = opened.value;
	const counts = computeTrainingIndicators({ ...open, items: attendedItems(open) });
	const isHidden = open.view.kind !== 'everybody';
	const names = open.lookup.unitByKey;
	return ok({
		year: open.year,
		bySex: groups(counts.bySex, isHidden),
		byCategory: groups(counts.byCategory, isHidden),
		byUnit: groups(counts.byUnit, isHidden).map((row) => ({
			...row,
			name: names.get(row.key)?.name ?? { bg: row.key, en: null },
		})),
		projects: await reachedProjects(ctx, open),
		mayEdit: can(open.actor, 'training.edit', { municipalityId: open.municipality.id }),
	});
}

/** The periods of projects with their indicators, counted from the data. */
export async function reachedProjects(ctx: Ctx, open: OpenSessions): Promise<IndicatorPage['projects']> {
	const { municipality, employees } = open;
	const attended = await listAttended(ctx.db, municipality.id);
	const { analyses, recommendations, acts } = await listProjectMoments(ctx.db, municipality.id);
	const facts = {
		...{ attended, employees, analyses: analyses.map(dayOfMoment) },
		...{ recommendations: recommendations.map(dayOfMoment), acts: acts.map(dayOfMoment) },
	};
	return (await listProjects(ctx.db, municipality.id)).map((project) => {
		const reached = computeProjectIndicators(project, facts);
		const { targets, ...period } = project;
		return {
			...period,
			indicators: PROJECT_INDICATORS.map((code) => ({
				code,
				target: targets.get(code) ?? null,
				actual: reached[code],
			})),
		};
	});
}

/** Writes a period and its targets. Errors `project/ends-before`, `project/gone`, `training/stale`. */
export async function saveProject(
	ctx: Ctx,
	slug: string,
	input: Omit<TrainingProject, 'id'> & { readonly id: string | null; readonly revision: number | null },
): Promise<Result<null, Refused | ProjectRefusal>> {
	if (input.endsOn < input.startsOn) return err({ code: 'project/ends-before' });
	return changeProjects(ctx, slug, async (tx, open) => {
		const before = open.projects.find((one) => one.id === input.id) ?? null;
		if (input.id !== null && !before) return err({ code: 'project/gone' });
		const { name, startsOn, endsOn, targets } = input;
		const after = { id: before?.id ?? ctx.newId(), name, startsOn, endsOn, targets };
		if (!before) await insertProject(tx, open.municipality.id, after);
		else if (!(await updateProject(tx, { ...after, revision: input.revision ?? 0 })))
			return err({ code: 'training/stale' });
		await open.audit(after.id, before, after);
		return ok(null);
	});
}

/** Takes a period away. Errors `project/gone`, `training/stale`. */
export async function removeProject(
	ctx: Ctx,
	slug: string,
	given: { readonly id: string; readonly revision: number },
): Promise<Result<null, Refused | ProjectRefusal>> {
	return changeProjects(ctx, slug, async (tx, open) => {
		const before = open.projects.find((one) => one.id === given.id);
		if (!before) return err({ code: 'project/gone' });
		if (!(await deleteProject(tx, given))) return err({ code: 'training/stale' });
		await open.audit(given.id, before, null);
		return ok(null);
	});
}

async function changeProjects(
	ctx: Ctx,
	slug: string,
	change: (
		tx: Tx,
		open: {
			readonly municipality: OpenSessions['municipality'];
			readonly projects: readonly ProjectRecord[];
			readonly audit: (key: string, before: unknown, after: unknown) => Promise<void>;
		},
	) => Promise<Result<null, ProjectRefusal>>,
): Promise<Result<null, Refused | ProjectRefusal>> {
	const opened = await openMunicipality(ctx, slug, 'training.edit');
	if (!opened.ok) return opened;
	const { municipality, actor } = opened.value;
	return ctx.db.transaction().execute(async (tx) => {
		const projects = await listProjects(tx, municipality.id);
		const audit = (entityKey: string, before: unknown, after: unknown) =>
			recordAudit(ctx, tx, {
				...{ actor, municipalityId: municipality.id, action: 'training-project.edit' },
				...{ entity: 'training-project', entityKey, versionId: null, before, after },
			});
		return change(tx, { municipality, projects, audit });
	});
}

/** The lines of the plan with whoever took part in their sessions, a seat for each session. */
export function attendedItems({ items, sessions, enrolments }: OpenSessions): readonly PlanItem[] {
	return sessions.flatMap((session) => {
		const item = items.find((one) => one.id === session.itemId);
		const participants = enrolments
			.filter((line) => line.sessionId === session.id && line.state === 'attended')
			.map((line) => line.employeeId);
		return item && session.state !== 'cancelled'
			? [{ ...item, id: session.id, state: 'held' as const, participants }]
			: [];
	});
}

function groups<Key extends string>(
	counts: ReadonlyMap<Key, PeopleAndSeats>,
	isHidden: boolean,
): readonly CountedGroup<Key>[] {
	const parts = [...counts].map(([key, { people }]) => ({ key: key as string, people }));
	const hidden = isHidden ? hiddenParts(parts) : new Set<string>();
	return [...counts].map(([key, own]) => ({ key, counts: hidden.has(key) ? null : own }));
}
