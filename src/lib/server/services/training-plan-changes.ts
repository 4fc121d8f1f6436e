import type { LocalText } from '#lib/domain/org/index.ts';
import type { Ctx } from '../context.ts';
import { listAudit } from '../queries/audit.ts';
import type { OpenPlan } from './training-plan.ts';

/** A change of an approved plan with its reason. */
export interface PlanChange {
	readonly id: string;
	/** Moment, ISO in UTC. */
	readonly at: string;
	readonly who: string;
	/** The training that changed; null when suggested groups were taken in. */
	readonly title: LocalText | null;
	readonly reason: string;
}

/** So many entries of the trail are looked through. */
const MOST = 500;

/** The changes of the plan of a year for which a reason was given, newest first. */
export async function listPlanChanges(
	ctx: Ctx,
	{ municipality, year }: Pick<OpenPlan, 'municipality' | 'year'>,
): Promise<readonly PlanChange[]> {
	const entries = await listAudit(ctx.db, {
		...{ municipalityId: municipality.id, entity: 'training-plan', entityKey: String(year), limit: MOST },
	});
	return entries.flatMap(({ id, at, actor, before, after }): readonly PlanChange[] => {
		const reason = fieldOf(after, 'reason');
		if (typeof reason !== 'string') return [];
		const title = [after, before].map((state) => fieldOf(state, 'title')).find(isLocalText) ?? null;
		return [{ id, at, who: actor.name, title, reason }];
	});
}

function fieldOf(state: unknown, field: string): unknown {
	return typeof state === 'object' && state !== null ? Reflect.get(state, field) : undefined;
}

function isLocalText(value: unknown): value is LocalText {
	return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'bg') === 'string';
}
