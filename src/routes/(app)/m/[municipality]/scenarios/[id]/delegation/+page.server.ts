import { fail, redirect } from '@sveltejs/kit';
import {
	day,
	echoForm,
	id,
	NO_PROBLEMS,
	parseForm,
	refuseAccess,
	text,
	type FormProblems,
} from '#lib/forms/index.ts';
import { formatDate } from '#lib/i18n/format.ts';
import { localText } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';
import {
	delegateUnit,
	listHeads,
	mayManage,
	viewDelegations,
	type DelegationProblem,
} from '#lib/server/services/scenario-delegation.ts';
import { z } from 'zod';
import { loadScenario } from '../frame.ts';
import { delegationProblem, STATES } from './delegation-text.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { open, summary, scenarioFrame } = await loadScenario(locals.ctx, params);
	const heads = await listHeads(locals.ctx, open);
	const names = new Map(
		[...open.run.before.units, ...open.run.after.units].map(({ key, name }) => [key, name]),
	);
	const nameOf = (key: (typeof heads)[number]['unitKey']) => {
		const name = names.get(key);
		return name ? localText(name) : key;
	};
	const isManager = mayManage(open);
	const standing = new Set(open.run.after.units.map(({ key }) => key));
	return {
		...{ summary, scenarioFrame, isManager },
		mayGive: isManager && open.scenario.status === 'draft',
		heads: isManager
			? heads
					.filter(({ unitKey }) => standing.has(unitKey))
					.map(({ unitKey, name }) => ({ value: unitKey, label: `${nameOf(unitKey)} – ${name}` }))
			: [],
		delegations: (await viewDelegations(locals.ctx, open)).map((one) => ({
			...{ id: one.id, state: one.state, stateName: STATES[one.state](), unit: nameOf(one.unitKey) },
			head: heads.find(({ userId }) => userId === one.delegateId)?.name ?? '',
			due: one.dueOn === null ? m.delegation_no_date() : formatDate(one.dueOn),
		})),
	};
};

const schema = z.object({
	unit: id(),
	task: text(2000),
	due: z.union([z.literal('').transform(() => null), day()]),
});

export const actions: Actions = {
	default: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(schema, data);
		if (!form.ok) return fail(400, { ...form.error, refusal: '' });
		const address = { slug: params.municipality, scenarioId: params.id };
		const { unit: unitKey, task, due: dueOn } = form.value;
		const result = await delegateUnit(locals.ctx, address, { unitKey, task, dueOn });
		if (result.ok)
			redirect(303, `/m/${params.municipality}/scenarios/${params.id}/delegation/${result.value}`);
		refuseAccess(result.error);
		const values = echoForm(data);
		const past: FormProblems = { issues: { due: { code: 'past' } }, values };
		if (result.error.code === 'delegation/due-past') return fail(400, { ...past, refusal: '' });
		const refusal = await delegationProblem(locals.ctx, address, result.error as DelegationProblem);
		return fail(409, { ...NO_PROBLEMS, values, refusal });
	},
};
