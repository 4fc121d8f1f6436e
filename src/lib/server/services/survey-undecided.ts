import { can } from '#lib/domain/access/index.ts';
import type { Municipality } from '#lib/domain/org/index.ts';
import type { VersionId } from '#lib/domain/shared/index.ts';
import type { Ctx } from '../context.ts';
import { listUndecidedSurveys, type UndecidedSurvey } from '../queries/allocation.ts';

/** Surveys that are hidden until they are applied again, because that was done before it was decided what to show. */
export interface UndecidedSurveys {
	readonly surveys: readonly Pick<UndecidedSurvey, 'id' | 'name'>[];
	readonly mayApply: boolean;
}

export async function undecidedSurveys(
	ctx: Ctx,
	municipality: Pick<Municipality, 'id'>,
	versionId: VersionId,
): Promise<UndecidedSurveys> {
	return {
		surveys: await listUndecidedSurveys(ctx.db, versionId),
		mayApply: can(ctx.actor, 'survey.manage', { municipalityId: municipality.id }),
	};
}
