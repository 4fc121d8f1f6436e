import type { Generated } from 'kysely';

/** What citizens read of a decision. Row types as stored; they never leave `db` and `queries`. */
export interface PublicationTable {
	id: string;
	municipality_id: string;
	proposal_id: string;
	slug: string;
	state: 'published' | 'withdrawn';
	/** JSON of the redacted view. */
	content: string;
	content_hash: string;
	revision: Generated<number>;
	published_at: string;
	published_by: string;
	updated_at: string;
	withdrawn_at: string | null;
	withdrawn_by: string | null;
}
