import { fail, redirect } from '@sveltejs/kit';
import { answer, NO_PROBLEMS, echoForm, parseForm, refuseAccess, text } from '#lib/forms/index.ts';
import { formatMoment, formatNumber } from '#lib/i18n/format.ts';
import { localText } from '#lib/i18n/names.ts';
import { nameOfResting } from '#lib/i18n/paper-names.ts';
import { m } from '#lib/paraglide/messages.js';
import {
	restoreAdoption,
	undoAdoption,
	viewAdoption,
	type AdoptionUndoRefusal,
} from '#lib/server/services/adoption-undo.ts';
import { z } from 'zod';
import { loadScenario } from '../frame.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { summary, scenarioFrame } = await loadScenario(locals.ctx, params);
	const address = { slug: params.municipality, scenarioId: params.id };
	const adoption = answer(await viewAdoption(locals.ctx, address));
	return {
		...{ summary, scenarioFrame, mayUndo: adoption.mayUndo },
		decision: adoption.decision && {
			...{ number: adoption.decision.number, proposal: adoption.decision.proposalNumber },
		},
		versions: adoption.versions.map(({ id, label, validFrom }) => ({
			...{ id, label: localText(label), validFrom },
			isAhead: validFrom > locals.ctx.clock.today(),
		})),
		resting: adoption.resting.map(restingText),
		undos: adoption.undos.map(({ id, reason, undoneAt, undoneByName, restoredAt }) => ({
			...{ id, reason, by: undoneByName, at: formatMoment(undoneAt) },
			restored: restoredAt && formatMoment(restoredAt),
		})),
	};
};

const schema = z.object({ reason: text(2000), sure: z.literal('on', { message: 'code:required' }) });

export const actions: Actions = {
	undo: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(schema, data);
		if (!form.ok) return fail(400, { ...form.error, refusal: '' });
		const address = { slug: params.municipality, scenarioId: params.id };
		const result = await undoAdoption(locals.ctx, address, { reason: form.value.reason });
		if (result.ok) redirect(303, `/m/${params.municipality}/scenarios/${params.id}/application`);
		refuseAccess(result.error);
		return fail(409, { ...NO_PROBLEMS, values: echoForm(data), refusal: refusalOf(result.error) });
	},
	restore: async ({ locals, params }) => {
		const address = { slug: params.municipality, scenarioId: params.id };
		const result = await restoreAdoption(locals.ctx, address);
		if (result.ok) redirect(303, `/m/${params.municipality}/scenarios/${params.id}/application`);
		refuseAccess(result.error);
		return fail(409, { ...NO_PROBLEMS, refusal: refusalOf(result.error) });
	},
};

function restingText({ kind, count }: Extract<AdoptionUndoRefusal, { by: unknown }>['by'][number]): string {
	return `${nameOfResting(kind)}: ${formatNumber(count)}`;
}

function refusalOf(refusal: { readonly code: string }): string {
	if (refusal.code === 'adoption/rested-on')
		return m.scenario_application_rested({
			things: (refusal as Extract<AdoptionUndoRefusal, { by: unknown }>).by.map(restingText).join('; '),
		});
	if (refusal.code === 'adoption/base-superseded') return m.scenario_application_superseded();
	return refusal.code === 'adoption/nothing-undone'
		? m.scenario_application_nothing_undone()
		: m.scenario_application_none();
}
