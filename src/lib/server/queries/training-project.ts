import {
	PROJECT_INDICATORS,
	type ProjectIndicator,
	type TrainingProject,
} from '#lib/domain/training/index.ts';
import type { EmployeeId, IsoDate, MunicipalityId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';

export interface ProjectRecord extends TrainingProject {
	readonly revision: number;
}

/** The project periods of a municipality with their targets, by first day. */
export async function listProjects(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<readonly ProjectRecord[]> {
	const rows = await db
		.selectFrom('training_project')
		.selectAll()
		.where('municipality_id', '=', municipalityId)
		.orderBy('starts_on')
		.orderBy('id')
		.execute();
	const targets = await db
		.selectFrom('training_project_target')
		.innerJoin('training_project', 'training_project.id', 'training_project_target.project_id')
		.selectAll('training_project_target')
		.where('training_project.municipality_id', '=', municipalityId)
		.execute();
	const byProject = Map.groupBy(targets, (row) => row.project_id);
	return rows.map((row) => ({
		id: row.id,
		name: row.name,
		startsOn: row.starts_on as IsoDate,
		endsOn: row.ends_on as IsoDate,
		revision: row.revision,
		targets: new Map(
			(byProject.get(row.id) ?? []).flatMap(({ indicator, target }) => {
				const known = PROJECT_INDICATORS.find((code) => code === indicator);
				return known ? [[known, target] as const] : [];
			}),
		),
	}));
}

export async function insertProject(
	tx: Tx,
	municipalityId: MunicipalityId,
	project: TrainingProject,
): Promise<void> {
	await tx
		.insertInto('training_project')
		.values({ ...toColumns(project), id: project.id, municipality_id: municipalityId })
		.execute();
	await insertTargets(tx, project.id, project.targets);
}

/** False when somebody changed the period since that revision, and nothing was written. */
export async function updateProject(tx: Tx, project: ProjectRecord): Promise<boolean> {
	const result = await tx
		.updateTable('training_project')
		.set({ ...toColumns(project), revision: project.revision + 1 })
		.where('id', '=', project.id)
		.where('revision', '=', project.revision)
		.executeTakeFirst();
	if (result.numUpdatedRows !== 1n) return false;
	await tx.deleteFrom('training_project_target').where('project_id', '=', project.id).execute();
	await insertTargets(tx, project.id, project.targets);
	return true;
}

export async function deleteProject(
	tx: Tx,
	project: Pick<ProjectRecord, 'id' | 'revision'>,
): Promise<boolean> {
	const result = await tx
		.deleteFrom('training_project')
		.where('id', '=', project.id)
		.where('revision', '=', project.revision)
		.executeTakeFirst();
	return result.numDeletedRows === 1n;
}

/** Who took part in which session of any plan, by its last day. */
export async function listAttended(db: Reader, municipalityId: MunicipalityId) {
	const rows = await db
		.selectFrom('attendance')
		.innerJoin('training_session', 'training_session.id', 'attendance.training_session_id')
		.innerJoin('employee', 'employee.id', 'attendance.employee_id')
		.select(['attendance.employee_id', 'training_session.id', 'training_session.ends_on'])
		.where('employee.municipality_id', '=', municipalityId)
		.where('attendance.state', '=', 'attended')
		.where('training_session.status', '!=', 'cancelled')
		.execute();
	return rows.map((row) => ({
		employeeId: row.employee_id as EmployeeId,
		sessionId: row.id,
		on: row.ends_on as IsoDate,
	}));
}

/**
 * Moments of finished analyses (a survey applied; the first finding recorded on a version of the structure), adopted
 * recommendations (accepted or implemented, by the day they were made) and amended acts (adopted decisions of the
 * council, rules taken over into the structure).
 */
export async function listProjectMoments(db: Reader, municipalityId: MunicipalityId) {
	const surveys = await db
		.selectFrom('survey_campaign')
		.select('applied_at')
		.where('municipality_id', '=', municipalityId)
		.where('applied_at', 'is not', null)
		.execute();
	const findings = await db
		.selectFrom('finding')
		.select((eb) => ['version_id', eb.fn.min('created_at').as('first')])
		.where('municipality_id', '=', municipalityId)
		.groupBy('version_id')
		.execute();
	const recommendations = await db
		.selectFrom('recommendation')
		.innerJoin('finding', 'finding.id', 'recommendation.finding_id')
		.select('recommendation.created_at')
		.where('finding.municipality_id', '=', municipalityId)
		.where('recommendation.status', 'in', ['accepted', 'implemented'])
		.execute();
	const decisions = await db
		.selectFrom('decision')
		.innerJoin('proposal', 'proposal.id', 'decision.proposal_id')
		.select('decision.decided_on')
		.where('proposal.municipality_id', '=', municipalityId)
		.where('decision.outcome', 'in', ['adopted', 'adopted-amended'])
		.execute();
	const texts = await db
		.selectFrom('regulation_text')
		.select('created_at')
		.where('municipality_id', '=', municipalityId)
		.where('state', '=', 'applied')
		.execute();
	return {
		analyses: [...surveys.flatMap((row) => row.applied_at ?? []), ...findings.map((row) => row.first)],
		recommendations: recommendations.map((row) => row.created_at),
		/** Of a decision the day alone. */
		acts: [...decisions.map((row) => row.decided_on), ...texts.map((row) => row.created_at)],
	};
}

async function insertTargets(
	tx: Tx,
	projectId: string,
	targets: ReadonlyMap<ProjectIndicator, number>,
): Promise<void> {
	const rows = [...targets].map(([indicator, target]) => ({ project_id: projectId, indicator, target }));
	if (rows.length > 0) await tx.insertInto('training_project_target').values(rows).execute();
}

function toColumns({ name, startsOn, endsOn }: TrainingProject) {
	return { name, starts_on: startsOn, ends_on: endsOn };
}
