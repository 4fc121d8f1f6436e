import type { ImpactLine, ProposalModel } from '#exports/proposal/model.ts';
import { proposalFileName, proposalWorkbook } from '#exports/proposal/workbook.ts';
import { lookUp } from '#lib/domain/org/index.ts';
import { PROPOSAL_STATES } from '#lib/domain/review/index.ts';
import type { ProposalReport, RuleId } from '#lib/domain/scenario/index.ts';
import { err, ok, type Result, type UnitKey } from '#lib/domain/shared/index.ts';
import { deriveNeeds, type TrainingNeed } from '#lib/domain/training/index.ts';
import { localText } from '#lib/i18n/names.ts';
import { nameOfRule, readingText } from '#lib/i18n/rule-text.ts';
import { nameOfProposalState } from '#lib/i18n/scenario-names.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';
import { authorise, type Ctx, type Refused } from '../context.ts';
import { recordAudit } from './audit.ts';
import { makeWorkbookFile, type WorkbookFile } from './export-file.ts';
import { openProposal, scenarioReport } from './proposal.ts';
import { reportOf } from './proposal-snapshot.ts';
import { openScenario, type OpenScenario, type ScenarioRefusal } from './scenario.ts';
import { compareOverlaps, compareWorkloads } from './scenario-analysis.ts';
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
		impactLines: await impactLines(ctx, found.value, report, locale),
		ruleTexts: ruleTexts(report, locale),
		training: { needs: needs.filter(fromOperation), competencies, structure: run.after },
	});
}

type Source = Pick<OpenScenario, 'run' | 'frame' | 'municipality'> & { readonly report: ProposalReport };

async function openSource(ctx: Ctx, slug: string, source: ProposalSource): Promise<Result<Source, Refusal>> {
	if (source.kind === 'scenario') {
		const found = await openScenario(ctx, { slug, scenarioId: source.scenarioId });
		if (!found.ok) return found;
		const { run, frame, municipality } = found.value;
		return ok({ report: scenarioReport(found.value), run, frame, municipality });
	}
	const found = await openProposal(ctx, { slug, number: source.number });
	if (!found.ok) return err(found.error);
	const { proposal, frozen, municipality } = found.value;
	const { parameters, powers, header } = frozen.snapshot;
	return ok({
		municipality,
		report: reportOf(frozen, { state: proposal.state, contentHash: proposal.contentHash }),
		run: frozen.run,
		frame: { parameters, powers, asOf: header.effectiveOn },
	});
}

/** The state in words; null while it is a scenario. */
function stateNameOf(report: ProposalReport, locale: Locale): string | null {
	const state = PROPOSAL_STATES.find((code) => code === report.header.state);
	return state === undefined ? null : nameOfProposalState(state, { locale });
}

/** Name of each rule and how it was read after the change. */
function ruleTexts(report: ProposalReport, locale: Locale): ReadonlyMap<RuleId, string> {
	return new Map(
		report.rules.map(({ after }) => [
			after.rule,
			`${nameOfRule(after.rule, { locale })}\n${readingText(after.reading, { locale })}`,
		]),
	);
}

/** A paper is made whole: it waits for the analysis, in milliseconds. */
const PATIENCE = 60_000;

/** What the overlap and the workload analysis count on both sides. */
async function impactLines(
	ctx: Ctx,
	analysed: Pick<OpenScenario, 'run' | 'frame' | 'municipality'>,
	report: ProposalReport,
	locale: Locale,
): Promise<readonly ImpactLine[]> {
	const overlaps = await compareOverlaps(ctx, analysed, PATIENCE);
	const { changes: workloads } = (await compareWorkloads(ctx, analysed)) ?? { changes: [] };
	const need = (figure: (typeof workloads)[number]['before']) =>
		figure?.need.kind === 'measured' ? figure.need.value.expected : null;
	const unitName = (key: UnitKey) => {
		const name = report.unitNames.get(key);
		return name === undefined ? key : localText(name, { locale });
	};
	return [
		{
			label: m.exports_impact_duplications({}, { locale }),
			before: overlaps?.before.duplication ?? null,
			after: overlaps?.after.duplication ?? null,
			format: 'whole',
		},
		{
			label: m.exports_impact_overlaps({}, { locale }),
			before: overlaps?.before.overlap ?? null,
			after: overlaps?.after.overlap ?? null,
			format: 'whole',
		},
		...workloads.map((change) => ({
			label: m.exports_impact_need({ unit: unitName(change.unitKey) }, { locale }),
			before: need(change.before),
			after: need(change.after),
			format: 'decimal' as const,
		})),
	];
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
