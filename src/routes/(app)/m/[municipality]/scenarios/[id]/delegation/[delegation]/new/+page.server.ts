import { error, fail, redirect } from '@sveltejs/kit';
import { decodeOperation } from '#lib/domain/scenario/index.ts';
import { answer, echoForm, parseForm, refuseAccess } from '#lib/forms/index.ts';
import { nameOfScenarioStatus } from '#lib/i18n/scenario-names.ts';
import { m } from '#lib/paraglide/messages.js';
import { openDelegation, type DelegationProblem } from '#lib/server/services/scenario-delegation.ts';
import { proposeOperation } from '#lib/server/services/scenario-delegation-work.ts';
import { operationChoices } from '#lib/server/services/scenario-view.ts';
import { common, issuesOf, listsOf, parseKind } from '../../../operations/operation-form.ts';
import { subjectValues } from '../../../operations/operation-values.ts';
import { payloadSchema } from '../../../operations/payload-schema.ts';
import { delegationProblem } from '../../delegation-text.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const kind = parseKind(url.searchParams.get('kind'));
	if (!kind) error(404, m.common_not_found());
	const { open, part, isDelegate, delegation } = answer(await openDelegation(locals.ctx, addressOf(params)));
	if (!isDelegate) error(403, m.common_forbidden());
	const subject = url.searchParams.get('subject');
	return {
		...{ kind, scenario: open.scenario.name, revision: delegation.revision },
		scenarioFrame: { name: open.scenario.name, status: nameOfScenarioStatus(open.scenario.status) },
		choices: { ...(await operationChoices(locals.ctx, open, part, subject)), findings: [] },
		stored: subjectValues(part, kind, subject),
	};
};

export const actions: Actions = {
	default: async ({ request, locals, params }) => {
		const data = await request.formData();
		const kind = parseKind(data.get('kind'));
		const echo = { values: echoForm(data), lists: listsOf(data) };
		if (!kind) return fail(400, { issues: { kind: { code: 'not-a-choice' } }, ...echo, refusal: '' });
		const head = parseForm(common, data);
		const payload = parseForm(
			payloadSchema(kind, () => `n-${locals.ctx.newId()}`),
			data,
		);
		if (!head.ok || !payload.ok)
			return fail(400, { issues: { ...issuesOf(head), ...issuesOf(payload) }, ...echo, refusal: '' });
		const body = decodeOperation(kind, payload.value);
		if (!body.ok) return fail(400, { issues: { form: { code: 'invalid' } }, ...echo, refusal: '' });
		const address = addressOf(params);
		const { motive, revision } = head.value;
		const result = await proposeOperation(locals.ctx, address, { body: body.value, motive, revision });
		if (result.ok)
			redirect(303, `/m/${address.slug}/scenarios/${address.scenarioId}/delegation/${address.delegationId}`);
		refuseAccess(result.error);
		const refusal = await delegationProblem(locals.ctx, address, result.error as DelegationProblem);
		return fail(409, { issues: {}, ...echo, refusal });
	},
};

function addressOf(params: { municipality: string; id: string; delegation: string }) {
	return { slug: params.municipality, scenarioId: params.id, delegationId: params.delegation };
}
