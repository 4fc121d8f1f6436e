import type { LocalText } from '#lib/domain/org/index.ts';
import { PLAN_STATES, type PlanState } from '#lib/domain/training/index.ts';
import type { Ctx } from '../context.ts';
import { listAudit, type AuditRecord } from '../queries/audit.ts';
import { NOT_HELD, type OpenPlan } from './training-plan.ts';

/** What became of a plan that was approved, with the reason given for it. */
export interface PlanChange {
	readonly id: string;
	/** Moment, ISO in UTC. */
	readonly at: string;
	readonly who: string;
	/** A line changed, was closed without having been held; the whole plan went back; a table was brought. */
	readonly what: 'line' | 'not-held' | 'reopened' | 'brought';
	/** The line that it is about; null of the whole plan. */
	readonly itemId: string | null;
	/** The training that changed; null of the whole plan, and when suggested groups were taken in. */
	readonly title: LocalText | null;
	/** The group of the training, by own words or number. */
	readonly group: { readonly groupName: string; readonly groupNumber: number | null };
	/** What the plan went back to. */
	readonly state: PlanState | null;
	/** Name of the file that was brought. */
	readonly file: string | null;
	readonly reason: string;
}

/** So many entries of the trail are looked through. */
const MOST = 500;
/** The trail says under this name that a table was taken into an approved plan. */
export const BROUGHT = 'training-plan.bring';

const WHAT: Readonly<Record<string, PlanChange['what']>> = {
	[NOT_HELD]: 'not-held',
	'training-plan.move': 'reopened',
	[BROUGHT]: 'brought',
};

/** The changes of the plan of a year for which a reason was given, newest first. */
export async function listPlanChanges(
	ctx: Ctx,
	{ municipality, year }: Pick<OpenPlan, 'municipality' | 'year'>,
): Promise<readonly PlanChange[]> {
	const entries = await listAudit(ctx.db, {
		...{ municipalityId: municipality.id, entity: 'training-plan', entityKey: String(year), limit: MOST },
	});
	return entries.flatMap((entry) => changeOf(entry) ?? []);
}

/** Why the lines of a closed plan were not held, by line, as it was said when the plan was closed last. */
export async function reasonsNotHeld(
	ctx: Ctx,
	plan: Pick<OpenPlan, 'municipality' | 'year' | 'plan'>,
): Promise<ReadonlyMap<string, string>> {
	return plan.plan?.state === 'closed' ? notHeldOf(await listPlanChanges(ctx, plan)) : new Map();
}

/** The newest reason of each line that was not held. */
export function notHeldOf(changes: readonly PlanChange[]): ReadonlyMap<string, string> {
	const lines = changes.filter(({ what }) => what === 'not-held');
	return new Map(lines.toReversed().map(({ itemId, reason }) => [itemId ?? '', reason]));
}

function changeOf({ id, at, actor, action, before, after }: AuditRecord): PlanChange | undefined {
	const told = (field: string) => [after, before].map((state) => fieldOf(state, field));
	const reason = fieldOf(after, 'reason');
	if (typeof reason !== 'string') return undefined;
	return {
		...{ id, at, who: actor.name, what: WHAT[action] ?? 'line', reason },
		itemId: told('id').find((value) => typeof value === 'string') ?? null,
		title: told('title').find(isLocalText) ?? null,
		group: {
			groupName: told('groupName').find((value) => typeof value === 'string') ?? '',
			groupNumber: told('groupNumber').find((value) => typeof value === 'number') ?? null,
		},
		state:
			PLAN_STATES.find((state) => WHAT[action] === 'reopened' && state === fieldOf(after, 'state')) ?? null,
		file: told('file').find((value) => typeof value === 'string') ?? null,
	};
}

function fieldOf(state: unknown, field: string): unknown {
	return typeof state === 'object' && state !== null ? Reflect.get(state, field) : undefined;
}

function isLocalText(value: unknown): value is LocalText {
	return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'bg') === 'string';
}
