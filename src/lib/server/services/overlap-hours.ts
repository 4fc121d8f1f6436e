import { makeCalendar, type ParameterSet } from '#lib/domain/legal/index.ts';
import { hoursPerYear, type HoursPerYear } from '#lib/domain/shared/index.ts';
import { availableTimes } from '#lib/domain/workload/index.ts';
import type { Ctx } from '../context.ts';
import { listCalendarExceptions } from '../queries/legal.ts';

/** Hours that one full-time person has this year; null where the calendar or a parameter is not known. */
export async function hoursOfOne(ctx: Ctx, parameters: ParameterSet): Promise<HoursPerYear | null> {
	const calendar = makeCalendar(await listCalendarExceptions(ctx.db));
	const year = Number(ctx.clock.today().slice(0, 4));
	const times = availableTimes({ year, parameters, calendar, municipality: null });
	const hours = times.ok ? times.value.get('civil-service')?.hours : undefined;
	return hours ? hoursPerYear(hours) : null;
}
