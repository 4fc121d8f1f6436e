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
import { addUser, listAccounts, setAccess, setPassword } from '#lib/server/services/account.ts';
import { listHeadedUnits } from '#lib/server/services/municipality-view.ts';
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

const newPassword = z.object({
	account: text(100),
	new_password: z.string().min(MIN_PASSWORD_LENGTH).max(MAX_PASSWORD_LENGTH),
});

const access = z.object({ user: id(), enabled: choice(['true', 'false']) });

const FIELD_OF: Readonly<Record<string, string>> = {
	'user/name-taken': 'username',
	'user/unit-required': 'unit',
	'user/unit-unknown': 'unit',
};

export const load: PageServerLoad = async ({ locals }) => {
	const users = answer(await listAccounts(locals.ctx));
	const places = answer(await listHeadedUnits(locals.ctx));
	return {
		users,
		places: places.map(({ municipality: { id, name }, units }) => ({ id, name, units })),
		own: locals.ctx.actor?.userId ?? null,
		minLength: MIN_PASSWORD_LENGTH,
	};
};

export const actions: Actions = {
	add: async ({ request, locals }) => {
		const data = await request.formData();
		const form = parseForm(newUser, data);
		if (!form.ok) return fail(400, { ...form.error, done: null });
		const { municipality, role, unit, administrator, ...person } = form.value;
		const memberships =
			municipality && role
				? [{ municipalityId: municipality as MunicipalityId, role, unitKey: unit as UnitKey | null }]
				: [];
		const result = await addUser(locals.ctx, { ...person, isAdministrator: administrator, memberships });
		if (result.ok) return { issues: {}, values: {}, done: 'added' as const };
		refuseAccess(result.error);
		const field = FIELD_OF[result.error.code] ?? 'form';
		const code = result.error.code.replace('user/', '');
		return fail(409, { issues: { [field]: { code } }, values: echoForm(data), done: null });
	},
	access: async ({ request, locals }) => {
		const form = parseForm(access, await request.formData());
		if (!form.ok) return fail(400, { ...form.error, done: null });
		const change = { userId: form.value.user as UserId, isEnabled: form.value.enabled === 'true' };
		const result = await setAccess(locals.ctx, change);
		if (result.ok) return { issues: {}, values: {}, done: null };
		refuseAccess(result.error);
		return fail(409, { issues: { form: { code: 'not-yourself' } }, values: {}, done: null });
	},
	password: async ({ request, locals }) => {
		const data = await request.formData();
		const form = parseForm(newPassword, data);
		if (!form.ok) return fail(400, { ...form.error, done: null });
		const { account: username, new_password: password } = form.value;
		const result = await setPassword(locals.ctx, { username, password });
		if (result.ok) return { issues: {}, values: {}, done: 'password' as const };
		refuseAccess(result.error);
		const code = result.error.code === 'user/not-yourself' ? 'own-password' : 'unknown';
		return fail(409, { issues: { account: { code } }, values: echoForm(data), done: null });
	},
};
