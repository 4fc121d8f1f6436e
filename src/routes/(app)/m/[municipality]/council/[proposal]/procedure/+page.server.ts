import { fail, redirect } from '@sveltejs/kit';
import { MARKED_STEPS } from '#lib/domain/review/index.ts';
import {
	answer,
	choice,
	day,
	echoForm,
	NO_PROBLEMS,
	optionalDay,
	optionalText,
	parseForm,
	refuseAccess,
	revision,
	typedText,
} from '#lib/forms/index.ts';
import { nameOfProcedureActor, nameOfProcedureStatus, nameOfProcedureStep } from '#lib/i18n/council-names.ts';
import { formatMoment } from '#lib/i18n/format.ts';
import { citationText } from '#lib/i18n/citation-text.ts';
import { m } from '#lib/paraglide/messages.js';
import { markStep, setProcedure, viewProcedure } from '#lib/server/services/council-procedure.ts';
import { openReview } from '#lib/server/services/review.ts';
import { z } from 'zod';
import { problemOf, proposalAddress } from '../council-answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const address = proposalAddress(params);
	const view = answer(await viewProcedure(locals.ctx, address));
	const { rule, table } = answer(await openReview(locals.ctx, address));
	const { proposal, marks, places, mayRecord, isFrozen, undone } = view;
	const [quorum = m.review_rule_missing(), ...majority] = (rule?.citations ?? []).map((one) =>
		citationText(one),
	);
	return {
		...{ proposal, mayRecord, isFrozen, amendments: table.amendments.length },
		undone: undone && m.council_procedure_undone({ when: formatMoment(undone.at), reason: undone.note }),
		isSaved: url.searchParams.has('saved'),
		places: places.map(({ key, by, doneOn, dueOn, status, termDays, citation, needs, term }) => {
			const mark = marks.find(({ step }) => step === key);
			const days = { days: termDays ?? 0, citation: citationText(citation ?? '') };
			const words = term?.direction === 'before' ? m.council_term_before(days) : m.council_term_after(days);
			return {
				...{ key, doneOn, dueOn, status, name: nameOfProcedureStep(key) },
				...{ by: nameOfProcedureActor(by), statusName: nameOfProcedureStatus(status) },
				note: [mark?.note, mark && m.council_procedure_marked_by({ name: mark.recordedName })]
					.filter(Boolean)
					.join(' – '),
				basis: [
					...(termDays !== null ? [words] : []),
					...(needs === 'quorum' ? [m.council_needs_quorum_text({ rule: quorum })] : []),
					...(needs === 'majority'
						? [m.council_needs_majority_text({ rule: majority.join('; ') || quorum })]
						: []),
				].join(' '),
			};
		}),
	};
};

const waySchema = z.object({
	committee: typedText(200),
	until: optionalDay(),
	session: optionalDay(),
	revision: revision(),
});
const markSchema = z.object({
	step: choice(MARKED_STEPS),
	day: day(),
	note: optionalText(500),
	revision: revision(),
});

export const actions: Actions = {
	set: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(waySchema, data);
		if (!form.ok) return fail(400, { ...form.error, refusal: '' });
		const { committee, until, session, revision: seen } = form.value;
		const input = { committee, amendmentsUntil: until, sessionOn: session, revision: seen };
		const address = proposalAddress(params);
		const result = await setProcedure(locals.ctx, address, input);
		if (result.ok) redirect(303, `${here(params)}?saved`);
		refuseAccess(result.error);
		const refusal = await problemOf(locals.ctx, address, result.error);
		return fail(409, { ...NO_PROBLEMS, values: echoForm(data), refusal });
	},
	mark: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(markSchema, data);
		if (!form.ok) return fail(400, { ...form.error, refusal: '' });
		const { step, day: onDay, note, revision: seen } = form.value;
		const address = proposalAddress(params);
		const result = await markStep(locals.ctx, address, { step, onDay, note: note ?? '', revision: seen });
		if (result.ok) redirect(303, `${here(params)}?saved`);
		refuseAccess(result.error);
		const refusal = await problemOf(locals.ctx, address, result.error);
		return fail(409, { ...NO_PROBLEMS, values: echoForm(data), refusal, at: atOf(result.error) });
	},
};

/** Where a refusal belongs: what the day is against stands at the day. */
function atOf({ code }: { readonly code: string }): 'day' | 'form' {
	return code.startsWith('review/mark-') ? 'day' : 'form';
}

function here(params: { municipality: string; proposal: string }): string {
	return `/m/${params.municipality}/council/${params.proposal}/procedure`;
}
