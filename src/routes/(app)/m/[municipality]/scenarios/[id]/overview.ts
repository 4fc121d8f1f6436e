import {
	operationLinks,
	PAPER_RULES,
	PAPERS,
	submissionBlocks,
	suggestHolder,
	type PaperCode,
} from '#lib/domain/scenario/index.ts';
import type { OperationId } from '#lib/domain/shared/index.ts';
import { formatDate, formatMoment } from '#lib/i18n/format.ts';
import { localText } from '#lib/i18n/names.ts';
import { nameOfIssuer, nameOfPaper } from '#lib/i18n/paper-names.ts';
import { refusalText } from '#lib/i18n/scenario-refusal.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Ctx } from '#lib/server/context.ts';
import {
	draftsByOperation,
	type DraftKind,
	type OperationDrafts,
} from '#lib/server/services/operation-drafts.ts';
import { scenarioPapers, type OperationPaper } from '#lib/server/services/operation-papers.ts';
import { viewPhases } from '#lib/server/services/scenario-phases.ts';
import { refusalFrame } from '#lib/server/services/scenario-view.ts';
import { phaseFrame, type OpenScenario } from '#lib/server/services/scenario.ts';

/** What the page of a scenario shows beside each operation and above the list, in words. */
export async function overviewOf(ctx: Ctx, open: OpenScenario, slug: string) {
	const { operations, run, limits } = open;
	const places = new Map(operations.map((operation) => [operation.id, operation.position]));
	const placesOf = (ids: readonly OperationId[]) => ids.map((id) => ({ id, number: places.get(id) ?? 0 }));
	const papers = await scenarioPapers(ctx, open);
	const links = operationLinks(run, limits);
	const drafts = draftsByOperation(open);
	const draftOf = (id: OperationId) =>
		draftLink(`/m/${slug}/scenarios/${open.scenario.id}/drafts`, drafts.get(id), places.get(id) ?? 0);
	return {
		links: Object.fromEntries(
			[...links].map(([id, { restsOn, carries }]) => [
				id,
				{ restsOn: placesOf(restsOn), carries: placesOf(carries) },
			]),
		),
		papers: Object.fromEntries(
			[...papers].map(([id, list]) => [
				id,
				list.map((one) => ({ ...paperWords(one), draft: draftOf(id)(one.paper) })),
			]),
		),
		paperSums: paperSums(papers, placesOf, draftsOf(open, slug, drafts.size > 0)),
		phases: (await viewPhases(ctx, open)).map(({ operationIds, refusal, ...phase }) => ({
			...phase,
			day: formatDate(phase.startsOn),
			operations: placesOf(operationIds),
			refused:
				refusal &&
				m.scenario_not_applied({
					number: places.get(refusal.operationId) ?? 0,
					reason: refusalText(refusal, refusalFrame(open, refusal)),
				}),
		})),
		...blocksOf(open),
	};
}

/** What stands in the way of a submission, with the unit to which a function without an owner could go. */
export function blocksOf(open: OpenScenario) {
	const blocks = submissionBlocks(open.run, phaseFrame(open));
	const suggested = blocks.flatMap((block) => {
		if (block.code !== 'ledger/unplaced') return [];
		const holder = suggestHolder(open.run.after, block.functionKey);
		const unit = open.run.after.units.find(({ key }) => key === holder?.unitKey);
		if (!holder || !unit) return [];
		return [
			[block.functionKey, { unitKey: unit.key, name: localText(unit.name), beside: holder.beside }] as const,
		];
	});
	return { blocks, blockFrame: refusalFrame(open, blocks), suggested: Object.fromEntries(suggested) };
}

function paperWords({ paper, tick }: OperationPaper) {
	const { issuer, citation } = PAPER_RULES[paper];
	return {
		code: paper,
		label: nameOfPaper(paper),
		source: m.scenario_paper_source({
			issuer: nameOfIssuer(issuer),
			citation: citation ? localText(citation) : m.scenario_paper_no_citation(),
		}),
		ready: tick && m.scenario_paper_ready({ at: formatMoment(tick.doneAt), by: tick.doneByName }),
	};
}

const DRAFT_OF: Readonly<Partial<Record<PaperCode, DraftKind>>> = {
	'job-description': 'job-descriptions',
	'organisational-rules': 'rules',
};

/** The draft of a paper of one operation, with the posts or units that it is about; null where none is drafted. */
function draftLink(base: string, drafts: OperationDrafts | undefined, number: number) {
	return (paper: PaperCode) => {
		const kind = DRAFT_OF[paper];
		const names = kind && drafts ? drafts[kind] : [];
		if (names.length === 0) return null;
		return { href: `${base}/${kind}-${number}.docx`, names: names.map((name) => localText(name)).join('; ') };
	};
}

/** Each paper once, with the operations that still wait for it. */
function paperSums(
	papers: ReadonlyMap<OperationId, readonly OperationPaper[]>,
	placesOf: (ids: readonly OperationId[]) => readonly { readonly id: string; readonly number: number }[],
	drafts: Readonly<Partial<Record<PaperCode, string>>>,
) {
	return PAPERS.flatMap((paper) => {
		const needed = [...papers].filter(([, list]) => list.some((item) => item.paper === paper));
		const waiting = needed.filter(([, list]) => list.some((item) => item.paper === paper && !item.tick));
		if (needed.length === 0) return [];
		const { code, label, source } = paperWords({ paper, tick: null });
		const counts = { needed: needed.length, ready: needed.length - waiting.length };
		return [
			{
				code,
				label,
				source,
				...counts,
				waiting: placesOf(waiting.map(([id]) => id)),
				draft: drafts[paper] ?? null,
			},
		];
	});
}

/** Where a paper is made already: the proposal and its workbook, the training that the changes call for. */
function draftsOf(
	{ scenario, proposal }: OpenScenario,
	slug: string,
	/** Whether the person may read the papers of the mayor. */
	mayReadDrafts: boolean,
): Readonly<Partial<Record<PaperCode, string>>> {
	const workbook = `/m/${slug}/scenarios/${scenario.id}/proposal.xlsx`;
	return {
		...(proposal && { 'council-decision': `/m/${slug}/council/${proposal.number}` }),
		...(proposal &&
			mayReadDrafts && {
				'job-description': `/m/${slug}/council/${proposal.number}/papers/job-descriptions.docx`,
				'organisational-rules': `/m/${slug}/council/${proposal.number}/papers/rules.docx`,
			}),
		...{ 'staffing-table': workbook, 'payroll-schedule': workbook },
		'training-plan': `/m/${slug}/training/needs`,
	};
}
