/**
 * Whether a fold stands open before the page comes to life, as a person may have left it; undefined when it is drawn
 * for the first time. Taking it over would otherwise fold it again as the server sent it.
 */
export function earlyOpen(id: string): boolean | undefined {
	if (typeof document === 'undefined') return undefined;
	const fold = document.getElementById(id);
	return fold instanceof HTMLDetailsElement ? fold.open : undefined;
}
