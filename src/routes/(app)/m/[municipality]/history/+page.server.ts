import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { answer, choice, localPath, parseForm, refuseAccess, revision } from '#lib/forms/index.ts';
import { reverseAndMark } from '#lib/server/services/history-bar.ts';
import { showTrail } from '#lib/server/services/trail.ts';
import { trailFilterOf, trailPageOf } from './filter.ts';
import type { Actions, PageServerLoad } from './$types';

const reverseForm = z.object({
	direction: choice(['undo', 'redo']),
	/** The step that the person saw. */
	step: revision(),
	/** The page to come back to. */
	back: z.string().transform(localPath),
});

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const [filter, page] = [trailFilterOf(url.searchParams), trailPageOf(url.searchParams)];
	return { trail: answer(await showTrail(locals.ctx, address, { filter, page })), filter };
};

export const actions: Actions = {
	reverse: async ({ request, locals, params, url }) => {
		const form = parseForm(reverseForm, await request.formData());
		if (!form.ok) return fail(400, form.error);
		const here = `/m/${params.municipality}/history`;
		const { direction, step, back } = form.value;
		const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
		const result = await reverseAndMark(locals.ctx, address, { direction, step });
		if ('refused' in result) {
			refuseAccess(result.refused);
			throw new Error(`no mark for ${result.refused.code}`);
		}
		redirect(303, withMark(back.startsWith(`/m/${params.municipality}`) ? back : here, url, result.mark));
	},
};

/** The page to come back to, saying what became of it instead of what it said before. */
function withMark(back: string, url: URL, mark: string): string {
	const target = new URL(back, url.origin);
	for (const name of ['saved', 'edit', 'reversal']) target.searchParams.delete(name);
	target.searchParams.set('reversal', mark);
	return `${target.pathname}${target.search}`;
}
