import { error, fail } from '@sveltejs/kit';
import { monthsOfYear, partOfQuarter, partOfYear, stackParts } from '#lib/charts/training-timeline.ts';
import {
	answer,
	day,
	echoForm,
	id,
	NO_PROBLEMS,
	parseForm,
	refuseAccess,
	revision,
} from '#lib/forms/index.ts';
import { formatDate, formatEuro, formatShare, nameOfMonth } from '#lib/i18n/format.ts';
import { localText } from '#lib/i18n/names.ts';
import { reissueText, textOfSessionProblem, textOfSessionRefusal } from '#lib/i18n/session-names.ts';
import { nameOfGroup, nameOfQuarter, nameOfTrainingFunding } from '#lib/i18n/training-names.ts';
import { m } from '#lib/paraglide/messages.js';
import { readSchedule, type SchedulePage } from '#lib/server/services/training-session-view.ts';
import { moveSessionTo } from '#lib/server/services/training-session.ts';
import { z } from 'zod';
import { planYearIn } from '../../plan-year.ts';
import type { Actions, PageServerLoad } from './$types';
import { wordsOf } from '../../sessions/words.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const page = answer(await readSchedule(locals.ctx, params.municipality, planYearIn(url)));
	const { year } = page;
	return {
		year,
		hasPlan: page.hasPlan,
		mayEdit: page.mayEdit,
		months: monthsOfYear(year).map((part) => ({ ...part, name: nameOfMonth(part.month, 'short') })),
		items: page.items.map((item) => ({
			id: item.id,
			title: localText(item.title),
			group: nameOfGroup(item),
			quarter: nameOfQuarter(item.quarter),
			isOpen: item.state === 'planned',
			planned: partOfQuarter(year, item.quarter),
			sessions: item.sessions.map((line) => ({
				...wordsOf(line),
				...partOfYear(year, line.startsOn, line.endsOn),
				startsOn: line.startsOn,
				revision: line.revision,
				day: formatDate(line.startsOn),
			})),
		})),
		budget: budgetOf(page),
	};
};

const moveForm = z.object({ id: id(), startsOn: day(), revision: revision() });

export const actions: Actions = {
	move: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(moveForm, data);
		if (!form.ok) return fail(400, { ...form.error, refusal: m.session_move_wrong(), moved: null });
		const { id: session, ...to } = form.value;
		const result = await moveSessionTo(locals.ctx, { slug: params.municipality, id: session }, to);
		if (result.ok) {
			const moved = [formatDate(to.startsOn), reissueText(result.value)].filter(Boolean).join(' ');
			return { ...NO_PROBLEMS, refusal: null, moved };
		}
		refuseAccess(result.error);
		if (result.error.code === 'session/no-such-session') error(404, textOfSessionRefusal(result.error.code));
		const refusal =
			result.error.code === 'session/problems'
				? result.error.problems
						.map((problem) =>
							textOfSessionProblem(problem.code, 'year' in problem ? problem.year : undefined),
						)
						.join(' ')
				: textOfSessionRefusal(result.error.code);
		return fail(409, { ...NO_PROBLEMS, values: echoForm(data), refusal, moved: null });
	},
};

/** The money of the plan by source, as parts of one bar. */
function budgetOf({ budget }: SchedulePage) {
	const parts = stackParts(budget.map(({ funding, cost }) => ({ funding, cost, value: cost })));
	return parts.map(({ funding, cost, from, width }) => ({
		...{ funding, from, width },
		name: nameOfTrainingFunding(funding),
		cost: formatEuro(cost, { digits: 2 }),
		share: formatShare(width),
	}));
}
