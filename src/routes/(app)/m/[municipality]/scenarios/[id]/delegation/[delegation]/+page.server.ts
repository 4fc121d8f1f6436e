import { fail, redirect } from '@sveltejs/kit';
import { depthFirst, type UnitKey } from '#lib/domain/shared/index.ts';
import type { OrgUnit } from '#lib/domain/org/index.ts';
import { answer, id, parseForm, refuseAccess, revision, typedText } from '#lib/forms/index.ts';
import { formatDate, formatHeadcount } from '#lib/i18n/format.ts';
import { localText } from '#lib/i18n/names.ts';
import { nameOfOperationKind, nameOfScenarioStatus } from '#lib/i18n/scenario-names.ts';
import { operationDetails } from '#lib/i18n/operation-details.ts';
import { operationTitle } from '#lib/i18n/operation-text.ts';
import { m } from '#lib/paraglide/messages.js';
import {
	acceptOperation,
	endDelegation,
	refuseOperation,
} from '#lib/server/services/scenario-delegation-decide.ts';
import {
	listHeads,
	openDelegation,
	proposedEffects,
	type DelegationProblem,
	type OpenDelegation,
} from '#lib/server/services/scenario-delegation.ts';
import { returnDelegation, withdrawOperation } from '#lib/server/services/scenario-delegation-work.ts';
import { z } from 'zod';
import { delegationProblem, STATES } from '../delegation-text.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const MOST_FUNCTIONS = 12;

export const load: PageServerLoad = async ({ locals, params }) => {
	const address = addressOf(params);
	const found = answer(await openDelegation(locals.ctx, address));
	const { open, delegation, part, isDelegate, mayManage } = found;
	const root = part.units.find(({ key }) => key === delegation.unitKey);
	const head = (await listHeads(locals.ctx, open)).find(({ userId }) => userId === delegation.delegateId);
	return {
		scenario: { id: open.scenario.id, name: open.scenario.name },
		scenarioFrame: { name: open.scenario.name, status: nameOfScenarioStatus(open.scenario.status) },
		unit: root ? localText(root.name) : delegation.unitKey,
		head: head?.name ?? '',
		task: delegation.task,
		due: delegation.dueOn === null ? m.delegation_no_date() : formatDate(delegation.dueOn),
		...{ state: delegation.state, stateName: STATES[delegation.state](), revision: delegation.revision },
		...{ isDelegate, proposed: proposedRows(found), units: unitRows(part) },
		mayDecide: open.mayEdit && delegation.state === 'returned',
		mayEnd: mayManage && (delegation.state === 'open' || delegation.state === 'returned'),
	};
};

function proposedRows(found: OpenDelegation) {
	const effects = proposedEffects(found);
	return found.proposed.map(({ id: key, motive, state, answer: reason, body }, at) => {
		const effect = effects.get(key);
		return {
			...{ id: key, number: at + 1, motive, state, reason },
			title: effect ? operationTitle(effect) : nameOfOperationKind(body.kind),
			details: effect && found.open.mayEdit ? operationDetails(effect) : [],
		};
	});
}

/** The units of the part with their posts and the functions they answer for; never what a post costs. */
function unitRows({ units, posts, functions, participations }: OpenDelegation['part']) {
	const texts = new Map(functions.map(({ key, text }) => [key, localText(text)]));
	return depthFirst<UnitKey, OrgUnit>(units).map(({ item, depth }) => {
		const answered = participations.filter(
			({ unitKey, role }) => unitKey === item.key && role === 'accountable',
		);
		return {
			...{ key: item.key, name: localText(item.name), depth },
			posts: posts
				.filter(({ unitKey }) => unitKey === item.key)
				.map(({ title, approved }) =>
					m.delegation_post({ title: localText(title), count: formatHeadcount(approved) }),
				),
			functions: answered.slice(0, MOST_FUNCTIONS).map(({ functionKey }) => texts.get(functionKey) ?? ''),
			more: Math.max(0, answered.length - MOST_FUNCTIONS),
		};
	});
}

const seen = z.object({ revision: revision() });
const one = seen.extend({ operation: id() });
const refused = one.extend({ reason: typedText(2000) });

export const actions: Actions = {
	withdraw: (event) =>
		change(event, one, (address, { operation, revision: known }) =>
			withdrawOperation(event.locals.ctx, address, { id: operation, revision: known }),
		),
	return: (event) =>
		change(event, seen, (address, { revision: known }) =>
			returnDelegation(event.locals.ctx, address, { revision: known }),
		),
	accept: (event) =>
		change(event, one, (address, { operation, revision: known }) =>
			acceptOperation(event.locals.ctx, address, { id: operation, revision: known }),
		),
	refuse: (event) =>
		change(event, refused, (address, { operation, revision: known, reason }) =>
			refuseOperation(event.locals.ctx, address, { id: operation, revision: known, reason }),
		),
	end: (event) =>
		change(event, seen, (address, { revision: known }) =>
			endDelegation(event.locals.ctx, address, { revision: known }),
		),
};

type Address = ReturnType<typeof addressOf>;

/** Reads the small form of a button, asks the service and comes back to the page. */
async function change<T>(
	{ request, locals, params }: RequestEvent,
	schema: z.ZodType<T>,
	ask: (address: Address, value: T) => ReturnType<typeof acceptOperation>,
) {
	const form = parseForm(schema, await request.formData());
	if (!form.ok) return fail(400, { refusal: m.common_issue_invalid() });
	const address = addressOf(params);
	const result = await ask(address, form.value);
	if (result.ok)
		redirect(303, `/m/${address.slug}/scenarios/${address.scenarioId}/delegation/${address.delegationId}`);
	refuseAccess(result.error);
	const refusal = await delegationProblem(locals.ctx, address, result.error as DelegationProblem);
	return fail(409, { refusal });
}

function addressOf(params: { municipality: string; id: string; delegation: string }) {
	return { slug: params.municipality, scenarioId: params.id, delegationId: params.delegation };
}
