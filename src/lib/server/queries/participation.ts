import type { Participation, ParticipationPlace } from '#lib/domain/org/index.ts';
import type { VersionId } from '#lib/domain/shared/index.ts';
import type { Tx } from '../db/index.ts';
import { insertParticipation } from './structure-insert.ts';

/** Puts one participation, or none, at a place; whatever stood there is removed. */
export async function replaceParticipation(
	tx: Tx,
	versionId: VersionId,
	change: { readonly place: ParticipationPlace; readonly after: Participation | null },
	id: string,
): Promise<void> {
	const { place, after } = change;
	let removal = tx
		.deleteFrom('participation')
		.where('version_id', '=', versionId)
		.where('function_key', '=', place.functionKey)
		.where('unit_key', '=', place.unitKey);
	removal =
		place.postKey === null
			? removal.where('post_key', 'is', null)
			: removal.where('post_key', '=', place.postKey);
	await removal.execute();
	if (after === null) return;
	const sort = await nextSort(tx, versionId);
	await insertParticipation(tx, versionId, { participation: after, sort }, id);
}

async function nextSort(tx: Tx, versionId: VersionId): Promise<number> {
	const row = await tx
		.selectFrom('participation')
		.select((eb) => eb.fn.max('sort').as('last'))
		.where('version_id', '=', versionId)
		.executeTakeFirst();
	return (row?.last ?? 0) + 1;
}
