/** A place in a legal act: §, чл., ал., т., б. — each as printed in the act („21“, „12а“). */
export interface LegalReference {
	readonly paragraph?: string;
	readonly article?: string;
	readonly subParagraph?: string;
	readonly point?: string;
	readonly letter?: string;
}

/**
 * Prints a reference in the official order, joined by commas, empty parts left out.
 * Example (oracle T18): article 21, sub-paragraph 1, point 2 → „чл. 21, ал. 1, т. 2“.
 * Source: the structure of the State Administrative Register, methodology §1.5.
 */
export function printReference(reference: LegalReference): string {
	const parts: readonly (readonly [string, string | undefined])[] = [
		['§', reference.paragraph],
		['чл.', reference.article],
		['ал.', reference.subParagraph],
		['т.', reference.point],
		['б.', reference.letter && `„${reference.letter}“`],
	];
	return parts
		.filter(([, value]) => value !== undefined && value !== '')
		.map(([mark, value]) => `${mark} ${value}`)
		.join(', ');
}
