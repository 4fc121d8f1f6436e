import type { OverlapVerdict, StoredVerdict } from '#lib/domain/overlap/index.ts';
import type { MunicipalityId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';

/** All verdicts of a municipality, newest first, with the name of whoever decided. */
export async function listVerdicts(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<readonly StoredVerdict[]> {
	const rows = await db
		.selectFrom('overlap_verdict')
		.leftJoin('user', 'user.id', 'overlap_verdict.decided_by')
		.selectAll('overlap_verdict')
		.select('user.name as decider')
		.where('municipality_id', '=', municipalityId)
		.orderBy('decided_at', 'desc')
		.orderBy('overlap_verdict.id', 'desc')
		.execute();
	return rows.map((row) => ({
		functionA: row.function_a,
		functionB: row.function_b,
		fingerprintA: row.text_hash_a,
		fingerprintB: row.text_hash_b,
		verdict: row.verdict,
		reason: row.reason,
		decidedBy: row.decider ?? row.decided_by,
		decidedAt: row.decided_at,
	}));
}

export interface NewVerdict {
	readonly id: string;
	readonly municipalityId: MunicipalityId;
	/** The smaller key first. */
	readonly functions: readonly [string, string];
	readonly fingerprints: readonly [string, string];
	readonly verdict: OverlapVerdict;
	readonly reason: string;
	readonly decidedBy: string;
	readonly decidedAt: string;
}

export async function insertVerdict(tx: Tx, verdict: NewVerdict): Promise<void> {
	await tx
		.insertInto('overlap_verdict')
		.values({
			id: verdict.id,
			municipality_id: verdict.municipalityId,
			function_a: verdict.functions[0],
			function_b: verdict.functions[1],
			text_hash_a: verdict.fingerprints[0],
			text_hash_b: verdict.fingerprints[1],
			verdict: verdict.verdict,
			reason: verdict.reason,
			decided_by: verdict.decidedBy,
			decided_at: verdict.decidedAt,
		})
		.execute();
}

/** Takes away the verdict given at a moment on exactly these texts; false where there is none such. */
export async function deleteVerdict(
	tx: Tx,
	{
		municipalityId,
		functions,
		fingerprints,
		decidedAt,
	}: Pick<NewVerdict, 'municipalityId' | 'functions' | 'fingerprints' | 'decidedAt'>,
): Promise<boolean> {
	const { numDeletedRows } = await tx
		.deleteFrom('overlap_verdict')
		.where('municipality_id', '=', municipalityId)
		.where('function_a', '=', functions[0])
		.where('function_b', '=', functions[1])
		.where('text_hash_a', '=', fingerprints[0])
		.where('text_hash_b', '=', fingerprints[1])
		.where('decided_at', '=', decidedAt)
		.executeTakeFirstOrThrow();
	return numDeletedRows > 0n;
}

export async function deleteVerdicts(
	tx: Tx,
	municipalityId: MunicipalityId,
	ids: readonly string[],
): Promise<void> {
	if (ids.length === 0) return;
	await tx
		.deleteFrom('overlap_verdict')
		.where('municipality_id', '=', municipalityId)
		.where('id', 'in', ids)
		.execute();
}
