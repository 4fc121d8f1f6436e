import type { Ctx } from '../context.ts';
import { recordAudit } from './audit.ts';
import type { OpenTraining } from './training.ts';

/** Every look at the persons of a training is on record. */
export async function auditPeopleLook(
	ctx: Ctx,
	{ actor, municipality }: Pick<OpenTraining, 'actor' | 'municipality'>,
	entityKey: string,
): Promise<void> {
	await ctx.db.transaction().execute((tx) =>
		recordAudit(ctx, tx, {
			actor,
			municipalityId: municipality.id,
			action: 'people.look',
			entity: 'training-session',
			entityKey,
			versionId: null,
			before: null,
			after: null,
		}),
	);
}
