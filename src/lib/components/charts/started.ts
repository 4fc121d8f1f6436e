let hasStarted = false;

/**
 * Says in the browser that the first page has come to life: what is drawn from now on has no markup of the server to
 * match. The mark on the document tells whoever drives the browser that what is typed is now heard.
 */
export function noteStart(): void {
	hasStarted = true;
	document.documentElement.dataset['live'] = '';
}

/** How long nothing new comes before something is over. */
const SETTLED_MS = 150;

/** Does something once nothing new has come for a moment. Answers with what prevents it. */
export function settled(act: () => unknown): () => void {
	const later = setTimeout(act, SETTLED_MS);
	return () => clearTimeout(later);
}

/** Whether a part of the page is drawn by the browser alone; false on the server and while the first page comes to life. */
export function isStarted(): boolean {
	return hasStarted;
}
