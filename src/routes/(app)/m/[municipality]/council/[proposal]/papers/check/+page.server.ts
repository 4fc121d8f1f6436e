import { fail } from '@sveltejs/kit';
import { answer, refuseAccess } from '#lib/forms/index.ts';
import { textOfFileRefusal } from '#lib/i18n/import-names.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { checkPaper, MOST_PAPER_BYTES, type CheckRefusal } from '#lib/server/services/paper-check.ts';
import { viewPapers } from '#lib/server/services/paper-view.ts';
import { proposalAddress } from '../../council-answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	papers: answer(await viewPapers(locals.ctx, proposalAddress(params), getLocale())),
});

/** As many differences as a person looks through; the number of all is said. */
const MOST_SHOWN = 200;

export const actions: Actions = {
	check: async ({ request, locals, params }) => {
		const file = (await request.formData()).get('file');
		if (!(file instanceof File) || file.name === '') return fail(400, { problem: m.papers_check_no_file() });
		if (file.size > MOST_PAPER_BYTES)
			return fail(413, {
				problem: m.papers_check_too_large({ size: String(MOST_PAPER_BYTES / 1024 / 1024) }),
			});
		const bytes = new Uint8Array(await file.arrayBuffer());
		const checked = await checkPaper(locals.ctx, proposalAddress(params), bytes);
		if (!checked.ok) {
			refuseAccess(checked.error);
			return fail(409, { problem: textOfRefusal(checked.error) });
		}
		const { differences, ...rest } = checked.value;
		const numbers = differences.filter(({ kind }) => kind === 'number').length;
		return {
			checked: {
				...{
					...rest,
					fileName: file.name.slice(0, 200),
					differing: differences.length,
					differingNumbers: numbers,
				},
				differences: differences.slice(0, MOST_SHOWN),
			},
		};
	},
};

/** Reasons of the reader of tables that here mean one thing: it is neither a Word document nor a workbook. */
const WRONG_KIND: ReadonlySet<string> = new Set([
	'file/unknown-format',
	'file/not-a-workbook',
	'file/old-excel',
]);

function textOfRefusal(refusal: CheckRefusal): string {
	if (refusal.code === 'papers/unreadable')
		return WRONG_KIND.has(refusal.reason) ? m.papers_check_wrong_kind() : textOfFileRefusal(refusal.reason);
	if (refusal.code === 'papers/not-compared') return m.papers_check_not_compared();
	return refusal.code === 'papers/not-ours' ? m.papers_check_not_ours() : m.papers_snapshot_broken();
}
