import { isActClass, type ActClass } from '../lexicon/acts.ts';
import { GENERAL_FUNCTIONS } from './general.ts';
import { SPECIAL_FUNCTIONS } from './special.ts';

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
export const STANDARD_FUNCTIONS_VERSION = 1;

/** The catalogue of standard municipal functions, in the order of the data. */
export const STANDARD_FUNCTIONS: readonly StandardFunction[] = [
	...GENERAL_FUNCTIONS,
	...SPECIAL_FUNCTIONS,
].map((line) => {
	const [key = '', policyArea = '', actClass = '', basis = '', ...wordings] = line.split(' | ');
	if (!isActClass(actClass)) throw new RangeError(`${key}: no act class ${actClass}`);
	return { key, policyArea, actClass, basis, wordings };
});
