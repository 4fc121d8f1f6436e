import { mount, unmount } from 'svelte';
import type { ChartUnit } from '#lib/charts/org-chart.ts';
import OrgChart from '#lib/components/charts/OrgChart.svelte';
import { keepDocumentLanguage } from '#lib/i18n/document-language.ts';
import { noteStart } from '#lib/components/charts/started.ts';

/** What a drawing offers to the measurement in the browser. */
export interface ChartProbe {
	/** Draws into the stage; done when the library has returned. */
	readonly draw: (units: readonly ChartUnit[]) => void;
	readonly clear: () => void;
	/** Moves the drawing by window pixels. */
	readonly pan: (by: { readonly x: number; readonly y: number }) => void;
	/** One notch of the wheel: −1 further away, 1 nearer. */
	readonly zoom: (direction: 1 | -1) => void;
	readonly fit: () => void;
}

declare global {
	interface Window {
		ownChart: ChartProbe;
		peerChart: ChartProbe;
	}
}

keepDocumentLanguage();
noteStart();

let drawn: ReturnType<typeof mount> | undefined;

function stage(): HTMLElement {
	const found = document.getElementById('stage');
	if (!found) throw new Error('no stage');
	return found;
}

function drawing(): SVGElement {
	const found = stage().querySelector<SVGElement>('svg[role="tree"]');
	if (!found) throw new Error('no chart');
	return found;
}

function pointer(type: string, x: number, y: number): void {
	const where = { clientX: x, clientY: y, button: 0, buttons: type === 'pointerup' ? 0 : 1 };
	drawing().dispatchEvent(new PointerEvent(type, { ...where, bubbles: true }));
}

window.ownChart = {
	draw: (units) => {
		drawn = mount(OrgChart, {
			target: stage(),
			props: { units, label: 'Структура', layout: 'wide', folded: [] },
		});
	},
	clear: () => {
		if (drawn) void unmount(drawn);
	},
	pan: ({ x, y }) => {
		pointer('pointerdown', 400, 300);
		pointer('pointermove', 400 + x, 300 + y);
		pointer('pointerup', 400 + x, 300 + y);
		drawing().dispatchEvent(new MouseEvent('click', { bubbles: true }));
	},
	zoom: (direction) => {
		const wheel = {
			deltaY: -30 * direction,
			ctrlKey: true,
			clientX: 700,
			clientY: 350,
			bubbles: true,
			cancelable: true,
		};
		drawing().dispatchEvent(new WheelEvent('wheel', wheel));
	},
	fit: () => {
		drawing().dispatchEvent(new KeyboardEvent('keydown', { key: '0', bubbles: true }));
	},
};
