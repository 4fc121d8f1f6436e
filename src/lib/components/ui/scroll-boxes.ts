/**
 * Makes every box of a part of the page that scrolls sideways reachable by keyboard, with the name of its table, as long
 * as it has something to scroll and nothing inside takes the focus. To be used as an attachment; gives what undoes it.
 */
export function nameScrollBoxes(within: HTMLElement): () => void {
	const sizes = new ResizeObserver((entries) => {
		for (const { target } of entries) if (target instanceof HTMLElement) settle(target);
	});
	const known = new Set<HTMLElement>();
	const watch = () => {
		for (const box of within.querySelectorAll<HTMLElement>('.scroll-x')) {
			if (known.has(box)) continue;
			known.add(box);
			sizes.observe(box);
		}
	};
	const changes = new MutationObserver(watch);
	changes.observe(within, { childList: true, subtree: true });
	watch();
	return () => {
		changes.disconnect();
		sizes.disconnect();
	};
}

const FOCUSABLE = 'a[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex]';

function settle(box: HTMLElement): void {
	if (box.hasAttribute('aria-label')) return;
	const name = box.querySelector('caption')?.textContent.trim() ?? '';
	const isReachable = box.scrollWidth > box.clientWidth && name !== '' && !box.querySelector(FOCUSABLE);
	if (isReachable) {
		box.tabIndex = 0;
		box.setAttribute('role', 'region');
		box.setAttribute('aria-labelledby', captionId(box));
		return;
	}
	for (const attribute of ['tabindex', 'role', 'aria-labelledby']) box.removeAttribute(attribute);
}

let made = 0;

function captionId(box: HTMLElement): string {
	const caption = box.querySelector('caption');
	if (!caption) return '';
	caption.id ||= `scroll-caption-${++made}`;
	return caption.id;
}
