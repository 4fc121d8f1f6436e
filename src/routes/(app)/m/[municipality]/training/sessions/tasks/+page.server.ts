import { fail, redirect } from '@sveltejs/kit';
import { COMPETENCY_LEVELS, type CompetencyLevel } from '#lib/domain/training/index.ts';
import {
	answer,
	id,
	NO_PROBLEMS,
	optionalText,
	parseForm,
	refuseAccess,
	wholeNumber,
} from '#lib/forms/index.ts';
import { formatDate } from '#lib/i18n/format.ts';
import { localText } from '#lib/i18n/names.ts';
import { textOfSessionRefusal } from '#lib/i18n/session-names.ts';
import { nameOfLevel } from '#lib/i18n/training-names.ts';
import { m } from '#lib/paraglide/messages.js';
import { evaluateParticipant, readTasks } from '#lib/server/services/training-task.ts';
import { z } from 'zod';
import { planYearIn } from '../../plan-year.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const page = answer(await readTasks(locals.ctx, params.municipality, planYearIn(url)));
	return {
		year: page.year,
		isSaved: url.searchParams.has('saved'),
		levels: COMPETENCY_LEVELS.map((level) => ({ value: String(level), label: nameOfLevel(level) })),
		tasks: page.tasks.map((task) => ({
			key: `${task.sessionId}.${task.employeeId}`,
			sessionId: task.sessionId,
			employeeId: task.employeeId,
			name: task.name,
			title: localText(task.title),
			competency: task.competency ? localText(task.competency) : '',
			assessed: task.assessed === null ? m.training_not_assessed() : nameOfLevel(task.assessed),
			state: task.state,
			stateName: STATES[task.state](),
			term: m.session_task_term({ from: formatDate(task.from), to: formatDate(task.to) }),
			applied: task.applied === null ? '' : m.session_task_applied({ applied: String(task.applied) }),
			note: task.note,
		})),
	};
};

const STATES = {
	late: m.session_task_late,
	due: m.session_task_due,
	later: m.session_task_later,
	done: m.session_task_done,
};

const taskForm = z.object({
	session: id(),
	person: id(),
	applied: wholeNumber({ min: 1, max: 5 }),
	level: z
		.enum(['', '1', '2', '3', '4', '5'])
		.default('')
		.transform((level) => (level === '' ? null : (Number(level) as CompetencyLevel))),
	note: optionalText(500),
});

export const actions: Actions = {
	default: async ({ request, locals, params, url }) => {
		const form = parseForm(taskForm, await request.formData());
		if (!form.ok) return fail(400, { ...form.error, refusal: m.session_task_wrong() });
		const { session, person, applied, level, note } = form.value;
		const year = planYearIn(url);
		const result = await evaluateParticipant(
			locals.ctx,
			{ slug: params.municipality, year },
			{
				...{ sessionId: session, employeeId: person, applied, level, note: note ?? '' },
				source: (title) => m.session_task_source({ title: localText(title) }, { locale: 'bg' }),
			},
		);
		if (result.ok) redirect(303, `?year=${year ?? ''}&saved=1`);
		refuseAccess(result.error);
		return fail(409, { ...NO_PROBLEMS, refusal: textOfSessionRefusal(result.error.code) });
	},
};
