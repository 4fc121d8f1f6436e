import type { MunicipalityId, ProposalId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';
import type { PublicationTable } from '../db/schema/publication.ts';

/** What citizens read of a decision. */
export interface PublicationRecord {
	readonly id: string;
	readonly municipalityId: MunicipalityId;
	readonly proposalId: ProposalId;
	/** Last part of the address; stays the same for good. */
	readonly slug: string;
	readonly state: PublicationTable['state'];
	/** The redacted view as it was stored, character for character. */
	readonly content: string;
	readonly contentHash: string;
	readonly revision: number;
	/** The first publishing; the address is known since then. */
	readonly publishedAt: string;
	readonly publishedBy: string;
	/** The last publishing. */
	readonly updatedAt: string;
	readonly withdrawnAt: string | null;
}

export async function findPublicationOfProposal(
	db: Reader,
	proposalId: ProposalId,
): Promise<PublicationRecord | undefined> {
	const row = await db
		.selectFrom('publication')
		.selectAll()
		.where('proposal_id', '=', proposalId)
		.executeTakeFirst();
	return row && toRecord(row);
}

export async function findPublicationBySlug(
	db: Reader,
	municipalityId: MunicipalityId,
	slug: string,
): Promise<PublicationRecord | undefined> {
	const row = await db
		.selectFrom('publication')
		.selectAll()
		.where('municipality_id', '=', municipalityId)
		.where('slug', '=', slug)
		.executeTakeFirst();
	return row && toRecord(row);
}

/** What is published now, the newest first. */
export async function listPublished(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<readonly PublicationRecord[]> {
	const rows = await db
		.selectFrom('publication')
		.selectAll()
		.where('municipality_id', '=', municipalityId)
		.where('state', '=', 'published')
		.orderBy('published_at', 'desc')
		.orderBy('id')
		.execute();
	return rows.map(toRecord);
}

export async function insertPublication(
	tx: Tx,
	publication: Omit<PublicationRecord, 'state' | 'revision' | 'updatedAt' | 'withdrawnAt'>,
): Promise<void> {
	await tx
		.insertInto('publication')
		.values({
			id: publication.id,
			municipality_id: publication.municipalityId,
			proposal_id: publication.proposalId,
			slug: publication.slug,
			state: 'published',
			content: publication.content,
			content_hash: publication.contentHash,
			published_at: publication.publishedAt,
			published_by: publication.publishedBy,
			updated_at: publication.publishedAt,
			withdrawn_at: null,
			withdrawn_by: null,
		})
		.execute();
}

/** Publishes anew or withdraws from the revision that the person saw; false when it moved on meanwhile. */
export async function updatePublication(
	tx: Tx,
	seen: { readonly id: string; readonly revision: number },
	to:
		| {
				readonly state: 'published';
				readonly content: string;
				readonly contentHash: string;
				readonly at: string;
		  }
		| { readonly state: 'withdrawn'; readonly at: string; readonly by: string },
): Promise<boolean> {
	const change =
		to.state === 'published'
			? {
					...{ state: to.state, content: to.content, content_hash: to.contentHash, updated_at: to.at },
					...{ withdrawn_at: null, withdrawn_by: null },
				}
			: { state: to.state, withdrawn_at: to.at, withdrawn_by: to.by };
	const result = await tx
		.updateTable('publication')
		.set((eb) => ({ ...change, revision: eb('revision', '+', 1) }))
		.where('id', '=', seen.id)
		.where('revision', '=', seen.revision)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

function toRecord(row: Omit<PublicationTable, 'revision'> & { revision: number }): PublicationRecord {
	return {
		id: row.id,
		municipalityId: row.municipality_id as MunicipalityId,
		proposalId: row.proposal_id as ProposalId,
		slug: row.slug,
		state: row.state,
		content: row.content,
		contentHash: row.content_hash,
		revision: row.revision,
		publishedAt: row.published_at,
		publishedBy: row.published_by,
		updatedAt: row.updated_at,
		withdrawnAt: row.withdrawn_at,
	};
}
