import { fail, redirect } from '@sveltejs/kit';
import type { OwnParameterKey } from '#lib/domain/legal/index.ts';
import { lineOfSettlement, readSettlementList } from '#lib/domain/org/index.ts';
import type { Result, UnitKey, UserId } from '#lib/domain/shared/index.ts';
import { answer, echoForm, parseForm, refuseAccess, type FormProblems } from '#lib/forms/index.ts';
import { changeMunicipality } from '#lib/server/services/municipality.ts';
import { grantRole, revokeRole } from '#lib/server/services/municipality-access.ts';
import { addCouncillor, endMandate, setOwnParameter } from '#lib/server/services/municipality-council.ts';
import { addSettlements, removeSettlement, saveSettlement } from '#lib/server/services/municipality-place.ts';
import { removeMunicipality } from '#lib/server/services/municipality-removal.ts';
import { viewMunicipality } from '#lib/server/services/municipality-view.ts';
import { changedMunicipality, toDetails } from '../municipality-form.ts';
import * as forms from './place-forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	page: answer(await viewMunicipality(locals.ctx, params.municipality)),
	today: locals.ctx.clock.today(),
	/** The settlement that is being changed in place. */
	editing: url.searchParams.get('edit'),
	isNew: url.searchParams.has('added'),
	saved: url.searchParams.get('saved'),
});

export const actions: Actions = {
	save: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(changedMunicipality, data);
		if (!form.ok) return refuse('save', form.error);
		const at = { slug: params.municipality, revision: form.value.revision };
		return settle('save', data, params, await changeMunicipality(locals.ctx, at, toDetails(form.value)));
	},
	remove: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(forms.removal, data);
		if (!form.ok)
			return refuse('remove', { issues: { form: { code: 'municipality/not-sure' } }, values: {} });
		const at = { slug: params.municipality, revision: form.value.revision };
		const result = await removeMunicipality(locals.ctx, at);
		if (result.ok) redirect(303, '/admin/municipalities?removed');
		return settle('remove', data, params, result);
	},
	settlement: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(forms.settlementForm, data);
		if (!form.ok) return refuse('settlement', form.error);
		const result = await saveSettlement(locals.ctx, params.municipality, forms.toSettlement(form.value));
		return settle('settlement', data, params, result);
	},
	settlements: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(forms.settlementList, data);
		if (!form.ok) return refuse('settlement', form.error);
		const read = readSettlementList(form.value.settlements);
		const wrongLine = (code: string, line: number) =>
			fail(409, {
				...{ issues: { settlements: { code, limit: line } }, values: echoForm(data) },
				part: 'settlement' as const,
			});
		if (!read.ok) return wrongLine(read.error.code, read.error.line);
		const result = await addSettlements(locals.ctx, params.municipality, read.value);
		if (!result.ok && 'index' in result.error) {
			const line = lineOfSettlement(form.value.settlements, result.error.index);
			return wrongLine(result.error.code, line);
		}
		return settle('settlement', data, params, result);
	},
	removeSettlement: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(forms.removedSettlement, data);
		if (!form.ok) return refuse('settlement', form.error);
		const seen = { id: form.value.settlement, revision: form.value.revision };
		return settle('settlement', data, params, await removeSettlement(locals.ctx, params.municipality, seen));
	},
	grant: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(forms.givenRole, data);
		if (!form.ok) return refuse('access', form.error);
		const { user, role, unit } = form.value;
		const given = { userId: user as UserId, role, unitKey: unit as UnitKey | null };
		return settle('access', data, params, await grantRole(locals.ctx, params.municipality, given));
	},
	revoke: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(forms.takenRole, data);
		if (!form.ok) return refuse('access', form.error);
		const { user, role } = form.value;
		const taken = { userId: user as UserId, role };
		return settle('access', data, params, await revokeRole(locals.ctx, params.municipality, taken));
	},
	councillor: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(forms.newCouncillor, data);
		if (!form.ok) return refuse('council', form.error);
		const { councillor_name: name, account, since: from } = form.value;
		const given = { name, userId: (account || null) as UserId | null, from };
		return settle('council', data, params, await addCouncillor(locals.ctx, params.municipality, given));
	},
	endMandate: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(forms.endedMandate, data);
		if (!form.ok) return refuse('council', form.error);
		const given = { id: form.value.councillor, to: form.value.until };
		return settle('council', data, params, await endMandate(locals.ctx, params.municipality, given));
	},
	parameter: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(forms.ownParameter, data);
		if (!form.ok) return refuse('parameter', form.error);
		const { key, amount: value, holds_from: from, citation } = form.value;
		const given = { key: key as OwnParameterKey, value, from, citation };
		return settle('parameter', data, params, await setOwnParameter(locals.ctx, params.municipality, given));
	},
};

type Part = 'save' | 'remove' | 'settlement' | 'access' | 'council' | 'parameter';

function refuse(part: Part, problems: FormProblems) {
	return fail(400, { ...problems, part });
}

/** Back to the part of the page that was changed, or the refusal at its field. */
function settle(
	part: Part,
	data: FormData,
	params: { readonly municipality: string },
	result: Result<unknown, { readonly code: string }>,
) {
	if (result.ok) redirect(303, `/admin/municipalities/${params.municipality}?saved=${part}#${part}`);
	refuseAccess(result.error);
	const { code } = result.error;
	return fail(409, { issues: { [forms.FIELD_OF[code] ?? 'form']: { code } }, values: echoForm(data), part });
}
