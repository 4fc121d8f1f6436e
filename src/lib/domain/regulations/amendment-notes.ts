const NOTE = '\\(\\s*(?:изм|нов|доп|предиш|настоящ|отм)[^()\\n]{0,400}\\)';
const AT = new RegExp(`${NOTE} *`, 'iuy');
const BEFORE = new RegExp(`^(?:${NOTE}\\s*)+`, 'iu');

/** Where the text goes on after „(изм. – Решение № 5)“ at a place; the place itself where no such note stands. */
export function afterNote(text: string, at: number): number {
	AT.lastIndex = at;
	const match = AT.exec(text);
	return match ? at + match[0].length : at;
}

/** A text without the notes at its beginning that say when it was made or changed; one that only was repealed stays. */
export function withoutNotes(body: string): string {
	const rest = body.replace(BEFORE, '');
	return rest === '' ? body : rest;
}

/** Whether a point was repealed: „(отм. – Реш. № 5)“, „(нова – Реш. № 3, отм. – Реш. № 5)“. */
export function isRepealed(body: string): boolean {
	return (
		/^\(?(?:отм|отменен|заличен)|^\(настоящ[^()]*\)$/iu.test(body) ||
		/^\([^()]{0,400}[\s,]отм\.[^()]{0,400}\)$/iu.test(body)
	);
}
