import type { Page } from 'playwright';

declare global {
	interface Window {
		/** What the page is to draw. */
		benchData: unknown;
	}
}

/** What is to be drawn, and how many frames, which are the browser's own, pass before. */
interface Rest {
	readonly data?: unknown;
	readonly frames: number;
}

/**
 * Runs in a fresh page, so it stands on its own: the data is there and the first frames are over. What is measured then
 * is the drawing, ours and the peer's alike.
 */
export async function rest({ data, frames }: Rest): Promise<void> {
	if (data !== undefined) window.benchData = data;
	for (let at = 0; at < frames; at++) await new Promise(requestAnimationFrame);
	await new Promise((done) => requestIdleCallback(done));
}

/**
 * The same, and what the coming of page and data left in the memory is swept away, so that it is not swept while
 * something is drawn. For code that has not run yet: what the browser has made ready for other code goes too.
 */
export async function restSwept(page: Page, asked: Rest): Promise<void> {
	await page.evaluate(rest, asked);
	const session = await page.context().newCDPSession(page);
	await session.send('HeapProfiler.collectGarbage');
	await session.detach();
	await page.evaluate(rest, { frames: 1 });
}
