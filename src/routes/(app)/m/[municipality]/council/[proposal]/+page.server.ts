import { fail, redirect } from '@sveltejs/kit';
import {
	answer,
	choice,
	echoForm,
	id,
	optionalText,
	parseForm,
	refuseAccess,
	revision,
	text,
} from '#lib/forms/index.ts';
import { pointWords } from '#lib/components/review/point-words.ts';
import { formatDate } from '#lib/i18n/format.ts';
import { issueText } from '#lib/i18n/issues.ts';
import { passingLines } from '#lib/i18n/passing-text.ts';
import { nameOfRule } from '#lib/i18n/rule-names.ts';
import { readingText } from '#lib/i18n/rule-text.ts';
import { nameOfProposalState } from '#lib/i18n/scenario-names.ts';
import { m } from '#lib/paraglide/messages.js';
import { baseEndsOn } from '#lib/server/services/council-base.ts';
import { viewProposal } from '#lib/server/services/council-view.ts';
import { commentOn, openReview, takeReviewStep } from '#lib/server/services/review.ts';
import { z } from 'zod';
import { problemOf, proposalAddress } from './council-answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const page = answer(await openReview(locals.ctx, proposalAddress(params)));
	const view = viewProposal(page);
	const { title, state } = view.proposal;
	const passing = passingLines(view.passing, `${here(params)}/rules`);
	const endsOn = await baseEndsOn(locals.ctx, page.open);
	const baseProblem = endsOn && m.council_base_ends({ date: formatDate(endsOn) });
	const scenarioFrame = { name: title, status: nameOfProposalState(state) };
	const words = {
		points: view.points.map(pointWords),
		brokenRules: view.brokenRules.map(({ rule, reading }) => ({
			name: nameOfRule(rule),
			reading: readingText(reading),
		})),
	};
	return { view: { ...view, ...words, passing }, baseProblem, scenarioFrame };
};

const stepSchema = z.object({
	action: choice(['open-review', 'return', 'withdraw', 'redraft']),
	note: optionalText(2000),
	revision: revision(),
});
const optionalId = z.union([z.literal(''), id()]).transform((value) => (value === '' ? null : value));
const commentSchema = z.object({ operation: optionalId, parent: optionalId, body: text(4000) });

export const actions: Actions = {
	step: async ({ request, locals, params }) => {
		const form = parseForm(stepSchema, await request.formData());
		if (!form.ok) return fail(400, { refusal: m.common_issue_invalid(), at: '' });
		const address = proposalAddress(params);
		const { action, note, revision: seen } = form.value;
		const result = await takeReviewStep(locals.ctx, address, { action, note: note ?? '', revision: seen });
		if (result.ok) redirect(303, here(params));
		refuseAccess(result.error);
		return fail(409, { refusal: await problemOf(locals.ctx, address, result.error), at: 'step' });
	},
	comment: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(commentSchema, data);
		const at = String(data.get('operation') ?? '') || 'general';
		const { parent: answered = '', body: written = '' } = echoForm(data);
		const sent = { parent: answered, body: written };
		if (!form.ok) {
			const refusal = issueText(form.error.issues['body']) ?? m.common_issue_invalid();
			return fail(400, { refusal, at, sent });
		}
		const address = proposalAddress(params);
		const { operation, parent, body } = form.value;
		const result = await commentOn(locals.ctx, address, { operationId: operation, parentId: parent, body });
		if (result.ok) redirect(303, `${here(params)}#comment-${result.value}`);
		refuseAccess(result.error);
		return fail(409, { refusal: await problemOf(locals.ctx, address, result.error), at, sent });
	},
};

function here(params: { municipality: string; proposal: string }): string {
	return `/m/${params.municipality}/council/${params.proposal}`;
}
