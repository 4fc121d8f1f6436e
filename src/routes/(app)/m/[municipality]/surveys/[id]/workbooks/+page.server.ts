import { answer, NO_PROBLEMS, refuseAccess } from '#lib/forms/index.ts';
import { textOfFileRefusal } from '#lib/i18n/import-names.ts';
import { textOfSheetProblem } from '#lib/i18n/survey-names.ts';
import { m } from '#lib/paraglide/messages.js';
import { readBoard } from '#lib/server/services/survey-board.ts';
import { MOST_FILES, takeQuestionnaires, type ReturnOutcome } from '#lib/server/services/survey-return.ts';
import { error, fail } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const board = answer(await readBoard(locals.ctx, { slug: params.municipality, id: params.id }));
	if (!board.mayManage) error(403, m.common_forbidden());
	return { board, most: MOST_FILES };
};

export const actions: Actions = {
	bring: async ({ locals, params, request }) => {
		const data = await request.formData();
		const given = data.getAll('files');
		const files = given.filter((file): file is File => file instanceof File && file.name !== '');
		if (files.length === 0)
			return fail(400, {
				...NO_PROBLEMS,
				issues: { files: { code: 'required' } },
				refusal: null,
				outcomes: null,
			});
		const brought = await Promise.all(
			files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
		);
		const address = { slug: params.municipality, id: params.id };
		const taken = await takeQuestionnaires(locals.ctx, address, brought, {
			replaces: data.get('replaces') === 'yes',
		});
		if (taken.ok) return { ...NO_PROBLEMS, refusal: null, outcomes: taken.value.map(wordsOf) };
		refuseAccess(taken.error);
		return fail(409, { ...NO_PROBLEMS, refusal: taken.error.code, outcomes: null });
	},
};

/** An outcome in words; the marked file lives only in this answer, so that nothing of it is stored. */
function wordsOf(outcome: ReturnOutcome) {
	const { file } = outcome;
	const marked = 'marked' in outcome && outcome.marked !== null ? addressOfFile(outcome.marked.bytes) : null;
	return {
		file,
		isTaken: outcome.kind === 'accepted',
		asks: outcome.kind === 'asks',
		lines: linesOf(outcome),
		marked,
	};
}

function linesOf(outcome: ReturnOutcome): readonly string[] {
	switch (outcome.kind) {
		case 'accepted':
			return [
				m.survey_return_accepted({ count: outcome.people }),
				...(outcome.empty > 0 ? [m.survey_return_blank({ count: outcome.empty })] : []),
				...outcome.passedOver.map((sheet) => m.survey_return_passed_over({ sheet })),
			];
		case 'unreadable':
			return [textOfFileRefusal(outcome.code)];
		case 'refused':
			return outcome.problems.map(textOfSheetProblem);
		case 'wrong':
			return [m.survey_return_wrong({ count: outcome.fields })];
		case 'asks':
			return [
				...outcome.sheets.map((sheet) => m.survey_return_begun({ sheet })),
				m.survey_return_begun_how(),
			];
		case 'empty':
			return [m.survey_return_empty()];
		case 'closed':
			return [m.survey_return_closed()];
	}
}

function addressOfFile(bytes: Uint8Array): string {
	const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
	return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
}
