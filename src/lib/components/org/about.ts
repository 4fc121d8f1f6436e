import { jsonAnswer } from '#lib/components/ui/json-answer.ts';

/** A number or a word about a thing, with the page that it is made of. */
export interface AboutFact {
	readonly label: string;
	readonly value: string;
	readonly href: string | null;
}

/** The first of what belongs to a thing. */
export interface AboutList {
	readonly title: string;
	/** All that belong to it, also those that are not among the items. */
	readonly count: number;
	/** Where all of them stand. */
	readonly href: string;
	readonly items: readonly { readonly text: string; readonly href: string | null; readonly note: string }[];
}

/** What a unit or a post is, in words of the reader's language. */
export interface About {
	/** Its kind, its part of the administration, its source. */
	readonly lead: string;
	readonly facts: readonly AboutFact[];
	readonly lists: readonly AboutList[];
}

/** Asks for it; null when no answer came. */
export function askAbout(address: string): Promise<About | null> {
	return jsonAnswer<About>(fetch(address, { headers: { accept: 'application/json' } }));
}
