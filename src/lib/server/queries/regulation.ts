import type { FunctionKind } from '#lib/domain/org/index.ts';
import type { CandidateDecision } from '#lib/domain/regulations/index.ts';
import type { MunicipalityId, UnitKey, UserId, VersionId } from '#lib/domain/shared/index.ts';
import type { Selectable } from 'kysely';
import type { Reader, Tx } from '../db/index.ts';
import type { RegulationTextTable } from '../db/schema/regulations.ts';

/** What was passed over in a document, as its reader counted it. */
export interface TextNote {
	readonly code: string;
	readonly count: number;
}

/** The text of organisational rules that somebody brought, and how far its review came. */
export interface RegulationText {
	readonly id: string;
	readonly municipalityId: MunicipalityId;
	readonly title: string;
	/** The act in the register, once functions were taken from the text. */
	readonly actKey: string | null;
	readonly fileName: string | null;
	readonly content: string;
	/** Numbers of the statements found when it was brought; null for a text brought before they were kept. */
	readonly stated: readonly number[] | null;
	readonly notes: readonly TextNote[];
	readonly state: 'open' | 'applied' | 'undone';
	readonly versionId: VersionId | null;
	readonly runId: string | null;
	readonly revision: number;
	readonly createdAt: string;
	readonly createdBy: UserId;
}

/** A stored decision with its revision, for telling a stale one. */
export interface StoredDecision extends CandidateDecision {
	readonly revision: number;
}

export async function insertRegulation(tx: Tx, text: RegulationText): Promise<void> {
	await tx
		.insertInto('regulation_text')
		.values({
			id: text.id,
			municipality_id: text.municipalityId,
			title: text.title,
			act_key: text.actKey,
			file_name: text.fileName,
			content: text.content,
			stated: text.stated === null ? null : JSON.stringify(text.stated),
			notes: JSON.stringify(text.notes),
			version_id: text.versionId,
			import_run_id: null,
			created_at: text.createdAt,
			created_by: text.createdBy,
		})
		.execute();
}

export async function findRegulation(
	db: Reader,
	municipalityId: MunicipalityId,
	id: string,
): Promise<RegulationText | undefined> {
	const row = await db
		.selectFrom('regulation_text')
		.selectAll()
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', id)
		.executeTakeFirst();
	return row && toText(row);
}

