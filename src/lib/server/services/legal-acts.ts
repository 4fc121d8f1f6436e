import { freshKey } from '#lib/domain/org/index.ts';
import { err, ok, type IsoDate, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx } from '../context.ts';
import { listLegalActs } from '../queries/legal.ts';
import { insertLocalAct, updateAct, type RegisteredAct } from '../queries/legal-register.ts';
import { recordAudit } from './audit.ts';
import { FORBIDDEN, editInAct, type ActAddress, type LegalRefusal } from './legal-save.ts';
import { openMunicipality } from './workspace.ts';

export const ACT_KINDS = [
	'law',
	'code',
	'ordinance',
	'regulation',
	'eu-regulation',
	'municipal-ordinance',
	'municipal-rules',
	'organisational-rules',
	'council-decision',
	'mayor-order',
] as const;
export type ActKind = (typeof ACT_KINDS)[number];

export interface ActGiven {
	readonly abbreviation: string;
	readonly name: string;
	readonly kind: ActKind;
	readonly validFrom: IsoDate | null;
	readonly validTo: IsoDate | null;
}

/** Enters an act of the municipality; a national one only for the administrator. */
export async function addAct(
	ctx: Ctx,
	slug: string,
	given: ActGiven & { readonly isNational: boolean },
): Promise<Result<string, LegalRefusal>> {
	const opened = await openMunicipality(ctx, slug, 'structure.edit');
	if (!opened.ok) return opened;
	const { municipality, actor } = opened.value;
	const { isNational, ...facts } = given;
	if (isNational && !actor.isAdministrator) return err(FORBIDDEN);
	if (!isInOrder(given)) return err({ code: 'legal/validity' });
	const of = isNational ? null : municipality.id;
	return ctx.db.transaction().execute(async (tx): Promise<Result<string, LegalRefusal>> => {
		const taken = new Set((await listLegalActs(tx, [municipality.id])).map(({ key }) => key));
		const key = freshKey(isNational ? 'bg' : municipality.slug, given.abbreviation, taken);
		const act: RegisteredAct = { key, municipalityId: of, ...facts };
		await insertLocalAct(tx, act);
		await recordAudit(ctx, tx, {
			...{ actor, municipalityId: of, action: 'act.create', entity: 'legal-act', entityKey: key },
			...{ versionId: null, before: null, after: act },
		});
		return ok(key);
	});
}

export function editAct(
	ctx: Ctx,
	at: ActAddress & { readonly revision: number },
	given: ActGiven,
): Promise<Result<null, LegalRefusal>> {
	return editInAct(ctx, at, async ({ act }) => {
		if (!isInOrder(given)) return err({ code: 'legal/validity' });
		const after = { ...act, ...given };
		const entry = { action: 'act.change', entity: 'legal-act', key: act.key, before: act, after };
		return ok({
			...entry,
			write: async (tx) => ((await updateAct(tx, after, at.revision)) ? null : undefined),
		});
	});
}

function isInOrder({ validFrom, validTo }: Pick<ActGiven, 'validFrom' | 'validTo'>): boolean {
	return validFrom === null || validTo === null || validFrom < validTo;
}
