import type { Activity } from '#lib/domain/org/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { plain } from './numbers.ts';

export const FIGURE_FIELDS = [
	'volume',
	'months',
	'low',
	'usual',
	'high',
	'method',
	'year',
	'source',
] as const;
export type FigureField = (typeof FIGURE_FIELDS)[number];

/** Texts of the fields of an activity's figures. */
export type FigureValues = Readonly<Record<FigureField, string>>;

/** What stands in the fields: what was given before a refusal, else the activity, else nothing. */
export function figureValues(
	given: Readonly<Record<string, string>>,
	activity: Activity | undefined,
): FigureValues {
	const current: FigureValues = {
		volume: plain(activity?.annualVolume ?? null),
		months: (activity?.months ?? []).map(plain).join('; '),
		low: plain(activity?.minutes?.low ?? null),
		usual: plain(activity?.minutes?.usual ?? null),
		high: plain(activity?.minutes?.high ?? null),
		method: activity?.method ?? 'register',
		year: activity ? String(activity.dataYear) : '',
		source: activity?.source ?? '',
	};
	const entries = FIGURE_FIELDS.map((field) => [field, given[field] ?? current[field]] as const);
	return { ...current, ...Object.fromEntries(entries) };
}

/** The figures with what the activity is called, what is counted and which unit does it. */
export function activityValues(
	given: Readonly<Record<string, string>>,
	activity: Activity,
): FigureValues & Readonly<Record<'name' | 'measure' | 'unitKey', string>> {
	return {
		...figureValues(given, activity),
		name: given['name'] ?? activity.name.bg,
		measure: given['measure'] ?? activity.unitOfMeasure.bg,
		unitKey: given['unitKey'] ?? activity.unitKey,
	};
}

/** Labels of the fields, for the summary of problems. */
export function figureLabels(): Readonly<Record<FigureField, string>> {
	return {
		volume: m.workload_field_volume(),
		months: m.workload_field_months(),
		low: m.workload_field_low(),
		usual: m.workload_field_usual(),
		high: m.workload_field_high(),
		method: m.workload_field_method(),
		year: m.workload_field_year(),
		source: m.workload_field_source(),
	};
}
