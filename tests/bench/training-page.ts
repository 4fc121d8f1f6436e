import { flushSync, mount, unmount } from 'svelte';
import CompetencyMap from '#lib/components/training/CompetencyMap.svelte';
import type { MapRow } from '#lib/server/services/training-map.ts';

/** The heat map as the page of the matrix hands it on. */
export interface MapSource {
	readonly rows: readonly MapRow[];
	readonly columns: readonly Pick<MapRow, 'key' | 'name' | 'total'>[];
}

declare global {
	interface Window {
		competencyMap: {
			readonly draw: (source: MapSource) => void;
			readonly clear: () => void;
			readonly scroll: (by: { readonly x: number; readonly y: number }) => void;
		};
	}
}

let drawn: ReturnType<typeof mount> | undefined;

window.competencyMap = {
	draw: (source) => {
		const target = document.getElementById('stage');
		if (!target) throw new Error('no stage');
		const props = { ...source, chosen: 'people' as const, rowsLabel: 'Хора', base: '/m/bench' };
		drawn = mount(CompetencyMap, { target, props });
		flushSync();
	},
	clear: () => {
		if (drawn) void unmount(drawn);
	},
	scroll: ({ x, y }) => document.querySelector('#stage .box')?.scrollBy(x, y),
};
