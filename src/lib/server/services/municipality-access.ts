import type { Actor, Membership, Role } from '#lib/domain/access/index.ts';
import type { Municipality } from '#lib/domain/org/index.ts';
import { err, ok, type Result, type UnitKey, type UserId } from '#lib/domain/shared/index.ts';
import { authoriseInstallation, DENIED, type Ctx, type Denied } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { findMunicipalityBySlug } from '../queries/municipality.ts';
import { unitExistsInMunicipality } from '../queries/unit-exists.ts';
import { listUsers, replaceMemberships, type UserAccount } from '../queries/user.ts';
import { recordAudit } from './audit.ts';

export type AccessRefusal =
	| { readonly code: 'user/unknown' }
	| { readonly code: 'user/unit-required' }
	| { readonly code: 'user/unit-unknown' }
	| { readonly code: 'user/role-held' }
	| { readonly code: 'user/role-gone' };

export interface RoleOfUser {
	readonly userId: UserId;
	readonly role: Role;
}

/**
 * Gives somebody who already signs in a role in a municipality. Errors: `user/unknown`, `user/role-held`, and of a unit head
 * `user/unit-required`, `user/unit-unknown`.
 */
export async function grantRole(
	ctx: Ctx,
	slug: string,
	given: RoleOfUser & { readonly unitKey: UnitKey | null },
): Promise<Result<null, Denied | AccessRefusal>> {
	return changeRoles(ctx, slug, given.userId, async (tx, { municipality, user }) => {
		const { role } = given;
		const unitKey = role === 'unit-head' ? given.unitKey : null;
		if (role === 'unit-head' && unitKey === null) return err({ code: 'user/unit-required' });
		if (unitKey !== null && !(await unitExistsInMunicipality(tx, municipality.id, unitKey)))
			return err({ code: 'user/unit-unknown' });
		if (user.memberships.some(isRole(municipality, role))) return err({ code: 'user/role-held' });
		return ok([...user.memberships, { municipalityId: municipality.id, role, unitKey }]);
	});
}

/** Takes a role in a municipality back. Errors: `user/unknown`; `user/role-gone` when it was taken back already. */
export async function revokeRole(
	ctx: Ctx,
	slug: string,
	{ userId, role }: RoleOfUser,
): Promise<Result<null, Denied | AccessRefusal>> {
	return changeRoles(ctx, slug, userId, (_, { municipality, user }) => {
		const isTaken = isRole(municipality, role);
		if (!user.memberships.some(isTaken)) return Promise.resolve(err({ code: 'user/role-gone' } as const));
		return Promise.resolve(ok(user.memberships.filter((membership) => !isTaken(membership))));
	});
}

type Change = (
	tx: Tx,
	at: { readonly municipality: Municipality; readonly user: UserAccount },
) => Promise<Result<readonly Membership[], AccessRefusal>>;

async function changeRoles(
	ctx: Ctx,
	slug: string,
	userId: UserId,
	change: Change,
): Promise<Result<null, Denied | AccessRefusal>> {
	const allowed = authoriseInstallation(ctx);
	if (!allowed.ok) return allowed;
	return ctx.db.transaction().execute(async (tx) => {
		const municipality = await findMunicipalityBySlug(tx, slug);
		if (!municipality) return err(DENIED);
		const user = (await listUsers(tx)).find(({ id }) => id === userId);
		if (!user) return err({ code: 'user/unknown' });
		const memberships = await change(tx, { municipality, user });
		if (!memberships.ok) return memberships;
		await replaceMemberships(tx, userId, memberships.value);
		await auditRoles(ctx, tx, { actor: allowed.value, municipality, user, memberships: memberships.value });
		return ok(null);
	});
}

interface RoleChange {
	readonly actor: Actor;
	readonly municipality: Municipality;
	readonly user: UserAccount;
	readonly memberships: readonly Membership[];
}

async function auditRoles(ctx: Ctx, tx: Tx, change: RoleChange): Promise<void> {
	const { actor, municipality, user, memberships } = change;
	const of = (all: readonly Membership[]) => ({
		name: user.name,
		roles: all.filter(({ municipalityId }) => municipalityId === municipality.id).map(({ role }) => role),
	});
	await recordAudit(ctx, tx, {
		...{ actor, municipalityId: municipality.id, versionId: null },
		...{ action: 'user.change-roles', entity: 'user', entityKey: user.id },
		...{ before: of(user.memberships), after: of(memberships) },
	});
}

function isRole({ id }: Municipality, role: Role): (membership: Membership) => boolean {
	return (membership) => membership.municipalityId === id && membership.role === role;
}
