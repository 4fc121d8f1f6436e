import { error } from '@sveltejs/kit';
import { answer, askSignIn } from '#lib/forms/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { makeQuestionnaire } from '#lib/server/services/survey-questionnaire.ts';
import type { RequestHandler } from './$types';

/** Gives the questionnaire out; by POST, because it is noted who got one. */
export const POST: RequestHandler = async ({ locals, params, request, url }) => {
	askSignIn(locals.ctx.actor, url);
	const data = await request.formData();
	const [unit, respondent] = [data.get('unit'), data.get('respondent')];
	const scope =
		typeof respondent === 'string' && respondent !== ''
			? { respondent }
			: { unit: typeof unit === 'string' ? unit : '' };
	const address = { slug: params.municipality, id: params.id };
	const made = await makeQuestionnaire(locals.ctx, address, scope);
	if (!made.ok && made.error.code === 'survey/wrong-state') error(409, m.survey_refusal_wrong_state());
	if (!made.ok && made.error.code === 'survey/nobody') error(404, m.common_not_found());
	const file = answer(made);
	return new Response(new Uint8Array(file.bytes), { headers: file.headers });
};
