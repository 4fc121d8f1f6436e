import { error, fail, redirect } from '@sveltejs/kit';
import { parseIsoDate, type EmployeeId } from '#lib/domain/shared/index.ts';
import type { DayMark, MarkClash, MarkProblem } from '#lib/domain/training/index.ts';
import { NO_PROBLEMS, refuseAccess } from '#lib/forms/index.ts';
import { formatDate, formatNumber } from '#lib/i18n/format.ts';
import { nameOfParameter } from '#lib/i18n/parameter-names.ts';
import { textOfMarkProblem, textOfSessionRefusal } from '#lib/i18n/session-names.ts';
import { m } from '#lib/paraglide/messages.js';
import { importAttendance } from '#lib/server/services/training-sheets.ts';
import { markAttendance } from '#lib/server/services/training-attendance.ts';
import type { Actions, PageServerLoad } from './$types';
import { fileIn, sheetWords } from '../../../sheet-words.ts';
import { seenIn } from '../../../both-edits.ts';
import { openPage } from '../open-page.ts';

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
		const isAll = data.get('all') === 'on';
		const marks = [...data].flatMap(([name, value]) => markOf(name, value, isAll));
		if (marks.length > 20_000) return fail(400, refusalOf(m.session_mark_wrong()));
		const known = marks.filter((mark) => mark !== null);
		if (known.length < marks.length) return fail(400, refusalOf(m.session_mark_wrong()));
		const of = { slug: params.municipality, id: params.id };
		const result = await markAttendance(locals.ctx, of, known, seenMarks(data));
		if (result.ok) redirect(303, '?saved=1');
		refuseAccess(result.error);
		if (result.error.code === 'session/no-such-session') error(404, textOfSessionRefusal(result.error.code));
		if (result.error.code === 'attendance/clash') return fail(409, bothSheets(data, result.error.clashes));
		if (result.error.code !== 'attendance/problems')
			return fail(409, refusalOf(textOfSessionRefusal(result.error.code)));
		return fail(409, refusalOf(sentences(result.error.problems)));
	},
};

/** One field of the sheet; null for one that no sheet has, nothing for a day not marked. */
function markOf(name: string, value: FormDataEntryValue, isAll: boolean): readonly (DayMark | null)[] {
	if (!name.startsWith('mark.')) return [];
	const at = name.lastIndexOf('.');
	const day = parseIsoDate(name.slice(at + 1));
	const employeeId = name.slice('mark.'.length, at) as EmployeeId;
	const said = value === '' && isAll ? 'present' : value;
	if (said === '') return [];
	if (!day || employeeId === '' || (said !== 'present' && said !== 'absent')) return [null];
	return [{ employeeId, day, isPresent: said === 'present' }];
}

/** What stood on the sheet when it was opened; null for a form that does not say. */
function seenMarks(data: FormData): readonly DayMark[] | null {
	const seen = seenIn(data);
	if (seen === null) return null;
	return Object.entries(seen).flatMap(([name, value]) =>
		markOf(name, value, false).filter((one) => one !== null),
	);
}

/** The sheet as it was filled, with what somebody else stored beside the days that both marked. */
function bothSheets(data: FormData, clashes: readonly MarkClash[]) {
	const nameOf = ({ employeeId, day }: MarkClash) => `mark.${employeeId}.${day}`;
	const wordOf = ({ theirs }: MarkClash) =>
		theirs === null
			? m.session_outcome_enrolled()
			: theirs
				? m.session_mark_present()
				: m.session_mark_absent();
	return {
		...refusalOf(m.session_both_edited()),
		given: Object.fromEntries(
			[...data].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
		),
		others: Object.fromEntries(clashes.map((clash) => [nameOf(clash), wordOf(clash)])),
	};
}

function sentences(problems: readonly MarkProblem[]): string {
	return [...new Set(problems.map(textOfMarkProblem))].join(' ');
}

function refusalOf(refusal: string) {
	return { ...NO_PROBLEMS, refusal, outcome: null, given: null, others: {} };
}
