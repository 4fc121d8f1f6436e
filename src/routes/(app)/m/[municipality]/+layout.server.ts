import { wordsOfBar } from '#lib/components/org/undo-words.ts';
import { answer } from '#lib/forms/index.ts';
import { showUndoBar } from '#lib/server/services/history-bar.ts';
import { railCounts } from '#lib/server/services/rail.ts';
import { openWorkspace } from '#lib/server/services/workspace.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, params, url }) => {
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const workspace = answer(await openWorkspace(locals.ctx, address));
	const bar = await showUndoBar(locals.ctx, workspace, url.searchParams.get('reversal'));
	return {
		workspace,
		railCounts: await railCounts(locals.ctx, workspace),
		undoBar: bar && wordsOfBar(bar),
	};
};
