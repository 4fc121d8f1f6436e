import { can, type Membership } from '#lib/domain/access/index.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import { err, ok, type Result, type UserId } from '#lib/domain/shared/index.ts';
import { hashPassword, verifyPassword } from '../auth/password.ts';
import { DENIED, authoriseInstallation, transact, type Ctx, type Denied } from '../context.ts';
import { isUniqueViolation, type Tx } from '../db/index.ts';
import { findMunicipality, listMunicipalities } from '../queries/municipality.ts';
import { unitExistsInMunicipality } from '../queries/unit-exists.ts';
import {
	countUsers,
	deleteSessions,
	findPasswordHash,
	findUsername,
	insertUser,
	listUsers,
	updateDisabled,
	updatePassword,
	type UserAccount,
} from '../queries/user.ts';
import { recordAudit } from './audit.ts';

export interface NewUser {
	readonly username: string;
	readonly name: string;
	readonly password: string;
	readonly isAdministrator: boolean;
	readonly memberships: readonly Membership[];
}

export type UserRefusal =
	| { readonly code: 'user/name-taken' }
	| { readonly code: 'user/unit-required' }
	| { readonly code: 'user/unit-unknown' }
	| { readonly code: 'user/not-yourself' }
	| { readonly code: 'user/unknown' };

/** True on an installation that nobody can sign in to yet. */
export async function needsFirstAdministrator(ctx: Ctx): Promise<boolean> {
	return (await countUsers(ctx.db)) === 0;
}

/** The first administrator, who needs nobody's leave; refused as soon as there is any user. */
export async function createFirstAdministrator(
	ctx: Ctx,
	input: Pick<NewUser, 'username' | 'name' | 'password'>,
): Promise<Result<UserId, Denied>> {
	const passwordHash = await hashPassword(input.password);
	const id = ctx.newId() as UserId;
	return ctx.db.transaction().execute(async (tx) => {
		if ((await countUsers(tx)) > 0) return err(DENIED);
		const user = { ...input, id, isAdministrator: true, isDemo: false, memberships: [], passwordHash };
		await insertUser(tx, { ...user, createdAt: ctx.clock.now() });
		const actor = { userId: id, name: input.name, isAdministrator: true, memberships: [] };
		await auditUser(ctx, tx, {
			actor,
			action: 'user.first-administrator',
			user: { ...user, disabledAt: null },
		});
		return ok(id);
	});
}

export async function listAccounts(ctx: Ctx): Promise<Result<readonly UserAccount[], Denied>> {
	const allowed = authoriseInstallation(ctx);
	return allowed.ok ? ok(await listUsers(ctx.db)) : allowed;
}

/** Adds a person who may sign in. Errors: `user/name-taken`, `user/unit-required`, `user/unit-unknown`. */
export async function addUser(ctx: Ctx, input: NewUser): Promise<Result<UserId, Denied | UserRefusal>> {
	const allowed = authoriseInstallation(ctx);
	if (!allowed.ok) return allowed;
	const passwordHash = await hashPassword(input.password);
	const id = ctx.newId() as UserId;
	const user = { ...input, id, isDemo: false, passwordHash };
	try {
		return await transact(ctx, async (inside, tx): Promise<Result<UserId, UserRefusal>> => {
			const refusal = await checkMemberships(inside, input.memberships);
			if (refusal) return err(refusal);
			await insertUser(tx, { ...user, createdAt: ctx.clock.now() });
			await auditUser(ctx, tx, {
				actor: allowed.value,
				action: 'user.add',
				user: { ...user, disabledAt: null },
			});
			return ok(id);
		});
	} catch (error) {
		if (isUniqueViolation(error)) return err({ code: 'user/name-taken' });
		throw error;
	}
}

/**
 * Stops or restores somebody's access. Errors: `user/not-yourself`, `user/unknown`. Of two administrators who stop each
 * other at the same moment the second one has no say any more, so that one of them can always sign in.
 */
export async function setAccess(
	ctx: Ctx,
	input: { readonly userId: UserId; readonly isEnabled: boolean },
): Promise<Result<null, Denied | UserRefusal>> {
	const allowed = authoriseInstallation(ctx);
	if (!allowed.ok) return allowed;
	if (allowed.value.userId === input.userId) return err({ code: 'user/not-yourself' });
	return ctx.db.transaction().execute(async (tx): Promise<Result<null, Denied | UserRefusal>> => {
		const users = await listUsers(tx);
		const isStopped = users.some(({ id, disabledAt }) => id === allowed.value.userId && disabledAt !== null);
		if (isStopped) return err(DENIED);
		const user = users.find((account) => account.id === input.userId);
		if (!user) return err({ code: 'user/unknown' });
		await updateDisabled(tx, input.userId, input.isEnabled ? null : ctx.clock.now());
		const action = input.isEnabled ? 'user.enable' : 'user.disable';
		await auditUser(ctx, tx, { actor: allowed.value, action, user });
		return ok(null);
	});
}

