import { SOON_DAYS } from '#lib/domain/review/index.ts';
import { addDays, yearOf, type IsoDate } from '#lib/domain/shared/index.ts';
import type { Ctx } from '../context.ts';
import { countNeedsWithoutLine, listPlannedQuarters } from '../queries/waiting.ts';
import { countDueTasks } from './training-task.ts';
import { isOne, type CountedWaiting, type Waiter, type WaitingItem } from './waiting-item.ts';

/** Training that waits: needs and lines of the plan for HR, people to be evaluated for the head of their unit. */
export async function waitingInTraining(ctx: Ctx, waiter: Waiter): Promise<readonly WaitingItem[]> {
	const isHead = isOne(waiter, 'unit-head', 'training.evaluate');
	return [
		...(isOne(waiter, 'hr', 'training.edit') ? await ofHr(ctx, waiter) : []),
		...(isHead ? counted('waiting/tasks', await countDueTasks(ctx, waiter.municipality.slug)) : []),
	];
}

async function ofHr(ctx: Ctx, { municipality }: Waiter): Promise<readonly WaitingItem[]> {
	const today = ctx.clock.today();
	const needs = await countNeedsWithoutLine(ctx.db, municipality.id, addDays(today, SOON_DAYS));
	const planned = await listPlannedQuarters(ctx.db, municipality.id);
	return [
		...counted('waiting/adopted-needs', needs.adopted),
		...counted('waiting/near-needs', needs.near),
		...counted('waiting/plan-lines', planned.filter((line) => isOver(line, today)).length),
	];
}

/** Whether a quarter ended before a day. Example: the second of 2026 ended on 1 July 2026. */
function isOver(
	{ year, quarter }: { readonly year: number; readonly quarter: number },
	today: IsoDate,
): boolean {
	const current = Math.ceil(Number(today.slice(5, 7)) / 3);
	return year * 4 + quarter < yearOf(today) * 4 + current;
}

function counted(code: CountedWaiting['code'], count: number): readonly CountedWaiting[] {
	return count > 0 ? [{ code, count }] : [];
}
