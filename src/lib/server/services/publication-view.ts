import { publicSvg } from '#exports/public-page/files.ts';
import type { Locale } from '#exports/shared/cover.ts';
import type { PublicContent, RedactionLevel } from '#lib/domain/publication/index.ts';
import { ok, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import type { PublicationRecord } from '../queries/publication.ts';
import { previewPublication } from './publication.ts';
import type { NotIntact } from './paper-model.ts';
import type { ProposalAddress } from './proposal.ts';

/** The page on which a decision is published. */
export interface PublicationView {
	readonly level: RedactionLevel;
	/** Null while there is no adopted decision. */
	readonly content: PublicContent | null;
	/** Drawings of both sides, as addresses that hold the picture themselves. */
	readonly pictures: { readonly before: string; readonly after: string };
	readonly publication: Pick<
		PublicationRecord,
		'slug' | 'state' | 'revision' | 'publishedBy' | 'updatedAt' | 'withdrawnAt'
	> | null;
	/** When the decision stopped being applied, and why; null while it is applied or not decided. */
	readonly undone: { readonly at: string; readonly reason: string } | null;
}

/** What a level would read of a decision, with what is published of it. */
export async function viewPublication(
	ctx: Ctx,
	address: ProposalAddress,
	wanted: { readonly level: RedactionLevel; readonly locale: Locale },
): Promise<Result<PublicationView, Refused | NotIntact>> {
	const found = await previewPublication(ctx, address, wanted.level);
	if (!found.ok) return found;
	const { content, publication, undone } = found.value;
	const options = { locale: wanted.locale, undoneAt: undone?.at ?? null };
	const picture = (side: 'before' | 'after') =>
		content === null ? '' : asAddress(publicSvg(content, side, options));
	return ok({
		...{ level: wanted.level, content },
		pictures: { before: picture('before'), after: picture('after') },
		publication: publication && {
			...{ slug: publication.slug, state: publication.state, revision: publication.revision },
			...{ publishedBy: publication.publishedBy, updatedAt: publication.updatedAt },
			withdrawnAt: publication.withdrawnAt,
		},
		undone: undone && { at: undone.at, reason: undone.note },
	});
}

function asAddress(svg: string): string {
	return `data:image/svg+xml;base64,${Buffer.from(svg, 'utf8').toString('base64')}`;
}
