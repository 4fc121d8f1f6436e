import type { Actor } from '#lib/domain/access/index.ts';
import { addDays, type MunicipalityId } from '#lib/domain/shared/index.ts';
import type { Ctx } from '../context.ts';
import { findBatch, listForgotten, replaceContent, updateBatch } from '../queries/import.ts';
import { auditFile } from './import-trail.ts';

/**
 * So long a file waits to be taken in before what was read of it is deleted: two months are longer than any municipality
 * took to mend its table, and rows of people are not to lie about for longer than they are needed.
 */
const KEPT_DAYS = 60;

/** Deletes what was read of files that nobody took in; the list goes on to say that they were there. */
export async function forgetOld(ctx: Ctx, municipalityId: MunicipalityId, actor: Actor): Promise<void> {
	const before = addDays(ctx.clock.today(), -KEPT_DAYS);
	await ctx.db.transaction().execute(async (tx) => {
		for (const id of await listForgotten(tx, municipalityId, before)) {
			const batch = await findBatch(tx, municipalityId, id);
			if (!batch) continue;
			await updateBatch(tx, { id, revision: null }, { state: 'refused', refusal: 'file/expired' });
			await replaceContent(tx, id, null);
			await auditFile(ctx, tx, { actor, municipalityId }, 'import.expire', batch);
		}
	});
}
