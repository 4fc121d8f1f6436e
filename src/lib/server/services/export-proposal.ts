import type { ProposalModel } from '#exports/proposal/model.ts';
import { proposalFileName, proposalWorkbook } from '#exports/proposal/workbook.ts';
import { lookUp } from '#lib/domain/org/index.ts';
import type { ProposalReport, ScenarioRun } from '#lib/domain/scenario/index.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import { deriveNeeds, type TrainingNeed } from '#lib/domain/training/index.ts';
import type { Locale } from '#lib/paraglide/runtime.js';
import { authorise, type Ctx, type Refused } from '../context.ts';
import { recordAudit } from './audit.ts';
import { makeWorkbookFile, type WorkbookFile } from './export-file.ts';
import { openProposal, scenarioReport } from './proposal.ts';
import { reportOf } from './proposal-snapshot.ts';
import { openScenario, type ScenarioRefusal } from './scenario.ts';
import { openTraining } from './training.ts';
import { structuralChanges } from './training-changes.ts';

/** Which paper: a scenario still being made, or a proposal before the council by its number. */
export type ProposalSource =
	| { readonly kind: 'scenario'; readonly scenarioId: string }
	| { readonly kind: 'proposal'; readonly number: number };

type Refusal = Refused | ScenarioRefusal;

/** The restructuring proposal as a workbook, from the same report as the screens; no name of a person is in it. */
export async function exportProposal(
	ctx: Ctx,
	slug: string,
	source: ProposalSource,
	locale: Locale,
): Promise<Result<WorkbookFile, Refusal>> {
	const model = await proposalModel(ctx, slug, source, locale);
	if (!model.ok) return model;
	const file = await makeWorkbookFile(proposalWorkbook(model.value), proposalFileName(model.value));
	await auditExport(ctx, model.value, source);
	return ok(file);
}

/** Everything that the workbook is made of. */
export async function proposalModel(
	ctx: Ctx,
	slug: string,
	source: ProposalSource,
	locale: Locale,
): Promise<Result<ProposalModel, Refusal>> {
	const found = await openSource(ctx, slug, source);
	if (!found.ok) return found;
	const { report, run } = found.value;
	const training = await openTraining(ctx, { slug });
	if (!training.ok) return training;
	const { actor, competencies, asOf } = training.value;
	const allowed = authorise(ctx, 'proposal.export', { municipalityId: training.value.municipality.id });
	if (!allowed.ok) return allowed;
	const after = lookUp(run.after);
	const changes = structuralChanges({
		effects: report.operations,
		after,
		effectiveOn: report.header.effectiveOn,
	});
	const needs = deriveNeeds({ ...training.value, before: lookUp(run.before), after, changes });
	return ok({
		colophon: {
			municipality: report.municipality,
			asOf,
			structureValidFrom: report.baseValidFrom,
			createdAt: ctx.clock.now(),
			madeBy: actor.name,
			snapshotId: report.header.contentHash,
			locale,
		},
		report,
		stateName: stateNameOf(report, locale),
		impactLines: [],
		ruleTexts: new Map(),
		training: { needs: needs.filter(fromOperation), competencies, structure: run.after },
	});
}

async function openSource(
	ctx: Ctx,
	slug: string,
	source: ProposalSource,
): Promise<Result<{ readonly report: ProposalReport; readonly run: ScenarioRun }, Refusal>> {
	if (source.kind === 'scenario') {
		const found = await openScenario(ctx, { slug, scenarioId: source.scenarioId });
		return found.ok ? ok({ report: scenarioReport(found.value), run: found.value.run }) : found;
	}
	const found = await openProposal(ctx, { slug, number: source.number });
	if (!found.ok) return err(found.error);
	const { proposal, frozen } = found.value;
	const present = { state: proposal.state, contentHash: proposal.contentHash };
	return ok({ report: reportOf(frozen, present), run: frozen.run });
}

function stateNameOf(report: ProposalReport, _locale: Locale): string | null {
	return report.header.state;
}

function fromOperation(need: TrainingNeed): boolean {
	return 'operationId' in need.cause;
}

async function auditExport(ctx: Ctx, model: ProposalModel, source: ProposalSource): Promise<void> {
	const { report, colophon } = model;
	const { actor } = ctx;
	if (!actor) return;
	await ctx.db.transaction().execute((tx) =>
		recordAudit(ctx, tx, {
			actor,
			municipalityId: report.municipality.id,
			action: 'proposal.export',
			entity: source.kind,
			entityKey: source.kind === 'scenario' ? source.scenarioId : String(source.number),
			versionId: null,
			before: null,
			after: { snapshot: colophon.snapshotId },
		}),
	);
}
