import type { ProposalModel } from '#exports/proposal/model.ts';
import { wordsOfProposal, type CountedEffects } from '#exports/proposal/words.ts';
import type { Locale } from '#exports/shared/cover.ts';
import { proposalFileName, proposalWorkbook } from '#exports/proposal/workbook.ts';
import type { Structure } from '#lib/domain/org/index.ts';
import { textChanges } from '#lib/domain/publication/index.ts';
import type { ProposalReport } from '#lib/domain/scenario/index.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import { authorise, type Ctx, type Refused } from '../context.ts';
import { findDecision, type DecisionRecord } from '../queries/review.ts';
import { recordAudit } from './audit.ts';
import { adoptedRun } from './council-adopted.ts';
import { makeWorkbookFile, type WorkbookFile } from './export-file.ts';
import { adoptedFacts } from './paper-model.ts';
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
	const { report, run, decided } = found.value;
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
		...{ report, decided },
		...wordsOfProposal(report, await countEffects(ctx, found.value), locale),
		texts: textChanges(report, run),
		training: {
			...(found.value.training?.counted ?? (await countTraining(ctx, { municipality, run, effectiveOn }))),
			frozen: source.kind === 'scenario' ? 'not-yet' : found.value.training ? 'at-submission' : 'never',
			structure: found.value.training ? found.value.training.structure : run.after,
		},
	});
}

type Source = Pick<OpenScenario, 'run' | 'frame' | 'municipality'> & {
	readonly report: ProposalReport;
	/**
	 * What the proposal froze of training, and the submitted structure that it speaks of; null before it is submitted,
	 * and in proposals from before it did.
	 */
	readonly training: { readonly counted: CountedTraining; readonly structure: Structure } | null;
	/** The decision whose numbers the report holds; null while they are those of the mover. */
	readonly decided: ProposalModel['decided'];
};

async function openSource(ctx: Ctx, slug: string, source: ProposalSource): Promise<Result<Source, Refusal>> {
	if (source.kind === 'scenario') {
		const found = await openScenario(ctx, { slug, scenarioId: source.scenarioId });
		if (!found.ok) return found;
		const { run, frame, municipality } = found.value;
		return ok({
			report: scenarioReport(found.value),
			run,
			frame,
			municipality,
			training: null,
			decided: null,
		});
	}
	const found = await openProposal(ctx, { slug, number: source.number });
	if (!found.ok) return err(found.error);
	return ok(await sourceOfProposal(ctx, found.value));
}

/** What the council adopted once it has, whatever happened to the structure since; until then what was submitted. */
async function sourceOfProposal(ctx: Ctx, open: OpenProposal): Promise<Source> {
	const { proposal, frozen, municipality } = open;
	const { parameters, powers, training } = frozen.snapshot;
	const decision = await findDecision(ctx.db, proposal.id);
	const facts = decision && (await adoptedFacts(ctx, open, decision));
	const present = { state: proposal.state, contentHash: proposal.contentHash };
	const submitted = reportOf(frozen, present);
	const report = facts ? { ...facts.report, header: { ...facts.report.header, ...present } } : submitted;
	return {
		...{ municipality, report },
		run: decision && facts ? adoptedRun(open, decision) : frozen.run,
		frame: { parameters, powers, asOf: report.header.effectiveOn },
		training: training ? { counted: training, structure: frozen.run.after } : null,
		decided:
			decision && facts
				? {
						...{ number: decision.number, decidedOn: decision.decidedOn, submitted: submitted.numbers.after },
						...{ leftOut: leftOutOf(open, decision), amendments: decision.amendments },
					}
				: null,
	};
}

function leftOutOf({ frozen }: OpenProposal, decision: DecisionRecord): readonly number[] {
	const leftOut = new Set(decision.leftOut);
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
