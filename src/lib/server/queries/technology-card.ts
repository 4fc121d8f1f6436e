import type { CardChange, CardDraft, TechnologyCard } from '#lib/domain/adminservice/index.ts';
import type {
	FunctionKey,
	IsoDate,
	MunicipalityId,
	PostKey,
	TechnologyCardId,
	UnitKey,
	UserId,
} from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';

/** The technology cards of a municipality, by number. */
export async function listCards(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<readonly TechnologyCard[]> {
	const cards = await db
		.selectFrom('technology_card')
		.selectAll()
		.where('municipality_id', '=', municipalityId)
		.orderBy('number')
		.orderBy('id')
		.execute();
	const subjects = Map.groupBy(await subjectRows(db, municipalityId), ({ card_id }) => card_id);
	const changes = Map.groupBy(await changeRows(db, municipalityId), ({ card_id }) => card_id);
	return cards.map((row) => {
		const of = subjects.get(row.id) ?? [];
		const keys = (kind: string) => of.filter((one) => one.kind === kind).map((one) => one.subject_key);
		return {
			id: row.id as TechnologyCardId,
			number: row.number,
			service: row.service,
			unitKey: row.unit_key as UnitKey,
			inForceFrom: row.in_force_from as IsoDate,
			functionKeys: keys('function') as FunctionKey[],
			postKeys: keys('post') as PostKey[],
			changes: (changes.get(row.id) ?? []).map((change) => ({
				...{ id: change.id, changedOn: change.changed_on as IsoDate, what: change.what },
			})),
			revision: row.revision,
		};
	});
}

export interface Made {
	readonly municipalityId: MunicipalityId;
	readonly at: string;
	readonly by: UserId;
}

export async function insertCard(tx: Tx, id: TechnologyCardId, draft: CardDraft, made: Made): Promise<void> {
	await tx
		.insertInto('technology_card')
		.values({
			...{ id, municipality_id: made.municipalityId, created_at: made.at, created_by: made.by },
			...columns(draft),
		})
		.execute();
}

/** False when somebody changed the card since that revision, and nothing was written. */
export async function updateCard(
	tx: Tx,
	of: Pick<TechnologyCard, 'id' | 'revision'>,
	draft: CardDraft,
): Promise<boolean> {
	const result = await tx
		.updateTable('technology_card')
		.set({ ...columns(draft), revision: of.revision + 1 })
		.where('id', '=', of.id)
		.where('revision', '=', of.revision)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

/** Raises the revision of a card whose functions, posts or changes moved: whoever removes it has seen them. */
export async function raiseCard(tx: Tx, of: Pick<TechnologyCard, 'id' | 'revision'>): Promise<void> {
	await tx
		.updateTable('technology_card')
		.set({ revision: of.revision + 1 })
		.where('id', '=', of.id)
		.where('revision', '=', of.revision)
		.execute();
}

export async function deleteCard(tx: Tx, id: TechnologyCardId): Promise<void> {
	await tx.deleteFrom('technology_card').where('id', '=', id).execute();
}

/** What a card touches: a function or a post. */
export interface CardSubject {
	readonly kind: 'function' | 'post';
	readonly key: string;
}

/** Naming the same twice changes nothing: false. */
export async function insertCardSubject(
	tx: Tx,
	id: TechnologyCardId,
	subject: CardSubject,
): Promise<boolean> {
	const result = await tx
		.insertInto('technology_card_subject')
		.values({ card_id: id, kind: subject.kind, subject_key: subject.key })
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return result.numInsertedOrUpdatedRows === 1n;
}

/** False when the card did not name it. */
export async function deleteCardSubject(
	tx: Tx,
	id: TechnologyCardId,
	subject: CardSubject,
): Promise<boolean> {
	const result = await tx
		.deleteFrom('technology_card_subject')
		.where('card_id', '=', id)
		.where('kind', '=', subject.kind)
		.where('subject_key', '=', subject.key)
		.executeTakeFirst();
	return result.numDeletedRows > 0n;
}

export async function insertCardChange(
	tx: Tx,
	id: TechnologyCardId,
	change: CardChange,
	made: Omit<Made, 'municipalityId'>,
): Promise<void> {
	await tx
		.insertInto('technology_card_change')
		.values({
			...{ id: change.id, card_id: id, changed_on: change.changedOn, what: change.what },
			...{ recorded_at: made.at, recorded_by: made.by },
		})
		.execute();
}

export async function deleteCardChange(tx: Tx, changeId: string): Promise<void> {
	await tx.deleteFrom('technology_card_change').where('id', '=', changeId).execute();
}

function columns(draft: CardDraft) {
	return {
		number: draft.number,
		service: draft.service,
		unit_key: draft.unitKey,
		in_force_from: draft.inForceFrom,
	};
}

function subjectRows(db: Reader, municipalityId: MunicipalityId) {
	return db
		.selectFrom('technology_card_subject')
		.innerJoin('technology_card', 'technology_card.id', 'card_id')
		.selectAll('technology_card_subject')
		.where('municipality_id', '=', municipalityId)
		.orderBy('subject_key')
		.execute();
}

function changeRows(db: Reader, municipalityId: MunicipalityId) {
	return db
		.selectFrom('technology_card_change')
		.innerJoin('technology_card', 'technology_card.id', 'card_id')
		.selectAll('technology_card_change')
		.where('municipality_id', '=', municipalityId)
		.orderBy('changed_on', 'desc')
		.execute();
}
