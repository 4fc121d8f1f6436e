export interface Frame {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

/** The part of the frame that stands on the screen. */
export function inSight(frame: Element): Frame {
	const { left, top, right, bottom } = frame.getBoundingClientRect();
	return {
		left: Math.max(0, left),
		top: Math.max(0, top),
		right: Math.min(window.innerWidth, right),
		bottom: Math.min(window.innerHeight, bottom),
	};
}

/** Least part of a chart, in pixels, in which a box and what is around it can be seen. */
const LEAST_IN_SIGHT = 240;

/**
 * How many pixels of the frame stand above and below the screen. Where too little of it would be seen the page is moved
 * first, so that there is room to show something.
 */
export function hiddenOf(frame: Element | undefined): { readonly top: number; readonly bottom: number } {
	if (!frame) return { top: 0, bottom: 0 };
	const open = inSight(frame);
	if (open.bottom - open.top < Math.min(LEAST_IN_SIGHT, frame.clientHeight))
		frame.scrollIntoView({ block: 'nearest' });
	const { top, bottom } = frame.getBoundingClientRect();
	return { top: Math.max(0, -top), bottom: Math.max(0, bottom - window.innerHeight) };
}
