import type { Actor } from '#lib/domain/access/index.ts';
import type { Ctx } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { insertAudit, insertAudits, type NewAudit } from '../queries/audit.ts';
import { withoutPeople } from './trail-training.ts';

/** Writes who did what, in the same transaction as the change itself. */
export async function recordAudit(
	ctx: Ctx,
	tx: Tx,
	entry: Omit<NewAudit, 'id' | 'at' | 'actor'> & { readonly actor: Actor },
): Promise<void> {
	await insertAudit(tx, { ...entry, told: withoutPeople(entry), id: ctx.newId(), at: ctx.clock.now() });
}

/** The same for many changes at once, in their order. */
export async function recordAudits(
	ctx: Ctx,
	tx: Tx,
	entries: readonly (Omit<NewAudit, 'id' | 'at' | 'actor'> & { readonly actor: Actor })[],
): Promise<void> {
	const at = ctx.clock.now();
	await insertAudits(
		tx,
		entries.map((entry) => ({ ...entry, told: withoutPeople(entry), id: ctx.newId(), at })),
	);
}
