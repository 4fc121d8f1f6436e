import type { Actor, Membership, Role } from '#lib/domain/access/index.ts';
import type { MunicipalityId, UnitKey, UserId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';

export interface UserAccount {
	readonly id: UserId;
	readonly username: string;
	readonly name: string;
	readonly isAdministrator: boolean;
	readonly isDemo: boolean;
	readonly disabledAt: string | null;
	readonly memberships: readonly Membership[];
}

export async function countUsers(db: Reader): Promise<number> {
	const row = await db
		.selectFrom('user')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow();
	return Number(row.count);
}

/** Account for signing in; disabled ones are not found. */
export async function findCredentials(
	db: Reader,
	username: string,
): Promise<{ readonly id: UserId; readonly passwordHash: string } | undefined> {
	const row = await db
		.selectFrom('user')
		.select(['id', 'password_hash'])
		.where('username', '=', username)
		.where('disabled_at', 'is', null)
		.executeTakeFirst();
	return row && { id: row.id as UserId, passwordHash: row.password_hash };
}

export async function findUsername(db: Reader, id: UserId): Promise<string | undefined> {
	const row = await db.selectFrom('user').select('username').where('id', '=', id).executeTakeFirst();
	return row?.username;
}

export async function findPasswordHash(db: Reader, id: UserId): Promise<string | undefined> {
	const row = await db.selectFrom('user').select('password_hash').where('id', '=', id).executeTakeFirst();
	return row?.password_hash;
}

export async function findActor(db: Reader, id: UserId): Promise<Actor | undefined> {
	const row = await db
		.selectFrom('user')
		.select(['name', 'is_administrator'])
		.where('id', '=', id)
		.where('disabled_at', 'is', null)
		.executeTakeFirst();
	if (!row) return undefined;
	const memberships = await listMemberships(db, [id]);
	return {
		userId: id,
		name: row.name,
		isAdministrator: row.is_administrator === 1,
		memberships: memberships.get(id) ?? [],
	};
}

export async function listUsers(db: Reader): Promise<readonly UserAccount[]> {
	const rows = await db
		.selectFrom('user')
		.select(['id', 'username', 'name', 'is_administrator', 'is_demo', 'disabled_at'])
		.orderBy('username')
		.execute();
	const memberships = await listMemberships(
		db,
		rows.map((row) => row.id),
	);
	return rows.map((row) => ({
		id: row.id as UserId,
		username: row.username,
		name: row.name,
		isAdministrator: row.is_administrator === 1,
		isDemo: row.is_demo === 1,
		disabledAt: row.disabled_at,
		memberships: memberships.get(row.id) ?? [],
	}));
}

export async function insertUser(
	tx: Tx,
	user: Omit<UserAccount, 'disabledAt'> & { readonly passwordHash: string; readonly createdAt: string },
): Promise<void> {
	await tx
		.insertInto('user')
		.values({
			id: user.id,
			username: user.username,
			name: user.name,
			password_hash: user.passwordHash,
			is_administrator: user.isAdministrator ? 1 : 0,
			is_demo: user.isDemo ? 1 : 0,
			created_at: user.createdAt,
		})
		.execute();
	await replaceMemberships(tx, user.id, user.memberships);
}

export async function replaceMemberships(
	tx: Tx,
	userId: UserId,
	memberships: readonly Membership[],
): Promise<void> {
	await tx.deleteFrom('membership').where('user_id', '=', userId).execute();
	if (memberships.length === 0) return;
	const rows = memberships.map((membership) => ({
		user_id: userId,
		municipality_id: membership.municipalityId,
		role: membership.role,
		unit_key: membership.unitKey,
	}));
	await tx.insertInto('membership').values(rows).execute();
}

export async function updatePassword(tx: Tx, userId: UserId, passwordHash: string): Promise<void> {
	await tx.updateTable('user').set({ password_hash: passwordHash }).where('id', '=', userId).execute();
}

/** Signs a person out everywhere. */
export async function deleteSessions(tx: Tx, userId: UserId): Promise<void> {
	await tx.deleteFrom('session').where('user_id', '=', userId).execute();
}

export async function updateDisabled(tx: Tx, userId: UserId, disabledAt: string | null): Promise<void> {
	await tx.updateTable('user').set({ disabled_at: disabledAt }).where('id', '=', userId).execute();
}

async function listMemberships(
	db: Reader,
	userIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Membership[]>> {
	if (userIds.length === 0) return new Map();
	const rows = await db
		.selectFrom('membership')
		.selectAll()
		.where('user_id', 'in', userIds)
		.orderBy('municipality_id')
		.orderBy('role')
		.execute();
	const grouped = Map.groupBy(rows, (row) => row.user_id);
	return new Map([...grouped].map(([id, found]) => [id, found.map(toMembership)]));
}

function toMembership(row: { municipality_id: string; role: Role; unit_key: string | null }): Membership {
	return {
		municipalityId: row.municipality_id as MunicipalityId,
		role: row.role,
		unitKey: row.unit_key as UnitKey | null,
	};
}
