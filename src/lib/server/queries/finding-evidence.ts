import type { EvidenceKind } from '#lib/domain/overlap/index.ts';
import type { FindingId, MunicipalityId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';

/** What a finding rests on: a reference that can be opened, and what it said when the finding was made. */
export interface Evidence {
	readonly kind: EvidenceKind;
	/** Key of the function, power, unit, post, area, check or rule. */
	readonly ref: string;
	/** The other function of a pair, or the unit of a check; null where there is none. */
	readonly ref2: string | null;
	/** Values at the time, as plain JSON. */
	readonly data: unknown;
}

export async function listEvidence(db: Reader, findingId: FindingId): Promise<readonly Evidence[]> {
	const rows = await db
		.selectFrom('finding_evidence')
		.select(['kind', 'ref', 'ref2', 'data'])
		.where('finding_id', '=', findingId)
		.orderBy('sort')
		.orderBy('id')
		.execute();
	return rows.map((row) => ({ ...row, data: JSON.parse(row.data) as unknown }));
}

/** Evidence of every finding of a municipality that rests on a kind of thing, to mark what is already a finding. */
export async function listEvidenceOf(
	db: Reader,
	municipalityId: MunicipalityId,
	kind: EvidenceKind,
): Promise<readonly (Omit<Evidence, 'data'> & { readonly findingId: FindingId; readonly number: number })[]> {
	const rows = await db
		.selectFrom('finding_evidence')
		.innerJoin('finding', 'finding.id', 'finding_evidence.finding_id')
		.select(['finding.id', 'finding.number', 'finding_evidence.kind', 'ref', 'ref2'])
		.where('finding.municipality_id', '=', municipalityId)
		.where('finding_evidence.kind', '=', kind)
		.orderBy('finding.number')
		.execute();
	return rows.map(({ id, ...row }) => ({ ...row, findingId: id as FindingId }));
}

export async function insertEvidence(
	tx: Tx,
	findingId: FindingId,
	evidence: readonly (Evidence & { readonly id: string })[],
): Promise<void> {
	if (evidence.length === 0) return;
	await tx
		.insertInto('finding_evidence')
		.values(
			evidence.map(({ id, kind, ref, ref2, data }, sort) => ({
				id,
				finding_id: findingId,
				kind,
				ref,
				ref2,
				data: JSON.stringify(data ?? null),
				sort,
			})),
		)
		.execute();
}
