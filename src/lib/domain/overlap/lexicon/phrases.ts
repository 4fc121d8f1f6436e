import { INFORMATION_PHRASES } from './phrases/information.ts';
import { MONEY_PHRASES } from './phrases/money.ts';
import { PEOPLE_PHRASES } from './phrases/people.ts';
import { PLACE_PHRASES } from './phrases/place.ts';
import { STAFF_PHRASES } from './phrases/staff.ts';

/**
 * Rows of content words and what they mean together: „words > meanings“. A word with an underscore is a meaning of its
 * own. Longer rows are tried first; small words between do not matter.
 */
export const PHRASES: readonly string[] = [
	...STAFF_PHRASES,
	...PLACE_PHRASES,
	...MONEY_PHRASES,
	...PEOPLE_PHRASES,
	...INFORMATION_PHRASES,
];
