import type { ProposalModel } from '#exports/proposal/model.ts';
import { wordsOfProposal, type CountedEffects } from '#exports/proposal/words.ts';
import type { Locale } from '#exports/shared/cover.ts';
import { proposalFileName, proposalWorkbook } from '#exports/proposal/workbook.ts';
import { textChanges } from '#lib/domain/publication/index.ts';
import type { ProposalReport } from '#lib/domain/scenario/index.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import { authorise, type Ctx, type Refused } from '../context.ts';
import { findDecision } from '../queries/review.ts';
import { recordAudit } from './audit.ts';
import { makeWorkbookFile, type WorkbookFile } from './export-file.ts';
import { openProposal, scenarioReport, type OpenProposal } from './proposal.ts';
import { reportOf } from './proposal-snapshot.ts';
import { countTraining, type CountedTraining } from './proposal-training.ts';
import { openScenario, type OpenScenario, type ScenarioRefusal } from './scenario.ts';
import { compareOverlaps, compareWorkloads } from './scenario-analysis.ts';

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

/** The workbook of a proposal, for whoever hands it over with its papers. */
export async function proposalWorkbookFile(
	ctx: Ctx,
	slug: string,
	number: number,
	locale: Locale,
): Promise<Result<WorkbookFile, Refusal>> {
	const model = await proposalModel(ctx, slug, { kind: 'proposal', number }, locale);
	if (!model.ok) return model;
	return ok(await makeWorkbookFile(proposalWorkbook(model.value), proposalFileName(model.value)));
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
	const { report, run, leftOut } = found.value;
	const { municipality } = found.value;
	const allowed = authorise(ctx, 'proposal.export', { municipalityId: municipality.id });
	if (!allowed.ok) return allowed;
	const { effectiveOn } = report.header;
	return ok({
		colophon: {
			municipality: report.municipality,
			asOf: ctx.clock.today(),
			structureValidFrom: report.baseValidFrom,
			createdAt: ctx.clock.now(),
			madeBy: allowed.value.name,
			snapshotId: report.header.contentHash,
			locale,
		},
		...{ report, leftOut },
		...wordsOfProposal(report, await countEffects(ctx, found.value), locale),
		texts: textChanges(report, run),
		training: {
			...(found.value.training ?? (await countTraining(ctx, { municipality, run, effectiveOn }))),
			frozen: source.kind === 'scenario' ? 'not-yet' : found.value.training ? 'at-submission' : 'never',
			structure: run.after,
		},
	});
}

type Source = Pick<OpenScenario, 'run' | 'frame' | 'municipality'> & {
	readonly report: ProposalReport;
	/** What the proposal froze of training; null before it is submitted, and in proposals from before it did. */
	readonly training: CountedTraining | null;
	/** Numbers of the points that the council did not accept. */
	readonly leftOut: readonly number[];
};

async function openSource(ctx: Ctx, slug: string, source: ProposalSource): Promise<Result<Source, Refusal>> {
	if (source.kind === 'scenario') {
		const found = await openScenario(ctx, { slug, scenarioId: source.scenarioId });
		if (!found.ok) return found;
		const { run, frame, municipality } = found.value;
		return ok({ report: scenarioReport(found.value), run, frame, municipality, training: null, leftOut: [] });
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
		training: frozen.snapshot.training ?? null,
		leftOut: await leftOutOf(ctx, found.value),
	});
}

async function leftOutOf(ctx: Ctx, { proposal, frozen }: OpenProposal): Promise<readonly number[]> {
	const leftOut = new Set((await findDecision(ctx.db, proposal.id))?.leftOut);
	return frozen.snapshot.operations.filter(({ id }) => leftOut.has(id)).map(({ position }) => position);
}

/** A paper is made whole: it waits for the analysis, in milliseconds. */
const PATIENCE = 60_000;

/** What the overlap and the workload analysis count on both sides. */
async function countEffects(
	ctx: Ctx,
	analysed: Pick<OpenScenario, 'run' | 'frame' | 'municipality'>,
): Promise<CountedEffects> {
	const overlaps = await compareOverlaps(ctx, analysed, PATIENCE);
	const { changes } = (await compareWorkloads(ctx, analysed)) ?? { changes: [] };
	const need = (figure: (typeof changes)[number]['before']) =>
		figure?.need.kind === 'measured' ? figure.need.value.expected : null;
	return {
		overlaps: overlaps ?? null,
		need: changes.map(({ unitKey, before, after }) => ({
			unitKey,
			before: need(before),
			after: need(after),
		})),
	};
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
