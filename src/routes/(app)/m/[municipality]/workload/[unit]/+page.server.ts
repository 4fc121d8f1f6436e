import { error, fail, redirect } from '@sveltejs/kit';
import {
	answer,
	echoForm,
	id,
	parseForm,
	refuseAccess,
	revision,
	type FormProblems,
} from '#lib/forms/index.ts';
import {
	asId,
	isId,
	type ActivityKey,
	type FunctionKey,
	type PostKey,
	type UnitKey,
} from '#lib/domain/shared/index.ts';
import { sourceLines, timeLines } from '#lib/i18n/workload-time-text.ts';
import { m } from '#lib/paraglide/messages.js';
import { addActivity, removeActivity, saveActivity } from '#lib/server/services/workload-activity.ts';
import { addAllowance, removeAllowance, saveAllowance } from '#lib/server/services/workload-allowance.ts';
import { showUnitWorkload, type UnitWorkloadAnswer } from '#lib/server/services/workload-unit.ts';
import { z } from 'zod';
import { readAssumptions } from '../assumptions.ts';
import {
	activityFigures,
	activityForm,
	activityNamed,
	allowanceForm,
	allowanceOf,
	issuesOf,
	newActivityForm,
} from './forms.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const shown = answer(
		await showUnitWorkload(locals.ctx, { ...address, unitKey: params.unit }, readAssumptions(url)),
	);
	return { workload: shown.kind === 'computed' ? inWords(shown) : shown };
};

function inWords({ times, assumptions, ...shown }: Extract<UnitWorkloadAnswer, { kind: 'computed' }>) {
	return { ...shown, times: timeLines(times), sources: sourceLines(assumptions) };
}

export const actions: Actions = {
	activity: async (event) => {
		const data = await event.request.formData();
		const form = parseForm(activityForm, data);
		if (!form.ok) return notUnderstood('activity', form.error);
		const { key, revision: seen } = form.value;
		const input = {
			key: key as ActivityKey,
			revision: seen,
			figures: activityFigures(form.value),
			named: activityNamed(form.value),
		};
		const result = await saveActivity(event.locals.ctx, addressOf(event), input);
		if (result.ok) return done(event, 'activity');
		return refuse('activity', result.error, data);
	},
	addActivity: async (event) => {
		const data = await event.request.formData();
		const form = parseForm(newActivityForm, data);
		if (!form.ok) return notUnderstood('addActivity', form.error);
		const { function: functionKey, post, name, measure } = form.value;
		const result = await addActivity(event.locals.ctx, addressOf(event), {
			functionKey: functionKey as FunctionKey,
			postKey: post ? (post as PostKey) : null,
			name,
			unitOfMeasure: measure,
			figures: activityFigures(form.value),
		});
		if (result.ok) return done(event, 'activity');
		return refuse('addActivity', result.error, data);
	},
	removeActivity: async (event) => {
		const data = await event.request.formData();
		const form = parseForm(z.object({ key: id(), revision: revision() }), data);
		if (!form.ok) return notUnderstood('removeActivity', form.error);
		const input = { key: form.value.key as ActivityKey, revision: form.value.revision };
		const result = await removeActivity(event.locals.ctx, addressOf(event), input);
		if (result.ok) return done(event, 'gone');
		return refuse('removeActivity', result.error, data);
	},
	addAllowance: async (event) => {
		const data = await event.request.formData();
		const form = parseForm(allowanceForm, data);
		if (!form.ok) return notUnderstood('addAllowance', form.error);
		const address = addressOf(event);
		const result = await addAllowance(event.locals.ctx, address, allowanceOf(form.value, address.unitKey));
		if (result.ok) return done(event, 'allowance');
		return refuse('addAllowance', result.error, data);
	},
	allowance: async (event) => {
		const data = await event.request.formData();
		const form = parseForm(z.intersection(allowanceForm, storedRow), data);
		if (!form.ok) return notUnderstood('allowance', form.error);
		const address = addressOf(event);
		const allowance = allowanceOf(form.value, address.unitKey);
		const input = { id: form.value.id, revision: form.value.revision, allowance };
		const result = await saveAllowance(event.locals.ctx, address, input);
		if (result.ok) return done(event, 'allowance');
		return refuse('allowance', result.error, data);
	},
	removeAllowance: async (event) => {
		const data = await event.request.formData();
		const form = parseForm(storedRow, data);
		if (!form.ok) return notUnderstood('removeAllowance', form.error);
		const result = await removeAllowance(event.locals.ctx, addressOf(event), form.value);
		if (result.ok) return done(event, 'removed');
		return refuse('removeAllowance', result.error, data);
	},
};

const storedRow = z.object({ id: id(), revision: revision() });

function addressOf({ params, url }: RequestEvent) {
	if (!isId(params.unit)) error(404, m.common_not_found());
	const versionId = url.searchParams.get('version');
	return { slug: params.municipality, versionId, unitKey: asId<UnitKey>(params.unit) };
}

/** Back to the page as it now is, so that loading it again sends nothing twice. */
function done({ url }: RequestEvent, saved: 'activity' | 'gone' | 'allowance' | 'removed'): never {
	const query = new URLSearchParams({ saved });
	for (const name of ['version', 'year', 'method']) {
		const value = url.searchParams.get(name);
		if (value) query.set(name, value);
	}
	redirect(303, `${url.pathname}?${query.toString()}`);
}

/** The fields of a form that was not understood, echoed. */
function notUnderstood(form: string, problems: FormProblems) {
	return fail(400, { ...problems, form, refusal: null as string | null });
}

function refuse(form: string, refusal: Parameters<typeof issuesOf>[0], data: FormData) {
	refuseAccess(refusal);
	const values = echoForm(data);
	return fail(409, { issues: issuesOf(refusal), values, form, refusal: refusal.code as string | null });
}
