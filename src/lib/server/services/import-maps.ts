import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import { DENIED, type Ctx, type Refused } from '../context.ts';
import { deleteMap, listMaps } from '../queries/import-map.ts';
import { recordAudit } from './audit.ts';
import { openMunicipality } from './workspace.ts';

/** Forgets what the columns of a table meant; files that are in preparation keep the choices they have. */
export async function forgetMap(ctx: Ctx, slug: string, id: string): Promise<Result<null, Refused>> {
	const opened = await openMunicipality(ctx, slug, 'import.use');
	if (!opened.ok) return opened;
	const { actor, municipality } = opened.value;
	return ctx.db.transaction().execute(async (tx): Promise<Result<null, Refused>> => {
		const map = (await listMaps(tx, municipality.id)).find((one) => one.id === id);
		if (!map || !(await deleteMap(tx, municipality.id, id))) return err(DENIED);
		await recordAudit(ctx, tx, {
			actor,
			municipalityId: municipality.id,
			action: 'import.forget-map',
			entity: 'import-map',
			entityKey: id,
			versionId: null,
			before: { kind: map.kind, columns: map.columns },
			after: null,
		});
		return ok(null);
	});
}
