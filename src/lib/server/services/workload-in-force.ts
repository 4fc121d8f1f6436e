import { findParameter } from '#lib/domain/legal/index.ts';
import { ASSUMED_PARAMETERS, type AssumedName } from '#lib/domain/workload/index.ts';

/** The value in force that an assumption would replace. */
export interface InForce {
	readonly name: AssumedName;
	/** Null when the parameter is not set, or differs by employment relation. */
	readonly value: number | null;
	/** By employment relation, where it differs: „8 / 5“. */
	readonly variants: readonly number[];
	readonly citation: string;
	readonly note: string | null;
}

export function inForceOf(
	name: AssumedName,
	parameters: Parameters<typeof findParameter>[0],
	at: Pick<Parameters<typeof findParameter>[1], 'asOf' | 'municipality'>,
): InForce {
	const { key } = ASSUMED_PARAMETERS[name];
	const found = findParameter(parameters, { key, ...at });
	const variants = ['civil-service', 'labour'].flatMap(
		(relation) => findParameter(parameters, { key: `${key}.${relation}`, ...at }) ?? [],
	);
	const sources = found ? [found] : variants;
	const numberOf = (value: number | string | undefined) => (typeof value === 'number' ? value : null);
	return {
		name,
		value: numberOf(found?.value),
		variants: found ? [] : variants.flatMap(({ value }) => numberOf(value) ?? []),
		citation: [...new Set(sources.map(({ citation }) => citation))].join('; '),
		note: sources.find(({ note }) => note !== null)?.note ?? null,
	};
}
