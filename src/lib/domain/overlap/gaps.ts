import { accountableUnits, lookUp, type Power, type Structure } from '../org/index.ts';
import { isWithin, type FunctionKey, type IsoDate, type PostKey, type PowerKey } from '../shared/index.ts';

/** What is not covered, and what rests on nothing; lists in the order of the catalogue or the structure. */
export interface GapReport {
	/** Powers in force that no function serves: „липса“ of methodology §2.4. */
	readonly powersWithoutFunction: readonly PowerKey[];
	/** Functions that serve no power; a support function needs none and is left out. */
	readonly functionsWithoutPower: readonly FunctionKey[];
	readonly functionsWithoutBasis: readonly FunctionKey[];
	readonly functionsWithoutOwner: readonly FunctionKey[];
	/** Functions for which several units answer. */
	readonly functionsWithSeveralOwners: readonly FunctionKey[];
	/** Functions with an owner but without a post that performs them. */
	readonly functionsWithoutPost: readonly FunctionKey[];
	/** Posts in the administration that perform no function of the register. */
	readonly postsWithoutFunction: readonly PostKey[];
	/** Number of powers in force; the coverage is 1 − powersWithoutFunction ÷ powers. */
	readonly powers: number;
}

/**
 * What of a structure is not covered on a day, counted from the register alone: powers that no function serves,
 * functions without power, basis, owner or post, posts without a function. Example: 44 powers in force of which 4
 * are served by nothing give a coverage of 1 − 4 ÷ 44 = 91 %. Source: methodology §2.4 (N03).
 */
export function findGaps(structure: Structure, powers: readonly Power[], asOf: IsoDate): GapReport {
	const lookup = lookUp(structure);
	const inForce = powers.filter(({ validFrom, validTo }) => isWithin(asOf, { from: validFrom, to: validTo }));
	const served = new Set(structure.functions.flatMap((fn) => fn.powers));
	const keys = (isGap: (fn: Structure['functions'][number]) => boolean) =>
		structure.functions.filter(isGap).map((fn) => fn.key);
	const owners = (fn: Structure['functions'][number]) => new Set(accountableUnits(lookup, fn.key)).size;
	const isPerformed = (key: FunctionKey) =>
		(lookup.participationsByFunction.get(key) ?? []).some(({ postKey }) => postKey !== null);
	const busy = new Set(structure.participations.map(({ postKey }) => postKey));
	return {
		powersWithoutFunction: inForce.filter(({ key }) => !served.has(key)).map(({ key }) => key),
		functionsWithoutPower: keys((fn) => fn.powers.length === 0 && fn.kind !== 'support'),
		functionsWithoutBasis: keys((fn) => fn.bases.length === 0),
		functionsWithoutOwner: keys((fn) => owners(fn) === 0),
		functionsWithSeveralOwners: keys((fn) => owners(fn) > 1),
		functionsWithoutPost: keys((fn) => owners(fn) > 0 && !isPerformed(fn.key)),
		postsWithoutFunction: structure.posts
			.filter(({ key, unitKey }) => !busy.has(key) && lookup.unitByKey.get(unitKey)?.part !== 'outside')
			.map(({ key }) => key),
		powers: inForce.length,
	};
}
