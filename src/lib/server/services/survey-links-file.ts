import { linksWorkbook, type LinkLine } from '#exports/survey/links-workbook.ts';
import { workbookBytes } from '#exports/shared/write.ts';
import { ok, type Result } from '#lib/domain/shared/index.ts';
import type { Locale } from '#lib/paraglide/runtime.js';
import type { Ctx, Refused } from '../context.ts';
import { openSurvey, type SurveyAddress } from './survey-open.ts';

export type { LinkLine };

/** Links that were just made as a workbook; it lives only in the answer in which they are shown. */
export async function makeLinksFile(
	ctx: Ctx,
	address: SurveyAddress,
	{ links, locale }: { readonly links: readonly LinkLine[]; readonly locale: Locale },
): Promise<Result<Uint8Array, Refused>> {
	const opened = await openSurvey(ctx, address, 'survey.manage');
	if (!opened.ok) return opened;
	const { campaign, municipality, actor } = opened.value;
	const today = ctx.clock.today();
	const spec = linksWorkbook({
		colophon: {
			...{ municipality, locale, asOf: today, structureValidFrom: today, snapshotId: null },
			...{ createdAt: ctx.clock.now(), madeBy: actor.name },
		},
		campaign: campaign.name,
		links,
	});
	return ok(await workbookBytes(spec));
}
