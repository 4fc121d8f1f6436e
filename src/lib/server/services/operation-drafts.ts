import type { PaperModel } from '#exports/council-papers/model.ts';
import { councilPaper, draftFileName } from '#exports/council-papers/papers.ts';
import type { Locale } from '#exports/shared/cover.ts';
import { DOCUMENT_TYPE, wordBytes } from '#exports/shared/word.ts';
import { can } from '#lib/domain/access/index.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import { buildPaperFacts, type PaperFacts, type UnitText } from '#lib/domain/publication/index.ts';
import { err, ok, type OperationId, type Result } from '#lib/domain/shared/index.ts';
import { DENIED, type Ctx, type Refused } from '../context.ts';
import { fileOf, type WorkbookFile } from './export-file.ts';
import { scenarioReport } from './proposal.ts';
import { openScenario, type OpenScenario, type ScenarioAddress, type ScenarioRefusal } from './scenario.ts';

/** Papers that are drafted for each operation: job descriptions, sections of the organisational rules. */
export const DRAFTS = ['job-descriptions', 'rules'] as const;
export type DraftKind = (typeof DRAFTS)[number];

/** What is drafted for one operation, by name. */
export type OperationDrafts = Readonly<Record<DraftKind, readonly LocalText[]>>;

/** The posts and units whose papers are drafted for each operation; empty for whoever may not read them. */
export function draftsByOperation(open: OpenScenario): ReadonlyMap<OperationId, OperationDrafts> {
	if (!mayRead(open)) return new Map();
	const facts = factsOf(open);
	return new Map(
		facts.report.operations.map(({ operation, number }) => {
			const { jobs, texts } = ofOperation(facts, number);
			return [
				operation.id,
				{ 'job-descriptions': jobs.map(({ post }) => post.title), rules: texts.map(({ name }) => name) },
			];
		}),
	);
}

/**
 * The drafts of one operation as a document, from the scenario as it stands. Errors: those of access; not found for an
 * operation that needs no such paper.
 */
export async function exportDraft(
	ctx: Ctx,
	address: ScenarioAddress,
	wanted: { readonly kind: DraftKind; readonly number: number },
	locale: Locale,
): Promise<Result<WorkbookFile, Refused | ScenarioRefusal>> {
	const found = await openScenario(ctx, address);
	if (!found.ok) return found;
	const open = found.value;
	if (!mayRead(open)) return err({ code: 'access/forbidden' });
	const facts = ofOperation(factsOf(open), wanted.number);
	if ((wanted.kind === 'rules' ? facts.texts : facts.jobs).length === 0) return err(DENIED);
	const model = modelOf(ctx, open, facts, locale);
	const name = draftFileName(wanted.kind, model, wanted.number);
	return ok(fileOf(await wordBytes(councilPaper(wanted.kind, model)), name, DOCUMENT_TYPE));
}

function mayRead({ actor, municipality }: OpenScenario): boolean {
	return can(actor, 'papers.mayor', { municipalityId: municipality.id });
}

function factsOf(open: OpenScenario): PaperFacts {
	return buildPaperFacts(scenarioReport(open), open.run, open.limits);
}

/** The facts with only those texts and descriptions that the operation touches. */
function ofOperation(facts: PaperFacts, number: number): PaperFacts {
	const isTouched = ({ heading, functions }: UnitText) =>
		[...(heading ? [heading] : []), ...functions].some((change) => change.operations.includes(number));
	return {
		...facts,
		jobs: facts.jobs.filter(({ operations }) => operations.includes(number)),
		texts: facts.texts.filter(isTouched),
	};
}

function modelOf(ctx: Ctx, open: OpenScenario, facts: PaperFacts, locale: Locale): PaperModel {
	const { report } = facts;
	return {
		...{ submitted: facts, adopted: null, decision: null, vote: null },
		colophon: {
			...{ municipality: report.municipality, asOf: report.header.effectiveOn },
			...{ structureValidFrom: report.baseValidFrom, createdAt: ctx.clock.now() },
			...{ madeBy: open.actor.name, snapshotId: null, locale },
		},
	};
}
