import { createHash } from 'node:crypto';
import type { Locale } from '#exports/shared/cover.ts';
import { buildTrainingPlanModel, type TrainingPlanModel } from '#exports/training-plan/model.ts';
import { trainingPlanFileName, trainingPlanWorkbook } from '#exports/training-plan/workbook.ts';
import { dateOf, err, ok, type Result } from '#lib/domain/shared/index.ts';
import {
	computeCompetencyCells,
	isCounted,
	needTelling,
	seatedBySession,
} from '#lib/domain/training/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { recordAudit } from './audit.ts';
import { makeWorkbookFile, type WorkbookFile } from './export-file.ts';
import { reasonsNotHeld } from './training-plan-changes.ts';
import type { PlanRefusal } from './training-plan.ts';
import { attendedItems, reachedProjects } from './training-project.ts';
import { openSessions, type OpenSessions } from './training-session-open.ts';
import { readRuleChanges } from './training-rules.ts';
import { trainingWords } from './training-words.ts';

/** The training plan of a year as a workbook; names are in it for human resources alone. Error `training/no-plan`. */
export async function exportTrainingPlan(
	ctx: Ctx,
	address: { readonly slug: string; readonly year: number | null },
	locale: Locale,
): Promise<Result<WorkbookFile, Refused | PlanRefusal>> {
	const opened = await openSessions(ctx, address.slug, address.year, 'training.export');
	if (!opened.ok) return opened;
	if (!opened.value.plan) return err({ code: 'training/no-plan', year: opened.value.year });
	const model = await trainingPlanModel(ctx, opened.value, locale);
	const file = await makeWorkbookFile(trainingPlanWorkbook(model), trainingPlanFileName(model));
	await auditExport(ctx, opened.value, model);
	return ok(file);
}

/** The rows of the workbook, which the page of the plan counts from as well. */
export async function trainingPlanModel(
	ctx: Ctx,
	plan: OpenSessions,
	locale: Locale,
): Promise<TrainingPlanModel> {
	const { municipality, structure, actor } = plan;
	const showNames = plan.view.kind === 'everybody';
	const words = await trainingWords(
		ctx,
		municipality,
		structure,
		plan.needs.map((need) => need.scenarioId),
	);
	const received = plan.needs.flatMap(({ cause }) => ('functionKey' in cause ? [cause.functionKey] : []));
	return buildTrainingPlanModel({
		colophon: {
			municipality,
			asOf: plan.asOf,
			structureValidFrom: structure.validFrom,
			createdAt: ctx.clock.now(),
			madeBy: actor.name,
			snapshotId: hashOf(plan),
			locale,
		},
		structure,
		plan: { year: plan.year, state: plan.plan?.state ?? 'draft', items: plan.items },
		needs: toldNeeds(plan),
		otherLines: plan.otherLines,
		weights: plan.rankWeights,
		attended: attendedItems(plan),
		competencies: plan.competencies,
		employees: plan.employees,
		sessions: seatedSessions(plan),
		targets: await targetsOf(ctx, plan),
		functionTexts: new Map(received.map((key) => [key, words.functionText(key)])),
		ruleNames: await ruleNamesOf(ctx, plan),
		notHeld: showNames ? await reasonsNotHeld(ctx, plan) : new Map(),
		showNames,
	});
}

/** The needs as the reader may be told of them. */
function toldNeeds(plan: OpenSessions) {
	if (plan.view.kind === 'everybody') return plan.needs;
	const telling = needTelling(computeCompetencyCells(plan.lookup, plan));
	return plan.needs
		.filter((need) => telling(need) !== 'nothing')
		.map((need) => ({ ...need, isUnitHidden: telling(need) === 'without-unit' }));
}

/** What the rules that needs come from are called. */
async function ruleNamesOf(ctx: Ctx, plan: OpenSessions) {
	const { municipality, lookup, asOf, ruleMonths: months } = plan;
	return (await readRuleChanges(ctx, { municipalityId: municipality.id, lookup, asOf, months })).names;
}

/** The sessions that are not called off, each with whoever has a place. */
function seatedSessions({ sessions, enrolments }: OpenSessions) {
	const counted = sessions.filter(isCounted);
	const seats = seatedBySession(counted, enrolments);
	return counted.map((session) => ({ ...session, seated: seats.get(session.id) ?? [] }));
}

/** Targets of the projects whose period has a day of the year. */
async function targetsOf(ctx: Ctx, plan: OpenSessions) {
	const [first, last] = [dateOf(plan.year, 1, 1), dateOf(plan.year, 12, 31)];
	const projects = await reachedProjects(ctx, plan);
	return projects
		.filter(({ startsOn, endsOn }) => startsOn <= last && endsOn >= first)
		.flatMap(({ name, indicators }) =>
			indicators.map(({ code, target, actual }) => ({
				project: name,
				...{ code, target, actual },
			})),
		);
}

/** The same plan gives the same mark, so that two papers can be told to be of one state. */
function hashOf({ items, needs, year, sessions, enrolments }: OpenSessions): string {
	return createHash('sha256')
		.update(JSON.stringify({ year, items, needs, sessions, enrolments }))
		.digest('hex')
		.slice(0, 16);
}

async function auditExport(ctx: Ctx, plan: OpenSessions, model: TrainingPlanModel): Promise<void> {
	await ctx.db.transaction().execute((tx) =>
		recordAudit(ctx, tx, {
			actor: plan.actor,
			municipalityId: plan.municipality.id,
			action: 'training-plan.export',
			entity: 'training-plan',
			entityKey: String(plan.year),
			versionId: null,
			before: null,
			after: { snapshot: model.input.colophon.snapshotId, withNames: model.input.showNames },
		}),
	);
}
