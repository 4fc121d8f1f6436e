import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import type { EditForm } from '#lib/components/org/edit-form.ts';
import { activityValues } from '#lib/components/workload/figure-fields.ts';
import type { ActivityKey, FunctionKey, UnitKey } from '#lib/domain/shared/index.ts';
import { echoForm, id, parseForm, refuseAccess, revision } from '#lib/forms/index.ts';
import { viewFunction } from '#lib/server/services/function-page.ts';
import { addActivity, removeActivity, saveActivity } from '#lib/server/services/workload-activity.ts';
import { backAfter, NOTHING } from '../structure/edit-answer.ts';
import { saveMerging, type Saved } from '../structure/save-merging.ts';
import {
	activityFigures,
	activityForm,
	activityNamed,
	issuesOf,
	newActivityForm,
} from '../workload/[unit]/forms.ts';

type FunctionEvent = RequestEvent<{ municipality: string; key: string }>;

/** Changes the figures of an activity on the page of its function. */
export async function changeActivity(event: FunctionEvent) {
	const save = async (data: FormData): Promise<Saved> => {
		const form = parseForm(activityForm, data);
		if (!form.ok) return { ok: false, failure: fail(400, { ...NOTHING, ...form.error }) };
		const address = await addressOf(event, form.value.key);
		const input = {
			key: form.value.key as ActivityKey,
			revision: form.value.revision,
			figures: activityFigures(form.value),
			named: activityNamed(form.value),
		};
		const result = await saveActivity(event.locals.ctx, address, input);
		return result.ok ? { ok: true, warnings: [] } : { ok: false, failure: refuse(result.error, data) };
	};
	const data = await event.request.formData();
	const current = async () => {
		const page = await viewFunction(event.locals.ctx, addressIn(event), event.params.key as FunctionKey);
		const asked = data.get('key') ?? keyIn(data.get('conflict'));
		const activity = page.ok ? page.value.activities.find(({ key }) => key === asked) : undefined;
		if (!page.ok || !activity) return null;
		const values = { key: activity.key, ...activityValues({}, activity) };
		return { values, revision: page.value.activityRevisions[activity.key] ?? 0 };
	};
	const saved = await saveMerging(data, { save, current, action: 'activity' });
	return saved.ok ? leave(event, saved.warnings) : saved.failure;
}

/** Adds an activity to the function, for one of the units that work on it. */
export async function addFunctionActivity(event: FunctionEvent) {
	const data = await event.request.formData();
	data.set('function', event.params.key);
	const form = parseForm(z.intersection(newActivityForm, z.object({ unit: id() })), data);
	if (!form.ok) return fail(400, { ...NOTHING, ...form.error });
	const address = { ...addressIn(event), unitKey: form.value.unit as UnitKey };
	const result = await addActivity(event.locals.ctx, address, {
		functionKey: event.params.key as FunctionKey,
		postKey: null,
		name: form.value.name,
		unitOfMeasure: form.value.measure,
		figures: activityFigures(form.value),
	});
	return result.ok ? leave(event, []) : refuse(result.error, data);
}

/** Takes an activity away; it can be brought back with „Отменете последната промяна“. */
export async function removeFunctionActivity(event: FunctionEvent) {
	const data = await event.request.formData();
	const form = parseForm(z.object({ key: id(), revision: revision() }), data);
	if (!form.ok) return fail(400, { ...NOTHING, ...form.error });
	const { key, revision: seen } = form.value;
	const address = await addressOf(event, key);
	const result = await removeActivity(event.locals.ctx, address, { key: key as ActivityKey, revision: seen });
	return result.ok ? leave(event, []) : refuse(result.error, data);
}

function addressIn({ params, url }: FunctionEvent) {
	return { slug: params.municipality, versionId: url.searchParams.get('version') };
}

/** The unit that does the activity; an activity of another function is nobody's here. */
async function addressOf(event: FunctionEvent, key: string) {
	const page = await viewFunction(event.locals.ctx, addressIn(event), event.params.key as FunctionKey);
	const activity = page.ok ? page.value.activities.find((one) => one.key === key) : undefined;
	const [unit] = page.ok ? page.value.participants : [];
	return { ...addressIn(event), unitKey: activity?.unitKey ?? unit?.unit.key ?? ('' as UnitKey) };
}

function keyIn(conflict: FormDataEntryValue | null): string | null {
	const found = typeof conflict === 'string' ? /"theirs":\{"key":"([^"]+)"/.exec(conflict) : null;
	return found?.[1] ?? null;
}

function refuse(error: Parameters<typeof issuesOf>[0], data: FormData) {
	refuseAccess(error);
	const values = echoForm(data);
	const answer: EditForm = {
		...NOTHING,
		values,
		issues: issuesOf(error),
		isStale: error.code === 'workload/stale',
		isFrozen: error.code === 'workload/version-frozen',
	};
	return fail(409, answer);
}

function leave(event: FunctionEvent, warnings: readonly { readonly code: string }[]): never {
	const own = `/m/${event.params.municipality}/functions/${event.params.key}`;
	redirect(303, backAfter(event.url, own, warnings));
}
