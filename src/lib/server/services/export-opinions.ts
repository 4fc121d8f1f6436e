import { opinionsFileName, opinionsPaper } from '#exports/council-papers/opinions.ts';
import type { Locale } from '#exports/shared/cover.ts';
import { DOCUMENT_TYPE, wordBytes } from '#exports/shared/word.ts';
import { can } from '#lib/domain/access/index.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { ledgerOf } from './council-opinion.ts';
import { fileOf, type WorkbookFile } from './export-file.ts';
import { auditPaper } from './export-papers.ts';
import { paperColophon, type NotIntact } from './paper-model.ts';
import { openProposal, type ProposalAddress } from './proposal.ts';

/**
 * The ledger of opinions as a Word paper. It goes from hand to hand, so nobody gets names of private persons in it.
 * Errors: those of access; `review/not-intact` when the contents of the proposal are not what was submitted.
 */
export async function exportOpinions(
	ctx: Ctx,
	address: ProposalAddress,
	locale: Locale,
): Promise<Result<WorkbookFile, Refused | NotIntact>> {
	const found = await openProposal(ctx, address);
	if (!found.ok) return found;
	const open = found.value;
	if (!can(open.actor, 'proposal.export', { municipalityId: open.municipality.id }))
		return err({ code: 'access/forbidden' });
	if (!open.frozen.isIntact) return err({ code: 'review/not-intact' });
	const ledger = {
		colophon: paperColophon(ctx, open, locale),
		...{ day: ctx.clock.today(), number: open.proposal.number, title: open.proposal.title },
		opinions: (await ledgerOf(ctx, open, { withNames: false })).filter(({ removed }) => removed === null),
	};
	const bytes = await wordBytes(opinionsPaper(ledger));
	await auditPaper(ctx, open, 'opinions');
	return ok(fileOf(bytes, opinionsFileName(ledger), DOCUMENT_TYPE));
}
