/** Small closed sets of word forms that the parsers ask for; folded words. */

const ADJECTIVE =
	/(ен|на|но|ни|ния|ният|ната|ното|ните|ски|ска|ско|ския|ският|ската|ското|ските|щ|щи|ща|що|щия|щата|щото|щите|ов|ова|ово|ови|овия|овата|овото|овите)$/u;
const REFERENCE_MARK = /^(чл|ал|т|б|пар)$/u;
const REFERENCE_NUMBER = /^\d+[а-я]?$/u;
/** Clauses that tell what others do, or why, hold no act of the unit. */
const SUBORDINATE = /^(който|която|което|които|чиито|чийто|чиято|чието|където|когато|дали)$/u;

/** Whether a folded word has the ending of an adjective, by which it is taken with the noun after it. */
export function isAdjective(folded: string): boolean {
	return ADJECTIVE.test(folded);
}

/** „чл“, „ал“, „т“ … that stand before the number of a provision. */
export function isReferenceMark(folded: string): boolean {
	return REFERENCE_MARK.test(folded);
}

/** „14“, „5а“ */
export function isReferenceNumber(folded: string): boolean {
	return REFERENCE_NUMBER.test(folded);
}

/** Whether a folded word opens a clause about others („който“, „когато“), which holds no act of the unit. */
export function opensSubordinate(folded: string): boolean {
	return SUBORDINATE.test(folded);
}
