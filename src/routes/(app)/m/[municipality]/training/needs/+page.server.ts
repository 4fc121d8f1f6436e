import { fail, redirect } from '@sveltejs/kit';
import {
	HEAVIEST,
	NEED_CAUSES,
	NEED_STATES,
	RANK_TERMS,
	type RankWeights,
} from '#lib/domain/training/index.ts';
import {
	answer,
	choice,
	echoForm,
	id,
	NO_PROBLEMS,
	optionalText,
	parseForm,
	refuseAccess,
	revision,
} from '#lib/forms/index.ts';
import { NEED_DECISIONS, setNeedState } from '#lib/server/services/training-need-state.ts';
import { syncNeeds } from '#lib/server/services/training-need.ts';
import { readNeedBoard } from '#lib/server/services/training-need-view.ts';
import { z } from 'zod';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const query = url.searchParams;
	const moved = readWeights(query);
	const filter = {
		unit: query.get('unit'),
		competency: query.get('competency'),
		rule: query.get('rule'),
		weights: moved === 'wrong' ? null : moved,
		state: NEED_STATES.find((state) => state === query.get('state')) ?? null,
		cause: NEED_CAUSES.find((cause) => cause === query.get('cause')) ?? null,
	};
	const [added, updated, removed, changes] = (query.get('synced') ?? '').split('-').map(Number);
	const isSynced = added !== undefined && Number.isInteger(added) && query.has('synced');
	return {
		filter,
		view: query.get('view') === 'table' ? ('table' as const) : ('board' as const),
		areWeightsWrong: moved === 'wrong',
		board: answer(await readNeedBoard(locals.ctx, params.municipality, filter)),
		synced: isSynced ? { added, updated: updated ?? 0, removed: removed ?? 0, changes } : null,
		isSaved: query.has('saved'),
	};
};

const scenarioForm = z.object({ scenario: id() });
const stateForm = z.object({
	id: id(),
	revision: revision(),
	state: choice(NEED_DECISIONS),
	note: optionalText(500),
});

export const actions: Actions = {
	gaps: async ({ locals, params }) => {
		const result = await syncNeeds(locals.ctx, params.municipality, { kind: 'gaps' });
		if (result.ok) redirect(303, syncedAt(params.municipality, result.value));
		refuseAccess(result.error);
		return fail(409, { ...NO_PROBLEMS, refusal: result.error.code });
	},
	scenario: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(scenarioForm, data);
		if (!form.ok) return fail(400, { ...form.error, refusal: null });
		const source = { kind: 'scenario', scenarioId: form.value.scenario } as const;
		const result = await syncNeeds(locals.ctx, params.municipality, source);
		if (result.ok) redirect(303, `${syncedAt(params.municipality, result.value)}-${result.value.changes}`);
		refuseAccess(result.error);
		return fail(409, { ...NO_PROBLEMS, values: echoForm(data), refusal: result.error.code });
	},
	state: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(stateForm, data);
		if (!form.ok) return fail(400, { ...form.error, refusal: null });
		const result = await setNeedState(locals.ctx, params.municipality, form.value);
		if (result.ok) redirect(303, `/m/${params.municipality}/training/needs?saved=1`);
		refuseAccess(result.error);
		const code = result.error.code === 'training/stale' ? 'training/need-stale' : result.error.code;
		return fail(409, { ...NO_PROBLEMS, values: echoForm(data), refusal: code });
	},
};

/** The weights in the address; null when none stands there, `wrong` when they are no weights. */
function readWeights(query: URLSearchParams): RankWeights | null | 'wrong' {
	if (!RANK_TERMS.some((term) => query.has(term))) return null;
	const given = RANK_TERMS.map((term) => Number((query.get(term) ?? '').trim().replace(',', '.') || NaN));
	const isRight =
		given.every((weight) => weight >= 0 && weight <= HEAVIEST) && given.some((weight) => weight > 0);
	const [shortage = 0, people = 0, law = 0, deadline = 0] = given;
	return isRight ? { shortage, people, law, deadline } : 'wrong';
}

/** Back to the list, so that loading it again takes nothing twice. */
function syncedAt(
	slug: string,
	sync: { readonly added: number; readonly updated: number; readonly removed: number },
): string {
	return `/m/${slug}/training/needs?synced=${sync.added}-${sync.updated}-${sync.removed}`;
}
