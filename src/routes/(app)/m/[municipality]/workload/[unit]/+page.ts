import { loadUnitEditor } from '#lib/components/workload/unit-editor.ts';
import type { PageLoad } from './$types';

/** The forms come by themselves: whoever reads the workload of a unit does not load them. */
export const load: PageLoad = async ({ data, url }) => ({
	...data,
	editor: await loadUnitEditor(url.searchParams),
});
