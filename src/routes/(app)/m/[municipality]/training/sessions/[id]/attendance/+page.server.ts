import { error, fail, redirect } from '@sveltejs/kit';
import type { MarkProblem } from '#lib/domain/training/index.ts';
import { NO_PROBLEMS, refuseAccess } from '#lib/forms/index.ts';
import { formatDate, formatNumber } from '#lib/i18n/format.ts';
import { nameOfParameter } from '#lib/i18n/parameter-names.ts';
import { textOfMarkProblem, textOfSessionRefusal } from '#lib/i18n/session-names.ts';
import { m } from '#lib/paraglide/messages.js';
import { importAttendance } from '#lib/server/services/training-sheets.ts';
import { markAttendance } from '#lib/server/services/training-attendance.ts';
import type { Actions, PageServerLoad } from './$types';
import { fileIn, sheetWords } from '../../../sheet-words.ts';
import { openPage } from '../open-page.ts';
import { chosenIn, clashesByField, marksIn, seenMarks } from './sheet-fields.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { page, words } = await openPage(locals.ctx, params);
	if (!page.participants) error(403, m.common_forbidden());
	const seated = page.participants.filter((person) => !person.isWaiting);
	return {
		...words,
		isSaved: url.searchParams.has('saved'),
		rule: ruleOf(page.attendedPercent),
		days: page.days.map((day) => ({ day, name: formatDate(day), isToCome: day > page.today })),
		rows: seated.map((person) => ({
			id: person.id,
			name: person.name,
			unit: words.people?.find((one) => one.id === person.id)?.unit ?? '',
			state: person.state,
			outcome: words.people?.find((one) => one.id === person.id)?.outcome ?? '',
			marks: person.marks,
		})),
	};
};

/** When whoever was present took part. */
function ruleOf(percent: number | undefined): string {
	return percent === undefined
		? m.session_marks_no_share({ name: nameOfParameter('training.attended.percent') })
		: m.session_marks_lead({ percent: formatNumber(percent) });
}

export const actions: Actions = {
	bring: async ({ request, locals, params }) => {
		const file = await fileIn(await request.formData());
		if (!file)
			return fail(400, {
				...NO_PROBLEMS,
				issues: { file: { code: 'required' } },
				refusal: null,
				outcome: null,
				...{ given: null, others: {} },
			});
		const of = { slug: params.municipality, id: params.id };
		const result = await importAttendance(locals.ctx, of, file);
		if (!result.ok) {
			refuseAccess(result.error);
			const words = textOfSessionRefusal(result.error.code);
			if (result.error.code === 'session/no-such-session') error(404, words);
			return fail(409, refusalOf(words));
		}
		const outcome = sheetWords(result.value);
		const said = { ...NO_PROBLEMS, refusal: null, outcome, given: null, others: {} };
		return outcome.isTaken ? said : fail(409, said);
	},
	mark: async ({ request, locals, params }) => {
		const data = await request.formData();
		const marks = marksIn(data);
		if (marks === null) return fail(400, refusalOf(m.session_mark_wrong()));
		const of = { slug: params.municipality, id: params.id };
		const result = await markAttendance(locals.ctx, of, marks, seenMarks(data));
		if (result.ok) redirect(303, '?saved=1');
		refuseAccess(result.error);
		if (result.error.code === 'session/no-such-session') error(404, textOfSessionRefusal(result.error.code));
		const given = chosenIn(data);
		if (result.error.code === 'attendance/clash')
			return fail(409, {
				...refusalOf(m.session_both_edited()),
				...{ given, others: clashesByField(result.error.clashes) },
			});
		if (result.error.code !== 'attendance/problems')
			return fail(409, { ...refusalOf(textOfSessionRefusal(result.error.code)), given });
		return fail(409, { ...refusalOf(sentences(result.error.problems)), given });
	},
};

function sentences(problems: readonly MarkProblem[]): string {
	return [...new Set(problems.map(textOfMarkProblem))].join(' ');
}

function refusalOf(refusal: string) {
	return { ...NO_PROBLEMS, refusal, outcome: null, given: null, others: {} };
}