/**
 * A new password for somebody who forgot theirs; whoever is signed in under the old one is signed out. For the own
 * password the current one is asked: `changePassword`. Errors: `user/not-yourself`, `user/unknown`.
 */
export async function setPassword(
	ctx: Ctx,
	input: { readonly username: string; readonly password: string },
): Promise<Result<null, Denied | UserRefusal>> {
	const allowed = authoriseInstallation(ctx);
	if (!allowed.ok) return allowed;
	const user = (await listUsers(ctx.db)).find(({ username }) => username === input.username);
	if (!user) return err({ code: 'user/unknown' });
	if (allowed.value.userId === user.id) return err({ code: 'user/not-yourself' });
	const passwordHash = await hashPassword(input.password);
	await ctx.db.transaction().execute(async (tx) => {
		await updatePassword(tx, user.id, passwordHash);
		await deleteSessions(tx, user.id);
		await auditUser(ctx, tx, { actor: allowed.value, action: 'user.set-password', user });
	});
	return ok(null);
}

/** Changes the own password. Error: `account/wrong-password` when the current one is not right. */
export async function changePassword(
	ctx: Ctx,
	input: { readonly current: string; readonly next: string },
): Promise<Result<UserId, Denied | { readonly code: 'account/wrong-password' }>> {
	const actor = ctx.actor;
	const known = actor && (await findPasswordHash(ctx.db, actor.userId));
	if (!actor || !known) return err(DENIED);
	if (!(await verifyPassword(known, input.current))) return err({ code: 'account/wrong-password' });
	const passwordHash = await hashPassword(input.next);
	const wrong = { code: 'account/wrong-password' } as const;
	return ctx.db.transaction().execute(async (tx): Promise<Result<UserId, typeof wrong>> => {
		// Changed while the password was looked at: what was current is so no more.
		if ((await findPasswordHash(tx, actor.userId)) !== known) return err(wrong);
		await updatePassword(tx, actor.userId, passwordHash);
		await recordAudit(ctx, tx, {
			actor,
			municipalityId: null,
			action: 'account.change-password',
			entity: 'user',
			entityKey: actor.userId,
			versionId: null,
			before: null,
			after: null,
		});
		return ok(actor.userId);
	});
}

/** The name by which whoever asks signs in; empty for nobody. */
export async function readUsername({ db, actor }: Ctx): Promise<string> {
	return (actor && (await findUsername(db, actor.userId))) ?? '';
}

/** The roles of whoever signed in, each with the name of its municipality. */
export async function listOwnRoles(
	ctx: Ctx,
): Promise<readonly (Membership & { readonly municipality: LocalText })[]> {
	const names = new Map((await listMunicipalities(ctx.db)).map((item) => [item.id, item.name]));
	return (ctx.actor?.memberships ?? []).flatMap((membership) => {
		const municipality = names.get(membership.municipalityId);
		return municipality ? [{ ...membership, municipality }] : [];
	});
}

async function checkMemberships(
	ctx: Ctx,
	memberships: readonly Membership[],
): Promise<UserRefusal | undefined> {
	for (const membership of memberships) {
		if (!(await findMunicipality(ctx.db, membership.municipalityId))) return { code: 'user/unknown' };
		if (membership.role !== 'unit-head') continue;
		if (membership.unitKey === null) return { code: 'user/unit-required' };
		const exists = await unitExistsInMunicipality(ctx.db, membership.municipalityId, membership.unitKey);
		if (!exists) return { code: 'user/unit-unknown' };
	}
	return undefined;
}

interface UserChange {
	readonly actor: NonNullable<Ctx['actor']>;
	readonly action: string;
	readonly user: UserAccount;
}

async function auditUser(ctx: Ctx, tx: Tx, { actor, action, user }: UserChange): Promise<void> {
	const { username, name, isAdministrator, memberships } = user;
	await recordAudit(ctx, tx, {
		actor,
		municipalityId: null,
		action,
		entity: 'user',
		entityKey: user.id,
		versionId: null,
		before: null,
		after: { username, name, isAdministrator, memberships },
	});
}

/** Whether the actor looks after the installation, for pages that offer it. */
export function managesInstallation(ctx: Ctx): boolean {
	return can(ctx.actor, 'installation.manage', null);
}
