import { fail } from '@sveltejs/kit';
import { ROLES } from '#lib/domain/access/index.ts';
import type { MunicipalityId, UnitKey, UserId } from '#lib/domain/shared/index.ts';
import {
	answer,
	checkbox,
	choice,
	echoForm,
	id,
	optionalText,
	parseForm,
	refuseAccess,
	text,
} from '#lib/forms/index.ts';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '#lib/server/auth/index.ts';
import { addUser, listAccounts, setAccess } from '#lib/server/services/account.ts';
import { listReadableMunicipalities } from '#lib/server/services/workspace.ts';
import { z } from 'zod';
import type { Actions, PageServerLoad } from './$types';

const newUser = z.object({
	username: z.string().regex(/^[a-z0-9][a-z0-9.-]{2,49}$/, { message: 'code:username-shape' }),
	name: text(100),
	password: z.string().min(MIN_PASSWORD_LENGTH).max(MAX_PASSWORD_LENGTH),
	administrator: checkbox(),
	municipality: z.union([z.literal(''), id()]).optional(),
	role: z.union([z.literal(''), choice(ROLES)]).optional(),
	unit: optionalText(80),
});

const access = z.object({ user: id(), enabled: choice(['true', 'false']) });

const FIELD_OF: Readonly<Record<string, string>> = {
	'user/name-taken': 'username',
	'user/unit-required': 'unit',
	'user/unit-unknown': 'unit',
};

export const load: PageServerLoad = async ({ locals }) => {
	const users = answer(await listAccounts(locals.ctx));
	const municipalities = await listReadableMunicipalities(locals.ctx);
	return {
		users,
		places: municipalities.map((item) => ({ id: item.id, name: item.name })),
		minLength: MIN_PASSWORD_LENGTH,
	};
};

export const actions: Actions = {
	add: async ({ request, locals }) => {
		const data = await request.formData();
		const form = parseForm(newUser, data);
		if (!form.ok) return fail(400, { ...form.error, added: false });
		const { municipality, role, unit, administrator, ...person } = form.value;
		const memberships =
			municipality && role
				? [{ municipalityId: municipality as MunicipalityId, role, unitKey: unit as UnitKey | null }]
				: [];
		const result = await addUser(locals.ctx, { ...person, isAdministrator: administrator, memberships });
		if (result.ok) return { issues: {}, values: {}, added: true };
		refuseAccess(result.error);
		const field = FIELD_OF[result.error.code] ?? 'form';
		const code = result.error.code.replace('user/', '');
		return fail(409, { issues: { [field]: { code } }, values: echoForm(data), added: false });
	},
	access: async ({ request, locals }) => {
		const form = parseForm(access, await request.formData());
		if (!form.ok) return fail(400, { ...form.error, added: false });
		const change = { userId: form.value.user as UserId, isEnabled: form.value.enabled === 'true' };
		const result = await setAccess(locals.ctx, change);
		if (result.ok) return { issues: {}, values: {}, added: false };
		refuseAccess(result.error);
		return fail(409, { issues: { form: { code: 'not-yourself' } }, values: {}, added: false });
	},
};
