import type { Act } from '../lexicon/act-affinity.ts';
import { parseStatement } from '../parse.ts';
import { STANDARD_FUNCTIONS } from './standard-functions.ts';

/** One wording of a standard function, taken apart. */
export interface Wording {
	/** Number of the function in the catalogue. */
	readonly fn: number;
	/** Number of the wording in the function. */
	readonly wording: number;
	readonly acts: readonly Act[];
	readonly concepts: readonly string[];
}

/** All wordings of the catalogue; read once, when they are first asked for. */
export function standardWordings(): readonly Wording[] {
	known ??= STANDARD_FUNCTIONS.flatMap(({ wordings }, fn) =>
		wordings.map((text, wording) => {
			const { acts, terms } = parseStatement(text);
			const concepts = terms.flatMap(({ concept, emphasis }) => (emphasis === 1 ? [concept] : []));
			return { fn, wording, acts, concepts };
		}),
	);
	return known;
}

let known: readonly Wording[] | undefined;
