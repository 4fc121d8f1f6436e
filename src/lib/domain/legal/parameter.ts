import { isWithin, type IsoDate } from '../shared/index.ts';

/** What a parameter is measured in. */
export const PARAMETER_UNITS = [
	'count',
	'days',
	'hours',
	'hours-per-day',
	'share',
	'percent',
	'eur-cents',
	'people',
	'ratio',
	'date',
	'month',
	'year',
	'minutes',
	'level',
	'bgn',
	'bgn-per-eur',
	'text',
] as const;
export type ParameterUnit = (typeof PARAMETER_UNITS)[number];

/**
 * A legal or methodical number with the period in which it holds and the place it comes from.
 * Code never contains such a number itself. `municipality` null means it holds everywhere.
 */
export interface Parameter {
	readonly key: string;
	readonly municipality: string | null;
	readonly value: number | string;
	readonly unit: ParameterUnit;
	readonly validFrom: IsoDate;
	/** First day on which it no longer holds; null when still in force. */
	readonly validTo: IsoDate | null;
	readonly citation: string;
	readonly note: string | null;
}

export type ParameterSet = readonly Parameter[];

export type ParameterQuery = {
	readonly key: string;
	readonly asOf: IsoDate;
	readonly municipality?: string | null;
};

/**
 * The parameter in force on a day; the municipality's own value goes before the general one.
 * Undefined when none holds: the caller then says „не е определено“, never assumes a number.
 */
export function findParameter(set: ParameterSet, query: ParameterQuery): Parameter | undefined {
	const holds = (parameter: Parameter) =>
		parameter.key === query.key && isWithin(query.asOf, { from: parameter.validFrom, to: parameter.validTo });
	const inForce = set.filter(holds);
	return (
		inForce.find(
			(parameter) => parameter.municipality !== null && parameter.municipality === query.municipality,
		) ?? inForce.find((parameter) => parameter.municipality === null)
	);
}

/** The number of a parameter in force, or undefined when none holds or it is a text. */
export function parameterNumber(set: ParameterSet, query: ParameterQuery): number | undefined {
	const value = findParameter(set, query)?.value;
	return typeof value === 'number' ? value : undefined;
}
