import { PLAN_YEARS } from '#lib/server/services/training-plan.ts';

/** The year that an address names; null for none that a plan can have. */
export function planYearIn(url: URL): number | null {
	const given = Number(url.searchParams.get('year'));
	return Number.isInteger(given) && given >= PLAN_YEARS.min && given <= PLAN_YEARS.max ? given : null;
}
