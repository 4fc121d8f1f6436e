declare global {
	interface Window {
		/** What the page is to draw. */
		benchData: unknown;
	}
}

/**
 * Runs in a fresh page, so it stands on its own: the data is there, what its coming left behind is swept away, and the
 * first `frames`, which are the browser's own, are over. What is measured then is the drawing, ours and the peer's alike.
 */
export async function rest({
	data,
	frames,
}: {
	readonly data: unknown;
	readonly frames: number;
}): Promise<void> {
	window.benchData = data;
	for (let at = 0; at < frames; at++) await new Promise(requestAnimationFrame);
	await new Promise((done) => requestIdleCallback(done));
}
