import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import { transact, type Ctx, type Refused } from '../context.ts';
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
async function openForEdit(ctx: Ctx, { slug, act }: ActAddress): Promise<Result<OpenAct, Refused>> {
	const found = await openAct(ctx, { slug }, act);
	if (!found.ok) return found;
	return found.value.mayEdit ? found : err(FORBIDDEN);
}

/** What is written inside an act, with its entry in the trail. */
export interface ActWriting<T> {
	readonly action: string;
	readonly entity: string;
	readonly key: string;
	readonly before: unknown;
	readonly after: unknown;
	/** Undefined where somebody was first. */
	readonly write: (tx: Tx) => Promise<T | undefined>;
}

/** One change inside an act: opened, planned and written with its trail in one transaction. Error `legal/stale`. */
export function editInAct<T>(
	ctx: Ctx,
	at: ActAddress,
	plan: (found: OpenAct, inside: Ctx) => Promise<Result<ActWriting<T>, LegalRefusal>>,
): Promise<Result<T, LegalRefusal>> {
	return transact(ctx, async (inside, tx): Promise<Result<T, LegalRefusal>> => {
		const found = await openForEdit(inside, at);
		if (!found.ok) return found;
		const planned = await plan(found.value, inside);
		if (!planned.ok) return planned;
		const { action, entity, key: entityKey, before, after, write } = planned.value;
		const value = await write(tx);
		if (value === undefined) return err({ code: 'legal/stale' });
		const { act, opened } = found.value;
		const entry = { action, entity, entityKey, versionId: null, before, after };
		await recordAudit(ctx, tx, { actor: opened.actor, municipalityId: act.municipalityId, ...entry });
		return ok(value);
	});
}
