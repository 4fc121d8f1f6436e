import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { recordAudit } from './audit.ts';
import { openAct, type OpenAct } from './legal-register.ts';

export type LegalRefusal =
	| Refused
	/** Somebody changed it since the person saw it. */
	| { readonly code: 'legal/stale' }
	| { readonly code: 'legal/reference-unread' }
	| { readonly code: 'legal/validity' }
	| { readonly code: 'legal/no-change' };

export const FORBIDDEN = { code: 'access/forbidden' } as const;

export interface ActAddress {
	readonly slug: string;
	readonly act: string;
}

/** Opens an act for whoever may edit it. */
export async function openForEdit(ctx: Ctx, { slug, act }: ActAddress): Promise<Result<OpenAct, Refused>> {
	const found = await openAct(ctx, { slug }, act);
	if (!found.ok) return found;
	return found.value.mayEdit ? found : err(FORBIDDEN);
}

/** One change inside an act with its trail, in one transaction; `write` answers false where somebody was first. */
export async function saveInAct(
	ctx: Ctx,
	{ act, opened }: OpenAct,
	change: {
		readonly action: string;
		readonly entity: string;
		readonly key: string;
		readonly before: unknown;
		readonly after: unknown;
	},
	write: (tx: Tx) => Promise<boolean>,
): Promise<Result<null, LegalRefusal>> {
	const { action, entity, key: entityKey, before, after } = change;
	return ctx.db.transaction().execute(async (tx): Promise<Result<null, LegalRefusal>> => {
		if (!(await write(tx))) return err({ code: 'legal/stale' });
		const entry = { action, entity, entityKey, versionId: null, before, after };
		await recordAudit(ctx, tx, { actor: opened.actor, municipalityId: act.municipalityId, ...entry });
		return ok(null);
	});
}
