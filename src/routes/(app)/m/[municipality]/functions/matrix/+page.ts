import { figureView } from '#lib/components/charts/figure-view.ts';
import type { PageLoad } from './$types';

/** The table comes with its tab alone: whoever works in the matrix does not load it. */
export const load: PageLoad = async ({ data, url }) => {
	const isTable = figureView(url, 'view') === 'table';
	return {
		...data,
		Table: isTable ? (await import('#lib/components/functions/MatrixTable.svelte')).default : undefined,
	};
};