/** Texts of a municipality, newest first. */
export async function listRegulations(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<readonly RegulationText[]> {
	const rows = await db
		.selectFrom('regulation_text')
		.selectAll()
		.where('municipality_id', '=', municipalityId)
		.orderBy('created_at', 'desc')
		.orderBy('id')
		.limit(50)
		.execute();
	return rows.map(toText);
}

/** Fields of a text that may change; the revision grows. False when somebody was quicker. */
export async function updateRegulation(
	tx: Tx,
	at: { readonly id: string; readonly revision: number },
	change: Partial<Pick<RegulationText, 'actKey' | 'state' | 'versionId' | 'runId'>>,
): Promise<boolean> {
	const result = await tx
		.updateTable('regulation_text')
		.set((eb) => ({
			revision: eb('revision', '+', 1),
			...(change.actKey !== undefined && { act_key: change.actKey }),
			...(change.state !== undefined && { state: change.state }),
			...(change.versionId !== undefined && { version_id: change.versionId }),
			...(change.runId !== undefined && { import_run_id: change.runId }),
		}))
		.where('id', '=', at.id)
		.where('revision', '=', at.revision)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

export async function deleteRegulation(tx: Tx, id: string): Promise<boolean> {
	const query = tx.deleteFrom('regulation_text').where('id', '=', id).where('import_run_id', 'is', null);
	return (await query.executeTakeFirst()).numDeletedRows === 1n;
}

export async function listDecisions(
	db: Reader,
	textId: string,
): Promise<ReadonlyMap<number, StoredDecision>> {
	const rows = await db
		.selectFrom('regulation_decision')
		.selectAll()
		.where('regulation_text_id', '=', textId)
		.orderBy('node')
		.execute();
	return new Map(
		rows.map((row) => [
			row.node,
			{
				node: row.node,
				outcome: row.outcome,
				wording: row.wording,
				unitKey: row.unit_key as UnitKey | null,
				// Written by `saveDecision` from a decision.
				kind: row.kind as FunctionKind,
				policyArea: row.policy_area,
				revision: row.revision,
			},
		]),
	);
}

/** The statements of each text that are decided. */
export async function listDecidedNodes(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<ReadonlyMap<string, readonly number[]>> {
	const rows = await db
		.selectFrom('regulation_decision')
		.innerJoin('regulation_text', 'regulation_text.id', 'regulation_decision.regulation_text_id')
		.select(['regulation_text.id as id', 'regulation_decision.node as node'])
		.where('regulation_text.municipality_id', '=', municipalityId)
		.orderBy('regulation_decision.node')
		.execute();
	const byText = Map.groupBy(rows, ({ id }) => id);
	return new Map([...byText].map(([id, own]) => [id, own.map(({ node }) => node)]));
}

/** Texts of a municipality without what they say, newest first. */
export async function listRegulationLines(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<readonly Omit<RegulationText, 'content'>[]> {
	const rows = await db
		.selectFrom('regulation_text')
		.select(['id', 'municipality_id', 'title', 'act_key', 'file_name', 'stated', 'notes', 'state'])
		.select(['version_id', 'import_run_id', 'revision', 'created_at', 'created_by'])
		.where('municipality_id', '=', municipalityId)
		.orderBy('created_at', 'desc')
		.orderBy('id')
		.limit(50)
		.execute();
	return rows.map((row) => toText({ ...row, content: '' }));
}

/** Writes a decision over the one that the person saw (`seen` 0: none); false when somebody was quicker. */
export async function saveDecision(
	tx: Tx,
	textId: string,
	decision: CandidateDecision,
	made: { readonly seen: number; readonly at: string; readonly by: UserId },
): Promise<boolean> {
	const values = {
		outcome: decision.outcome,
		wording: decision.wording,
		unit_key: decision.unitKey,
		kind: decision.kind,
		policy_area: decision.policyArea,
		decided_at: made.at,
		decided_by: made.by,
	};
	if (made.seen === 0) {
		const inserted = await tx
			.insertInto('regulation_decision')
			.values({ regulation_text_id: textId, node: decision.node, ...values })
			.onConflict((conflict) => conflict.doNothing())
			.executeTakeFirst();
		return inserted.numInsertedOrUpdatedRows === 1n;
	}
	const updated = await tx
		.updateTable('regulation_decision')
		.set({ ...values, revision: made.seen + 1 })
		.where('regulation_text_id', '=', textId)
		.where('node', '=', decision.node)
		.where('revision', '=', made.seen)
		.executeTakeFirst();
	return updated.numUpdatedRows === 1n;
}

export async function deleteDecision(
	tx: Tx,
	textId: string,
	at: { readonly node: number; readonly revision: number },
): Promise<boolean> {
	const result = await tx
		.deleteFrom('regulation_decision')
		.where('regulation_text_id', '=', textId)
		.where('node', '=', at.node)
		.where('revision', '=', at.revision)
		.executeTakeFirst();
	return result.numDeletedRows === 1n;
}

function toText(row: Selectable<RegulationTextTable>): RegulationText {
	return {
		id: row.id,
		municipalityId: row.municipality_id as MunicipalityId,
		title: row.title,
		actKey: row.act_key,
		fileName: row.file_name,
		content: row.content,
		stated: row.stated === null ? null : (JSON.parse(row.stated) as readonly number[]),
		notes: JSON.parse(row.notes) as readonly TextNote[],
		state: row.state,
		versionId: row.version_id as VersionId | null,
		runId: row.import_run_id,
		revision: row.revision,
		createdAt: row.created_at,
		createdBy: row.created_by as UserId,
	};
}
