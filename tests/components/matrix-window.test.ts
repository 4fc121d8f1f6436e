import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MatrixWindow } from '#lib/components/charts/matrix-window.svelte.ts';

const SIZE = { rows: 200, columns: 100 };
const box = { scrollLeft: 0, scrollTop: 0, clientWidth: 1180, clientHeight: 620 };

/** A browser that tells the size of an element when it is asked for. */
let tell: () => void = () => undefined;
beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal('window', { innerWidth: 1440, devicePixelRatio: 1 });
	vi.stubGlobal(
		'ResizeObserver',
		class {
			constructor(say: () => void) {
				tell = say;
			}
			observe(): void {}
			disconnect(): void {}
		},
	);
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

function followed(element = box): MatrixWindow {
	const sight = new MatrixWindow(() => 'near');
	sight.follow(element as HTMLElement);
	return sight;
}

test('nothing is drawn before the size of the window is known', () => {
	expect(followed().patchesOf(SIZE)).toEqual([]);
});

test('the first picture is one, of exactly what is in sight', () => {
	const sight = followed();
	tell();
	// (1180 − 380) : 30 = 26,7 columns beside the names; (620 − 208) : 34 = 12,1 rows below the head.
	expect(sight.patchesOf(SIZE)).toEqual([
		{ firstRow: 0, endRow: 13, firstColumn: 0, endColumn: 27, slot: 0 },
	]);
});

test('those that scroll follow when it stands, or with the first step', () => {
	const waiting = followed();
	tell();
	vi.advanceTimersByTime(200);
	const rows = waiting.patchesOf(SIZE).map(({ firstRow }) => firstRow);
	expect(rows).toEqual([0, 3, 6, 9, 12, 15]);

	const moved = followed();
	tell();
	moved.scrolled();
	expect(moved.patchesOf(SIZE).length).toBe(rows.length);
});

test('names that leave no room for cells have no picture beside them', () => {
	const sight = followed({ ...box, clientWidth: 300 });
	tell();
	expect(sight.patchesOf(SIZE)).toEqual([]);
});
