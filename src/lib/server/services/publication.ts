import { createHash } from 'node:crypto';
import { publicContent } from '#exports/public-page/content.ts';
import { can } from '#lib/domain/access/index.ts';
import {
	mentionsPerson,
	redactFacts,
	type PublicContent,
	type RedactionLevel,
} from '#lib/domain/publication/index.ts';
import { err, ok, slug as slugOf, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { findStandingUndo, type ApplicationEvent } from '../queries/adoption.ts';
import { listEmployees } from '../queries/employee.ts';
import {
	findPublicationBySlug,
	findPublicationOfProposal,
	insertPublication,
	updatePublication,
	type PublicationRecord,
} from '../queries/publication.ts';
import { recordAudit } from './audit.ts';
import { openPapers, type NotIntact, type OpenPapers } from './paper-model.ts';
import { openProposal, type OpenProposal, type ProposalAddress } from './proposal.ts';

export type PublicationRefusal =
	| NotIntact
	/** Only an adopted decision is published. */
	| { readonly code: 'publication/not-adopted' }
	/** Somebody published or withdrew it meanwhile. */
	| { readonly code: 'publication/stale' }
	| { readonly code: 'publication/name-in-title' };

/** What a level would read of a decision, and what is published of it. */
export interface PublicationPreview {
	readonly papers: OpenPapers;
	/** Null while there is no adopted decision. */
	readonly content: PublicContent | null;
	readonly publication: PublicationRecord | null;
	/** When and why the decision stopped being applied; null while it is applied or not decided. */
	readonly undone: ApplicationEvent | null;
}

/** The page of a decision as a level reads it, before it is published. */
export async function previewPublication(
	ctx: Ctx,
	address: ProposalAddress,
	level: RedactionLevel,
): Promise<Result<PublicationPreview, Refused | NotIntact>> {
	const found = await openPapers(ctx, address, 'publication.manage');
	if (!found.ok) return found;
	const papers = found.value;
	const { id } = papers.open.proposal;
	return ok({
		...{ papers, content: contentFor(papers, level, await namesOfPeople(ctx, papers)) },
		publication: (await findPublicationOfProposal(ctx.db, id)) ?? null,
		undone: (await findStandingUndo(ctx.db, id)) ?? null,
	});
}

/**
 * Publishes the adopted decision as citizens read it, or publishes it anew at the same address. What is stored is the
 * redacted view alone. Errors: `publication/not-adopted`, `publication/stale`, `publication/name-in-title`.
 */
export async function publishDecision(
	ctx: Ctx,
	address: ProposalAddress,
	/** What the person saw: the revision of the publication, or 0 where there was none. */
	revision: number,
): Promise<Result<string, Refused | PublicationRefusal>> {
	const found = await openPapers(ctx, address, 'publication.manage');
	if (!found.ok) return found;
	const papers = found.value;
	const people = await namesOfPeople(ctx, papers);
	const content = contentFor(papers, 'public', people);
	if (!content) return err({ code: 'publication/not-adopted' });
	if (textsToCheck(content).some((one) => mentionsPerson(one, people)))
		return err({ code: 'publication/name-in-title' });
	const text = JSON.stringify(content);
	const stored = { content: text, contentHash: createHash('sha256').update(text).digest('hex') };
	return ctx.db.transaction().execute(async (tx) => {
		const known = await findPublicationOfProposal(tx, papers.open.proposal.id);
		if ((known?.revision ?? 0) !== revision) return err({ code: 'publication/stale' });
		const slug = known?.slug ?? (await freeSlug(tx, papers, content));
		if (known) await updatePublication(tx, known, { state: 'published', ...stored, at: ctx.clock.now() });
		else await insertFirst(ctx, tx, papers, { slug, ...stored });
		await auditPublication(ctx, tx, papers.open, {
			action: 'publication.publish',
			slug,
			hash: stored.contentHash,
		});
		return ok(slug);
	});
}

/**
 * Takes a publication back, whatever became of the proposal since; its address stays its own. Error:
 * `publication/stale`.
 */
export async function withdrawPublication(
	ctx: Ctx,
	address: ProposalAddress,
	revision: number,
): Promise<Result<null, Refused | PublicationRefusal>> {
	const found = await openProposal(ctx, address);
	if (!found.ok) return found;
	const open = found.value;
	if (!can(open.actor, 'publication.manage', { municipalityId: open.municipality.id }))
		return err({ code: 'access/forbidden' });
	return ctx.db.transaction().execute(async (tx) => {
		const known = await findPublicationOfProposal(tx, open.proposal.id);
		if (known?.state !== 'published' || known.revision !== revision)
			return err({ code: 'publication/stale' });
		const to = { state: 'withdrawn', at: ctx.clock.now(), by: open.actor.name } as const;
		await updatePublication(tx, known, to);
		const { slug, contentHash: hash } = known;
		await auditPublication(ctx, tx, open, { action: 'publication.withdraw', slug, hash });
		return ok(null);
	});
}

function contentFor(
	{ adopted, decision, open }: OpenPapers,
	level: RedactionLevel,
	people: readonly string[],
): PublicContent | null {
	if (!adopted || !decision) return null;
	const snapshotId = open.proposal.contentHash;
	return publicContent(adopted, redactFacts(adopted, level, people), { decision, snapshotId });
}

/** Texts that people write freely and that are published whole; a reason that names a person is left out instead. */
function textsToCheck({ title, legalGround, points }: PublicContent): readonly string[] {
	return [title, legalGround, ...points.map((point) => point.title.bg)];
}

/** Names that no published text may hold; they are looked for and never handed on. */
async function namesOfPeople(ctx: Ctx, { open }: OpenPapers): Promise<readonly string[]> {
	return (await listEmployees(ctx.db, open.municipality.id)).map(({ name }) => name);
}

/** „45-2026-12-10“; numbered where another decision of the same number and day has it. */
async function freeSlug(tx: Tx, { open }: OpenPapers, content: PublicContent): Promise<string> {
	const base = `${slugOf(content.number) || 'reshenie'}-${content.decidedOn}`;
	for (let at = 1; ; at++) {
		const slug = at === 1 ? base : `${base}-${at}`;
		if (!(await findPublicationBySlug(tx, open.municipality.id, slug))) return slug;
	}
}

async function insertFirst(
	ctx: Ctx,
	tx: Tx,
	{ open }: OpenPapers,
	stored: Pick<PublicationRecord, 'slug' | 'content' | 'contentHash'>,
): Promise<void> {
	await insertPublication(tx, {
		...{ id: ctx.newId(), municipalityId: open.municipality.id, proposalId: open.proposal.id, ...stored },
		...{ publishedAt: ctx.clock.now(), publishedBy: open.actor.name },
	});
}

async function auditPublication(
	ctx: Ctx,
	tx: Tx,
	{ actor, municipality, proposal }: OpenProposal,
	{ action, ...after }: { readonly action: string; readonly slug: string; readonly hash: string },
): Promise<void> {
	await recordAudit(ctx, tx, {
		...{ actor, action, after, municipalityId: municipality.id },
		...{ entity: 'proposal', entityKey: proposal.id, versionId: null, before: null },
	});
}
