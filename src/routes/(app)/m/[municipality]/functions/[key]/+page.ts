import { loadFunctionEditor } from '#lib/components/functions/function-editor.ts';
import type { PageLoad } from './$types';

/** The forms come by themselves: whoever reads a function does not load them. */
export const load: PageLoad = async ({ data, url }) => ({
	...data,
	editor: await loadFunctionEditor(url.searchParams),
});
