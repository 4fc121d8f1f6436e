import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import { authoriseInstallation, DENIED, type Ctx, type Denied } from '../context.ts';
import { deleteMunicipality, holdsAnything } from '../queries/municipality-holdings.ts';
import { findMunicipalityBySlug } from '../queries/municipality.ts';
import { recordAudit } from './audit.ts';

export type RemovalRefusal =
	/** Something besides its first, empty version stands in it. */
	{ readonly code: 'municipality/not-empty' } | { readonly code: 'municipality/stale' };

/**
 * Removes a municipality that was made by mistake: one that holds nothing but its first version, empty. The trail keeps
 * that it was made and removed. Errors: `municipality/not-empty`, `municipality/stale`.
 */
export async function removeMunicipality(
	ctx: Ctx,
	at: { readonly slug: string; readonly revision: number },
): Promise<Result<null, Denied | RemovalRefusal>> {
	const allowed = authoriseInstallation(ctx);
	if (!allowed.ok) return allowed;
	return ctx.db.transaction().execute(async (tx) => {
		const municipality = await findMunicipalityBySlug(tx, at.slug);
		if (!municipality) return err(DENIED);
		const { id, ...before } = municipality;
		if (await holdsAnything(tx, id)) return err({ code: 'municipality/not-empty' });
		if (!(await deleteMunicipality(tx, { id, revision: at.revision })))
			return err({ code: 'municipality/stale' });
		await recordAudit(ctx, tx, {
			...{ actor: allowed.value, municipalityId: null, versionId: null, before, after: null },
			...{ action: 'municipality.remove', entity: 'municipality', entityKey: id },
		});
		return ok(null);
	});
}
