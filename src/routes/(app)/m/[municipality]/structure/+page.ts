import { figureView } from '#lib/components/charts/figure-view.ts';
import type { PageLoad } from './$types';

/** The table and the files come with their tab alone: whoever looks at the chart does not load them. */
export const load: PageLoad = async ({ data, url }) => {
	const view = figureView(url, 'view');
	return {
		...data,
		Table: view === 'table' ? (await import('#lib/components/org/UnitTable.svelte')).default : undefined,
		Exports:
			view === 'export' ? (await import('#lib/components/org/StructureExports.svelte')).default : undefined,
	};
};
