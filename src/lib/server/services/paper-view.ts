import { COUNCIL_PAPERS, type PaperKind } from '#exports/council-papers/model.ts';
import { nameOfPaper } from '#exports/council-papers/papers.ts';
import type { Locale } from '#exports/shared/cover.ts';
import { can } from '#lib/domain/access/index.ts';
import { ok, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { readablePapers } from './export-papers.ts';
import { openPapers } from './paper-model.ts';
import type { ProposalAddress } from './proposal.ts';

/** A paper on the page of papers. */
export interface PaperLine {
	readonly kind: PaperKind;
	readonly name: string;
	/** What its numbers are of. */
	readonly states: 'submitted' | 'adopted' | 'vote';
}

export interface PapersView {
	readonly number: number;
	readonly title: string;
	readonly contentHash: string;
	readonly council: readonly PaperLine[];
	readonly mayor: readonly PaperLine[];
	/** Nobody voted or nothing is recorded yet, so minutes and decision are still to come. */
	readonly isOpen: boolean;
	readonly mayPublish: boolean;
}

const STATES: Readonly<Partial<Record<PaperKind, PaperLine['states']>>> = {
	report: 'submitted',
	draft: 'submitted',
	minutes: 'vote',
};

/** The papers of a proposal that the actor may get; null when the stored contents are not what was submitted. */
export async function viewPapers(
	ctx: Ctx,
	address: ProposalAddress,
	locale: Locale,
): Promise<Result<PapersView | null, Refused>> {
	const found = await openPapers(ctx, address);
	if (!found.ok)
		return found.error.code === 'review/not-intact' ? ok(null) : { ok: false, error: found.error };
	const { open, adopted, decision, vote } = found.value;
	const { proposal, actor, municipality } = open;
	const lines = readablePapers(found.value).map((kind): PaperLine => ({
		...{ kind, name: nameOfPaper(kind, locale) },
		states: STATES[kind] ?? (adopted || kind === 'decision' ? 'adopted' : 'submitted'),
	}));
	const isCouncils = ({ kind }: PaperLine) => COUNCIL_PAPERS.some((one) => one === kind);
	return ok({
		...{ number: proposal.number, title: proposal.title, contentHash: proposal.contentHash },
		council: lines.filter(isCouncils),
		mayor: lines.filter((line) => !isCouncils(line)),
		isOpen: vote === null || decision === null,
		mayPublish: can(actor, 'publication.manage', { municipalityId: municipality.id }),
	});
}
