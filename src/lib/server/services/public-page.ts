import { publicCsv, publicFileName, publicSvg, publicWorkbook } from '#exports/public-page/files.ts';
import type { Locale } from '#exports/shared/cover.ts';
import { withEnding } from '#exports/shared/file-name.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import type { PublicContent } from '#lib/domain/publication/index.ts';
import { err, ok, type IsoDate, type Result } from '#lib/domain/shared/index.ts';
import { DENIED, type Ctx, type Denied } from '../context.ts';
import { listApplicationEvents } from '../queries/adoption.ts';
import { findMunicipalityBySlug } from '../queries/municipality.ts';
import { findPublicationBySlug, listPublished, type PublicationRecord } from '../queries/publication.ts';
import { fileOf, makeWorkbookFile, type WorkbookFile } from './export-file.ts';

/** It was public once and is no longer. */
export type Withdrawn = { readonly code: 'publication/withdrawn' };

/** A decision as everybody reads it, without an account. */
export interface PublicDecision {
	readonly content: PublicContent;
	readonly updatedAt: string;
	/** Whether the structure holds today. */
	readonly isInForce: boolean;
	/** The moment at which the decision stopped being applied; null while it is applied. */
	readonly undoneAt: string | null;
}

/** What is published of a municipality; nothing tells an unknown municipality from one that never existed. */
export interface PublicList {
	readonly slug: string;
	readonly name: LocalText;
	readonly decisions: readonly {
		readonly slug: string;
		readonly number: string;
		readonly decidedOn: IsoDate;
		readonly effectiveOn: IsoDate;
		readonly title: string;
		readonly publishedAt: string;
		readonly updatedAt: string;
		readonly sentences: PublicContent['sentences'];
		readonly undoneAt: string | null;
	}[];
}

/** A published decision by its address. Errors: not found, `publication/withdrawn`. */
export async function readPublicDecision(
	ctx: Ctx,
	address: { readonly municipality: string; readonly decision: string },
): Promise<Result<PublicDecision, Denied | Withdrawn>> {
	const municipality = await findMunicipalityBySlug(ctx.db, address.municipality);
	const found = municipality && (await findPublicationBySlug(ctx.db, municipality.id, address.decision));
	if (!found) return err(DENIED);
	if (found.state === 'withdrawn') return err({ code: 'publication/withdrawn' });
	const content = contentOf(found.content);
	const undone = await undoneOf(ctx, found);
	return ok({
		...{ content, updatedAt: undone.updatedAt, undoneAt: undone.at },
		isInForce: undone.at === null && content.effectiveOn <= ctx.clock.today(),
	});
}

/** The published decisions of a municipality, the newest first. */
export async function listPublicDecisions(ctx: Ctx, slug: string): Promise<Result<PublicList, Denied>> {
	const municipality = await findMunicipalityBySlug(ctx.db, slug);
	if (!municipality) return err(DENIED);
	const decisions: PublicList['decisions'][number][] = [];
	for (const one of await listPublished(ctx.db, municipality.id)) {
		const { number, decidedOn, effectiveOn, title, sentences } = contentOf(one.content);
		const { at: undoneAt, updatedAt } = await undoneOf(ctx, one);
		decisions.push({
			...{ slug: one.slug, number, decidedOn, effectiveOn, title, sentences },
			...{ publishedAt: one.publishedAt, updatedAt, undoneAt },
		});
	}
	return ok({ slug: municipality.slug, name: municipality.name, decisions });
}

/** What is published is frozen; whether the decision is applied is looked up each time, and changes the page. */
async function undoneOf(
	ctx: Ctx,
	{ proposalId, updatedAt }: PublicationRecord,
): Promise<{ readonly at: string | null; readonly updatedAt: string }> {
	const last = (await listApplicationEvents(ctx.db, proposalId)).at(-1);
	return {
		at: last?.action === 'application-undone' ? last.at : null,
		// the end of an undo changes the page as well, and the time of a change never goes back
		updatedAt: last && last.at > updatedAt ? last.at : updatedAt,
	};
}

const FILES = ['before.svg', 'after.svg', 'numbers.xlsx', 'numbers.csv'] as const;
export type PublicFile = (typeof FILES)[number];

export function parsePublicFile(name: string): PublicFile | undefined {
	return FILES.find((file) => file === name);
}

/** A file of a published decision; `page` is the address that it names. It says when the decision is applied no longer. */
export async function publicFile(
	{ content, undoneAt }: Pick<PublicDecision, 'content' | 'undoneAt'>,
	file: PublicFile,
	{ page, locale }: { readonly page: string; readonly locale: Locale },
): Promise<WorkbookFile> {
	const options = { undoneAt, locale };
	const name = publicFileName(content, locale);
	if (file === 'numbers.xlsx') return makeWorkbookFile(publicWorkbook(content, page, options), name);
	const bytes = (text: string) => new TextEncoder().encode(text);
	if (file === 'numbers.csv')
		return fileOf(bytes(publicCsv(content, options)), withEnding(name, 'csv'), 'text/csv; charset=utf-8');
	const side = file === 'before.svg' ? 'before' : 'after';
	const svg = bytes(publicSvg(content, side, options));
	return fileOf(svg, withEnding(name, 'svg'), 'image/svg+xml; charset=utf-8');
}

function contentOf(text: string): PublicContent {
	// Written by `publishDecision`.
	return JSON.parse(text) as PublicContent;
}
