import type { LocalText, Structure } from '../org/index.ts';
import type { FunctionKey } from '../shared/index.ts';

/** How large a municipality is and how old its data are: what a comparison with it is worked out from. */
export interface ComparedMunicipality {
	readonly name: LocalText;
	/** Year from which the compared structure is in force. */
	readonly structureYear: number;
	/** Years of the counted volumes, ascending; empty where nothing is counted. */
	readonly dataYears: readonly number[];
	/** Null where not known. */
	readonly inhabitants: number | null;
	readonly inhabitantsAsOf: string | null;
	readonly settlements: number;
}

/** A structure as a comparison shows it. Example: „Елена“ from 2014-01-01 with 10 497 inhabitants → structure of 2014. */
export function comparedMunicipality(structure: Structure): ComparedMunicipality {
	const { municipality, validFrom, settlements } = structure;
	return {
		name: municipality.name,
		structureYear: Number(validFrom.slice(0, 4)),
		dataYears: countedYears(structure, null),
		inhabitants: municipality.population,
		inhabitantsAsOf: municipality.populationAsOf,
		settlements: settlements.length,
	};
}

/** Years of the counted volumes of one function, or of all with null; ascending. */
export function countedYears(
	{ activities }: Pick<Structure, 'activities'>,
	key: FunctionKey | null,
): readonly number[] {
	const years = activities.flatMap(({ functionKey, annualVolume, dataYear }) =>
		annualVolume !== null && (key === null || functionKey === key) ? [dataYear] : [],
	);
	return [...new Set(years)].sort((a, b) => a - b);
}
