import { text as readAll } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { ROLES, type Membership, type Role } from '#lib/domain/access/index.ts';
import type { UnitKey } from '#lib/domain/shared/index.ts';
import { MIN_PASSWORD_LENGTH } from '#lib/server/auth/password.ts';
import type { Ctx } from '#lib/server/context.ts';
import { findMunicipalityBySlug } from '#lib/server/queries/municipality.ts';
import { addUser, setPassword, type UserRefusal } from '#lib/server/services/account.ts';
import { m } from '#lib/paraglide/messages.js';
import { withContext } from '../context.ts';
import { CommandRefusal, EXIT, type CommandIo } from '../io.ts';

const OPTIONS = {
	username: { type: 'string' },
	name: { type: 'string' },
	administrator: { type: 'boolean' },
	municipality: { type: 'string' },
	role: { type: 'string' },
	unit: { type: 'string' },
} as const;

/**
 * `user add …`: a person who may sign in; `user password --username …`: a new password for one who forgot it. The
 * password comes from the input, never from the command line.
 */
export async function userCommand(args: readonly string[], io: CommandIo): Promise<number> {
	const [verb, ...rest] = args;
	if (verb === 'password') return changePassword(rest, io);
	if (verb !== 'add') throw new CommandRefusal(m.terminal_user_usage());
	const values = readOptions(rest);
	if (!/^[a-z0-9][a-z0-9.-]{2,49}$/.test(values.username))
		throw new CommandRefusal(m.access_username_shape());
	const password = await readPassword();
	return withContext(async ({ ctx }) => {
		const memberships = await readMemberships(ctx, values);
		const { username, name, administrator: isAdministrator } = values;
		const result = await addUser(ctx, { username, name, password, isAdministrator, memberships });
		if (!result.ok) throw new CommandRefusal(refusalText(result.error.code));
		io.out(m.terminal_user_added({ username }));
		return EXIT.done;
	});
}

async function changePassword(args: readonly string[], io: CommandIo): Promise<number> {
	const { username, municipality, role, unit, administrator } = readOptions(args);
	if (municipality || role || unit || administrator) throw new CommandRefusal(m.terminal_user_usage());
	const password = await readPassword();
	return withContext(async ({ ctx }) => {
		const result = await setPassword(ctx, { username, password });
		if (!result.ok) throw new CommandRefusal(m.terminal_user_unknown({ username }));
		io.out(m.terminal_user_password_set({ username }));
		return EXIT.done;
	});
}

async function readPassword(): Promise<string> {
	const password = (await readAll(process.stdin)).replace(/\r?\n$/, '');
	if (password.length < MIN_PASSWORD_LENGTH)
		throw new CommandRefusal(m.terminal_user_password({ length: MIN_PASSWORD_LENGTH }));
	return password;
}

function readOptions(args: readonly string[]) {
	try {
		const { values } = parseArgs({ args: [...args], options: OPTIONS, strict: true });
		const { username, name } = values;
		if (!username) throw new CommandRefusal(m.terminal_option_missing({ option: '--username' }));
		return { ...values, username, name: name || username, administrator: values.administrator === true };
	} catch (error) {
		if (error instanceof CommandRefusal) throw error;
		throw new CommandRefusal(error instanceof Error ? error.message : '', { cause: error });
	}
}

async function readMemberships(
	ctx: Ctx,
	{ municipality: slug, role, unit }: Pick<ReturnType<typeof readOptions>, 'municipality' | 'role' | 'unit'>,
): Promise<readonly Membership[]> {
	if (!slug && !role) return [];
	const municipality = await findMunicipalityBySlug(ctx.db, slug ?? '');
	if (!municipality) throw new CommandRefusal(m.terminal_municipality_unknown({ slug: slug ?? '' }));
	if (!isRole(role)) throw new CommandRefusal(m.terminal_role_unknown({ roles: ROLES.join(', ') }));
	return [{ municipalityId: municipality.id, role, unitKey: (unit ?? null) as UnitKey | null }];
}

function isRole(text: string | undefined): text is Role {
	return ROLES.some((role) => role === text);
}

function refusalText(code: UserRefusal['code'] | 'access/not-found'): string {
	if (code === 'user/name-taken') return m.access_user_taken();
	if (code === 'user/unit-required') return m.access_user_unit_required();
	if (code === 'user/unit-unknown') return m.access_user_unit_unknown();
	return code;
}
