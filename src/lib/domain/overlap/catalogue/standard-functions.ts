import { isActClass, type ActClass } from '../lexicon/act-classes.ts';
import { ECONOMY_FUNCTIONS } from './economy.ts';
import { HOUSE_FUNCTIONS } from './house.ts';
import { MONEY_FUNCTIONS } from './money.ts';
import { NATURE_FUNCTIONS } from './nature.ts';
import { PEOPLE_FUNCTIONS } from './people.ts';
import { PLACE_FUNCTIONS } from './place.ts';

/** A function that nearly every municipality has, in several wordings. */
export interface StandardFunction {
	/** Name of the function, without spaces. */
	readonly key: string;
	readonly policyArea: string;
	readonly actClass: ActClass;
	/** Act and provision: „zos: чл. 58“. */
	readonly basis: string;
	readonly wordings: readonly string[];
}

/** Raised with every change of the data, so that an analysis can say what it rested on. */
export const STANDARD_FUNCTIONS_VERSION = 3;

/** The catalogue of standard municipal functions, in the order of the data. */
export const STANDARD_FUNCTIONS: readonly StandardFunction[] = [
	...HOUSE_FUNCTIONS,
	...MONEY_FUNCTIONS,
	...PLACE_FUNCTIONS,
	...NATURE_FUNCTIONS,
	...PEOPLE_FUNCTIONS,
	...ECONOMY_FUNCTIONS,
].map((line) => {
	const [key = '', policyArea = '', actClass = '', basis = '', ...wordings] = line.split(' | ');
	if (!isActClass(actClass)) throw new RangeError(`${key}: no act class ${actClass}`);
	return { key, policyArea, actClass, basis, wordings };
});
