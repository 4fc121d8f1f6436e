import type { Ctx } from '../context.ts';
import { recordAudit } from './audit.ts';
import type { OpenTraining } from './training.ts';

/** Every look at what is known of persons is on record: who looked, and at what. */
export async function auditLook(
	ctx: Ctx,
	{ actor, municipality }: Pick<OpenTraining, 'actor' | 'municipality'>,
	what: { readonly entity: string; readonly entityKey: string },
): Promise<void> {
	await ctx.db.transaction().execute((tx) =>
		recordAudit(ctx, tx, {
			...what,
			actor,
			municipalityId: municipality.id,
			action: 'people.look',
			versionId: null,
			before: null,
			after: null,
		}),
	);
}
